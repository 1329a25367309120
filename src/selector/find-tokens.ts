import { fold } from '../text/fold.ts';

/** Longer queries are cut: nobody types more, and a pasted page must not freeze the list. */
const MAX_LENGTH = 120;
const MAX_TOKENS = 8;

/** ４ビット and 4 bit are one word each. */
const joinUnits = (text: string): string => text.replace(/(\d)\s*(?:ビット|bits?\b)/g, '$1bit').replace(/(\d)\s+b\b/g, '$1b');

/** Letters and digits, katakana (hiragana was folded to it), and Chinese characters, each for themselves: クウェン8B is two words, q4_k_m one. */
const WORD = /[a-z0-9_]+(?:\.\d+[a-z]*)?|[ァ-ヺー]+|[\p{Script=Han}々]+/gu;

/** The words of a query, in one spelling. の joins words and is in no name. */
export const tokensOf = (query: string): string[] => (joinUnits(fold(query.slice(0, MAX_LENGTH).replaceAll('の', ' '))).match(WORD) ?? []).slice(0, MAX_TOKENS);

/** Only letters and digits: gpt-oss-20b and GPTOSS20B are one. */
export const compactOf = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '');

/** The words of a name: qwen3-30b-a3b is qwen3, qwen, 3, 30b and a3b. Letters of their own (a3b, v3) stay with their number. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9.]+/)
    .flatMap((word) => {
      const parts = /^([a-z]{2,})(\d.*)$/.exec(word);
      return parts === null ? [word] : [word, parts[1] ?? '', parts[2] ?? ''];
    })
    .filter((word) => word !== '');

const SMALL = 'ァィゥェォッャュョヮ';
const LARGE = 'アイウエオツヤユヨワ';

/** Katakana as it is heard: long vowels and the size of letters are what people write differently. */
export const heard = (text: string): string =>
  fold(text)
    .replace(/[ー\s・]/g, '')
    .replace(/[ァィゥェォッャュョヮ]/g, (kana) => LARGE[SMALL.indexOf(kana)] ?? kana);
