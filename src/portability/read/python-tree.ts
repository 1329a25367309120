import type { SyntaxNode } from '@lezer/common';

const PUNCTUATION = new Set(['(', ')', '[', ']', '{', '}', ',', ':', '*', '**', 'Comment', '⚠']);

/** The children of a node, at most so many. */
export const childrenOf = (node: SyntaxNode): SyntaxNode[] => {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null && children.length < 20_000; child = child.nextSibling) children.push(child);
  return children;
};

/** The children that are expressions: without brackets, commas, stars and comments. */
export const partsOf = (node: SyntaxNode): SyntaxNode[] => childrenOf(node).filter(({ name }) => !PUNCTUATION.has(name));

/** An argument of a call. `name` is that of a keyword argument, `**` for a dict that is unpacked, null for one by position. */
export interface Argument {
  readonly name: string | null;
  readonly value: SyntaxNode;
}

/** The arguments of a call. */
export const argumentsOf = (call: SyntaxNode, source: string): Argument[] => {
  const list = call.getChild('ArgList');
  if (list === null) return [];
  const found: Argument[] = [];
  let name: string | null = null;
  for (const child of childrenOf(list)) {
    if (child.name === 'AssignOp') {
      const before = found.pop();
      name = before === undefined ? null : source.slice(before.value.from, before.value.to);
    } else if (child.name === '**') name = '**';
    else if (!PUNCTUATION.has(child.name)) {
      found.push({ name, value: child });
      name = null;
    }
  }
  return found;
};

/** Stands for a line break that is written as an escape, so that rows of a text stay rows of the file. */
export const WRITTEN_BREAK = '\u0001';

/** The content of a literal string, escapes of line breaks read and others left as they are; null where it is none. */
export const literalOf = (node: SyntaxNode, source: string): string | null => {
  if (node.name !== 'String') return null;
  const match = /^[A-Za-z]{0,2}("""|'''|"|')/.exec(source.slice(node.from, Math.min(node.to, node.from + 6)));
  const quote = match?.[1] ?? '';
  const from = node.from + (match?.[0].length ?? 0);
  const isClosed = node.to - quote.length >= from && source.startsWith(quote, node.to - quote.length);
  return source
    .slice(from, isClosed ? node.to - quote.length : node.to)
    .replace(/\\\n/g, '')
    .replace(/\\n/g, WRITTEN_BREAK);
};
