import { isOneSlipAway } from '../text/near.ts';
import { bigrams } from './segment.ts';

export { isOneSlipAway };

const LATIN_WORD = /^[a-z][a-z0-9]{3,}$/;
const KATAKANA_WORD = /^[ァ-ヺー]{5,}$/;

/**
 * Words of the site that an unknown word may have meant: a Latin or katakana word with one slip of the finger, or the halves
 * of a compound that is not written as one anywhere. Both are kept apart from real matches by their lower strength.
 */
export const nearWords = (word: string, vocabulary: Iterable<string>): string[] => {
  if (LATIN_WORD.test(word) || KATAKANA_WORD.test(word))
    return [...vocabulary].filter((known) => known[0] === word[0] && isOneSlipAway(word, known)).slice(0, 3);
  if (/^[\p{Script=Han}々]{3,8}$/u.test(word)) return bigrams(word);
  return [];
};
