import type { Tree } from '@lezer/common';
import { parser } from '@lezer/python';

const strict = parser.configure({ strict: true });

/** Statements with an error up to this size are read around the error; the parser's recovery takes time that grows with what it passes over. */
const RECOVERABLE = 40_000;

export interface Parsed {
  /** Null where it could not be read. */
  readonly tree: Tree | null;
  /** Where the first error is, as an offset; null without one. */
  readonly error: number | null;
}

const positionIn = (error: unknown): number => Number(/No parse at (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 0);

/**
 * The same text, as long, for a grammar that does not know two forms: a number that ends with its dot (`0.`), and `yield` alone. Only the tree
 * is made of it; what stands in the source is read from the source.
 */
const readable = (text: string): string => text.replace(/(?<![\w.])(\d[\d_]*)\.(?![\w.])/g, '$10').replace(/\byield(?=[ \t]*(?:[\n\r)#;]|$))/g, 'False');

/** Parts of the grammar that are marked as errors where they are empty, and may be. */
const MAY_BE_EMPTY = new Set(['PatternArgList', 'YieldStatement', 'YieldExpression']);

/** The first real error of a tree. */
const errorIn = (tree: Tree): number | null => {
  let at: number | null = null;
  tree.iterate({
    enter: (ref) => {
      if (at === null && ref.type.isError && !(ref.from === ref.to && MAY_BE_EMPTY.has(ref.node.parent?.name ?? ''))) at = ref.from;
      return at === null;
    },
  });
  return at;
};

/**
 * Parses statements: strictly first, which fails at once on what is no Python; then around the error, where there is little enough of it.
 * Never throws, however the text is nested.
 */
export const parsePython = (source: string, mayRecover: boolean): Parsed => {
  const text = readable(source);
  try {
    return { tree: strict.parse(text), error: null };
  } catch (error) {
    const at = positionIn(error);
    if (!mayRecover || text.length > RECOVERABLE) return { tree: null, error: at };
    try {
      const tree = parser.parse(text);
      return { tree, error: errorIn(tree) };
    } catch {
      return { tree: null, error: at };
    }
  }
};
