import type { SyntaxNode } from '@lezer/common';

/** Local names of a module and what they stand for: `F` for `torch.nn.functional`. */
export type Aliases = ReadonlyMap<string, string>;

/** Longest text of a name or value that is looked at: nothing anybody asks for is longer. */
const LONGEST = 400;

export const textOf = (node: SyntaxNode, source: string): string => source.slice(node.from, Math.min(node.to, node.from + LONGEST));

/** The parts of a dotted name, or null for anything else (`a[0].b`, `f().b`). */
const partsOf = (node: SyntaxNode, source: string): string[] | null => {
  const parts: string[] = [];
  let at: SyntaxNode | null = node;
  while (at?.name === 'MemberExpression') {
    const last: SyntaxNode | null = at.lastChild;
    if (last?.name !== 'PropertyName') return null;
    parts.push(textOf(last, source));
    at = at.firstChild;
  }
  if (at?.name !== 'VariableName') return null;
  parts.push(textOf(at, source));
  return parts.reverse();
};

/** The dotted name a node spells, with its first part resolved through the imports; null for anything else. */
export const pathOf = (node: SyntaxNode | null, source: string, aliases: Aliases): string | null => {
  if (node === null) return null;
  const parts = partsOf(node, source);
  if (parts === null) return null;
  const [root = '', ...rest] = parts;
  return [aliases.get(root) ?? root, ...rest].join('.');
};

/** True where the name starts with something that was imported, or with a module nobody names a variable after. */
export const isModulePath = (node: SyntaxNode | null, source: string, aliases: Aliases): boolean => {
  let at = node;
  while (at?.name === 'MemberExpression') at = at.firstChild;
  if (at?.name !== 'VariableName') return false;
  const root = textOf(at, source);
  return aliases.has(root) || root === 'torch';
};

const PREFIX = /^[A-Za-z]{0,3}(?='|")/;

/** Content of one literal: `{}` stands for each part of an f-string that is computed. */
const literalOf = (node: SyntaxNode, source: string): string => {
  const text = textOf(node, source).replace(PREFIX, '');
  const marks = /^(?:"""|'''|"|')/.exec(text)?.[0].length ?? 0;
  const content = text.slice(marks, text.length > LONGEST ? undefined : Math.max(marks, text.length - marks));
  return node.name === 'FormatString' ? content.replace(/\{[^{}]*\}/g, '{}') : content;
};

/** Content of a literal string, also of several side by side; null for anything else. */
export const stringOf = (node: SyntaxNode | null, source: string): string | null => {
  if (node === null) return null;
  if (node.name === 'String' || node.name === 'FormatString') return literalOf(node, source);
  if (node.name === 'ParenthesizedExpression') return stringOf(node.firstChild?.nextSibling ?? null, source);
  if (node.name !== 'ContinuedString') return null;
  const parts: string[] = [];
  for (let part = node.firstChild; part !== null && parts.length < 20; part = part.nextSibling) parts.push(literalOf(part, source));
  return parts.join('');
};

/** One argument of a call. */
export interface Argument {
  readonly keyword: string | null;
  /** Null for keywords and for what is unpacked with `*`. */
  readonly position: number | null;
  readonly value: SyntaxNode;
}

/** Most arguments of one call that are looked at. */
const MOST_ARGUMENTS = 200;

/** Arguments of a call, or of the call of a decorator. */
export const argumentsOf = (list: SyntaxNode | null, source: string): readonly Argument[] => {
  const found: Argument[] = [];
  if (list?.name !== 'ArgList') return found;
  let position = 0;
  let part: SyntaxNode[] = [];
  const close = (): void => {
    const [first, second, third] = part;
    if (first === undefined) return;
    const isUnpacked = first.name === '*' || first.name === '**';
    if (second?.name === 'AssignOp' && third !== undefined) found.push({ keyword: textOf(first, source), position: null, value: third });
    else if (!isUnpacked) found.push({ keyword: null, position: position++, value: first });
    part = [];
  };
  for (let node = list.firstChild; node !== null && found.length < MOST_ARGUMENTS; node = node.nextSibling) {
    if (node.name === ',' || node.name === '(' || node.name === ')') close();
    else if (part.length < 3) part.push(node);
  }
  return found;
};
