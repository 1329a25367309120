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
 * Parses statements: strictly first, which fails at once on what is no Python; then around the error, where there is little enough of it.
 * Never throws, however the text is nested.
 */
export const parsePython = (text: string, mayRecover: boolean): Parsed => {
  try {
    return { tree: strict.parse(text), error: null };
  } catch (error) {
    const at = positionIn(error);
    if (!mayRecover || text.length > RECOVERABLE) return { tree: null, error: at };
    try {
      return { tree: parser.parse(text), error: at };
    } catch {
      return { tree: null, error: at };
    }
  }
};
