import { nearMatches } from '../facts/near.ts';

/** No id is longer; comparing longer words costs time and finds nothing. */
const LONGEST = 48;

/** How many letters a word may be longer or shorter and still be the other one misspelt: the tolerance of `nearMatches`. */
const toleranceOf = (word: string): number => Math.max(2, Math.floor(word.length / 4));

/** `nearMatches`, quick enough for thousands of misspelt ids: words that cannot match by their length are not compared. */
export const nearIds = (word: string, known: readonly string[]): string[] => {
  if (word.length > LONGEST) return [];
  const tolerance = toleranceOf(word);
  return nearMatches(
    word,
    known.filter((id) => Math.abs(id.length - word.length) <= tolerance || id.startsWith(word)),
  );
};
