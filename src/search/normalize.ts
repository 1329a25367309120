import { unify } from '../text/fold.ts';

export { fold, unify } from '../text/fold.ts';

/** Longer queries are cut: nobody types more, and a pasted page must not freeze the search. */
export const MAX_QUERY_LENGTH = 200;

/** A query as it is searched: unified, without space at the ends, at most MAX_QUERY_LENGTH characters. Applying it twice changes nothing. */
export const normalizeQuery = (raw: string): string =>
  [
    ...unify(raw.slice(0, MAX_QUERY_LENGTH * 4))
      .replace(/[\s\u200b]+/g, ' ')
      .trim(),
  ]
    .slice(0, MAX_QUERY_LENGTH)
    .join('')
    .trim();

/**
 * Unifies character by character and remembers where each character came from, so that a match in the unified text can be
 * marked in the original. `at[i]` is the position in `text` of the i-th unified character; a last entry holds the end.
 */
export const unifyWithMap = (text: string): { unified: string; at: number[] } => {
  let unified = '';
  let position = 0;
  const at: number[] = [];
  for (const character of text) {
    const piece = unify(character);
    for (let i = 0; i < piece.length; i++) at.push(position);
    unified += piece;
    position += character.length;
  }
  at.push(position);
  return { unified, at };
};
