import type { SyntaxNode } from '@lezer/common';

const SNIPPET = 200;

/** Steps to the root after which a search upwards gives up: no program is nested so deep. */
const MOST_STEPS = 2_000;

/** Where the line begins that a position stands in. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The line a position stands in, without its indentation; of a very long one, what stands around the position. */
export const snippetAt = (text: string, at: number): string => {
  const start = lineStart(text, at);
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? undefined : end);
  const from = line.length > SNIPPET ? Math.max(0, at - start - SNIPPET / 2) : 0;
  return line.slice(from, from + SNIPPET).trim();
};

/** The line of a position, counted from 0. */
export type LineOf = (at: number) => number;

/** Counts lines as far as asked, forward only where it can: findings come in the order of the text. */
export const lineCounter = (text: string): LineOf => {
  let position = 0;
  let line = 0;
  return (at) => {
    if (at < position) [position, line] = [0, 0];
    for (let next = text.indexOf('\n', position); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) {
      line += 1;
      position = next + 1;
    }
    return line;
  };
};

/** The function a node stands in, or null at the level of the module or a class. */
export const functionAround = (node: SyntaxNode): SyntaxNode | null => {
  for (let at = node.parent, steps = 0; at !== null && steps < MOST_STEPS; at = at.parent, steps++) if (at.name === 'FunctionDefinition') return at;
  return null;
};

/** `if __name__ == "__main__":` at the end of a module others import tries it out. */
export const isInMainBlock = (node: SyntaxNode, source: string): boolean => {
  for (let at: SyntaxNode | null = node, steps = 0; at !== null && steps < MOST_STEPS; at = at.parent, steps++) {
    if (at.name === 'IfStatement' && /^if\s*\(?\s*__name__\s*==/.test(source.slice(at.from, at.from + 40))) return true;
  }
  return false;
};
