import type { SyntaxNode } from '@lezer/common';
import type { Bindings } from './python-bindings.ts';
import { childrenOf, literalOf, partsOf } from './python-tree.ts';

/** Stands in a text for a part that is computed. */
export const UNKNOWN = '\u0000';

const DEEPEST = 20;

/** Reads expressions that are texts: literals, f-strings, `+` and `%` of them, and variables that are one such text. Null for anything else. */
export const textReader = (source: string, { variables }: Bindings): ((node: SyntaxNode) => string | null) => {
  const read = (node: SyntaxNode, depth: number): string | null => {
    if (depth > DEEPEST) return null;
    switch (node.name) {
      case 'String':
        return literalOf(node, source);
      case 'ContinuedString':
        return partsOf(node)
          .map((part) => read(part, depth + 1) ?? UNKNOWN)
          .join('');
      case 'FormatString':
        return formatted(node, depth);
      case 'ParenthesizedExpression': {
        const [only, more] = partsOf(node);
        return only === undefined || more !== undefined ? null : read(only, depth + 1);
      }
      case 'VariableName': {
        const bound = variables.get(source.slice(node.from, node.to)) ?? [];
        const [only] = bound;
        return only === undefined || bound.length > 1 || only.key !== null ? null : read(only.node, depth + 1);
      }
      case 'BinaryExpression': {
        const [left, sign, right] = childrenOf(node);
        const text = left === undefined ? null : read(left, depth + 1);
        const operator = sign === undefined ? '' : source.slice(sign.from, sign.to);
        if (text === null || right === undefined) return null;
        if (operator === '%') return text.replace(/%[sd]/g, UNKNOWN);
        return operator === '+' ? text + (read(right, depth + 1) ?? UNKNOWN) : null;
      }
      case 'CallExpression': {
        const callee = node.firstChild;
        const receiver = callee?.name === 'MemberExpression' ? callee.firstChild : null;
        const method = callee?.getChild('PropertyName') ?? null;
        if (receiver === null || method === null || source.slice(method.from, method.to) !== 'format') return null;
        return read(receiver, depth + 1)?.replace(/\{[^{}]{0,50}\}/g, UNKNOWN) ?? null;
      }
      default:
        return null;
    }
  };

  const formatted = (node: SyntaxNode, depth: number): string => {
    let text = '';
    let at = node.from + 1;
    while (at < node.to && source[at] !== '"' && source[at] !== "'") at += 1;
    const quote = source.startsWith((source[at] ?? '').repeat(3), at) ? 3 : 1;
    at += quote;
    for (const child of node.getChildren('FormatReplacement')) {
      const [inner] = partsOf(child);
      text += source.slice(at, child.from) + ((inner === undefined ? null : read(inner, depth + 1)) ?? UNKNOWN);
      at = child.to;
    }
    return text + source.slice(at, Math.max(at, node.to - quote));
  };
  return (node) => read(node, 0);
};
