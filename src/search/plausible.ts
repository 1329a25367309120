import { unify } from './normalize.ts';
import { bigrams } from './segment.ts';

/** Of a word in Latin letters so much of its beginning stands in the text: endings change (`training`, `trained`). */
const LATIN_SHARE = 0.6;
/** Of the pairs of characters of another word so many do: its parts may stand apart (`メモリ上限`, `メモリの上限`). */
const PAIR_SHARE = 0.6;

const LATIN = /^[\p{Script=Latin}\d\p{P}\p{S}\s]+$/u;

/**
 * Whether a text that a full-text search returned for a word can really be about it. Pagefind answers a word it does not know with whatever
 * begins alike, down to a single letter, and says so nowhere.
 * @param text of the page; zero-width spaces between its words are left out
 */
export const isPlausible = (word: string, text: string): boolean => {
  const [wanted, held] = [unify(word), unify(text.replaceAll('\u200b', ''))];
  if (held.includes(wanted)) return true;
  if (LATIN.test(wanted)) return held.includes(wanted.slice(0, Math.max(3, Math.ceil(wanted.length * LATIN_SHARE))));
  const pairs = bigrams(wanted.replace(/[\s\p{P}]/gu, ''));
  return pairs.length > 0 && pairs.filter((pair) => held.includes(pair)).length >= pairs.length * PAIR_SHARE;
};
