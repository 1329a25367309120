import type { SyntaxNode } from '@lezer/common';
import type { Rewrite } from '../../schemas/code-pattern.ts';
import type { Diff } from '../types.ts';
import { textOf } from './names.ts';

/** Lines of code longer than this are not shown as a diff. */
const LONGEST = 300;
const MOST_LINES = 4;

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Parts {
  readonly node: SyntaxNode;
  readonly callee: SyntaxNode | null;
  readonly value: SyntaxNode | null;
}

/** A keyword argument with the comma that goes with it. */
const keywordSpan = (value: SyntaxNode): Span | null => {
  const operator = value.prevSibling;
  const name = operator?.prevSibling;
  if (operator?.name !== 'AssignOp' || name === undefined || name === null) return null;
  const [before, after] = [name.prevSibling, value.nextSibling];
  if (after?.name === ',') return { from: name.from, to: after.nextSibling !== null && after.nextSibling.name !== ')' ? after.nextSibling.from : after.to };
  return { from: before?.name === ',' ? before.from : name.from, to: value.to };
};

const spanOf = (target: Rewrite['target'], { node, callee, value }: Parts): Span | null => {
  if (target === 'path') return callee ?? node;
  if (target === 'call') return node.name === 'CallExpression' ? node : null;
  if (target === 'value') return value;
  return value === null ? null : keywordSpan(value);
};

const fill = (text: string, { node, callee }: Parts, source: string): string => {
  const name = callee?.name === 'MemberExpression' ? callee.lastChild : callee;
  const receiver = callee?.name === 'MemberExpression' ? callee.firstChild : null;
  const list = node.name === 'CallExpression' ? node.lastChild : null;
  const values: Readonly<Record<string, string>> = {
    receiver: receiver === null ? '' : source.slice(receiver.from, receiver.to),
    name: name === null ? '' : textOf(name, source),
    arguments: list?.name === 'ArgList' ? source.slice(list.from + 1, list.to - 1) : '',
  };
  const filled = text.replace(/\{(receiver|name|arguments)\}/g, (_, key: string) => values[key] ?? '');
  // `f("mps", {arguments})` of a call without arguments.
  return values.arguments?.trim() === '' ? filled.replace(/,\s*\)/g, ')') : filled;
};

/** The lines a span stands on, whole. */
const linesAround = ({ from, to }: Span, source: string): Span => {
  const start = source.lastIndexOf('\n', from - 1) + 1;
  const end = source.indexOf('\n', to);
  return { from: start, to: end === -1 ? source.length : end };
};

/** The lines before and after a rewrite; null where there is none, or where they would be too long to read. */
export const diffOf = (rewrite: Rewrite | undefined, parts: Parts, source: string): Diff | null => {
  if (rewrite === undefined) return null;
  const span = rewrite.target === 'line' ? parts.node : spanOf(rewrite.target, parts);
  if (span === null) return null;
  const around = linesAround(span, source);
  if (around.to - around.from > LONGEST) return null;
  const before = source.slice(around.from, around.to).replace(/\r$/, '');
  if (before.split('\n').length > MOST_LINES) return null;
  if (rewrite.target === 'line') {
    const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
    return { before, after: rewrite.with === '' ? '' : indent + fill(rewrite.with, parts, source) };
  }
  const after = source.slice(around.from, span.from) + fill(rewrite.with, parts, source) + source.slice(span.to, around.to).replace(/\r$/, '');
  return after === before ? null : { before, after };
};
