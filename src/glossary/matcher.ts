import type { Locale } from '../i18n/locales.ts';
import type { Term } from '../schemas/term.ts';
import { namesIn } from './read.ts';

/** A term in a text: where its name stands, and whose it is. */
export interface TermUse {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

/** Finds the terms in a text, left to right, without overlaps. */
export type TermMatcher = (text: string) => TermUse[];

const escape = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * Kinds of characters that make up words. Japanese puts no space between words, but a word seldom goes on in the same script: 学習 stands in
 * 機械学習 and メモリ in メモリプレッシャー as parts, and in 学習する and メモリの as words.
 */
const LATIN = String.raw`[\p{Script=Latin}\p{N}_]`;
const HAN = String.raw`[\p{Script=Han}々]`;
const HIRAGANA = String.raw`\p{Script=Hiragana}`;
const KINDS = [LATIN, String.raw`[\p{Script=Katakana}ー]`, HAN, HIRAGANA];

const kindOf = (character: string): string | undefined => KINDS.find((kind) => new RegExp(kind, 'u').test(character));

/** Marks that join Latin words into one: `mlx-lm` is not MLX, `torch.mps` is no MPS. */
const JOINED_BEFORE = String.raw`(?<![\p{Script=Latin}\p{N}_][-./])`;
const JOINED_AFTER = String.raw`(?![-./][\p{Script=Latin}\p{N}_])`;

/** A name where it stands as a word of its own. English names are capitalized at the start of a sentence. */
const wordPattern = (name: string, locale: Locale): string => {
  const [first = '', ...rest] = [...name];
  const last = rest.at(-1) ?? first;
  const [before, after] = [kindOf(first), kindOf(last)];
  const start = locale === 'en' && first !== first.toUpperCase() ? `[${first}${first.toUpperCase()}]` : escape(first);
  const plural = locale === 'en' && after === LATIN ? 's?' : '';
  return [
    before === undefined ? '' : `(?<!${before})`,
    before === LATIN ? JOINED_BEFORE : '',
    start + escape(rest.join('')),
    plural,
    // Particles are hiragana: 重みを is 重み, though 重み付け is not.
    after === undefined ? '' : `(?!${after === HIRAGANA ? HAN : after})`,
    after === LATIN ? JOINED_AFTER : '',
  ].join('');
};

/**
 * A matcher for the terms a reader may not know. Names are matched as they are written, the longest first, and only as whole words.
 * @param without slug of an article: what it is about needs no definition in it
 */
export const termMatcher = (terms: readonly Term[], locale: Locale, without?: string): TermMatcher => {
  const names = terms
    .filter(({ everyday }) => everyday !== true)
    .flatMap((term) => namesIn(term, locale).map((name) => ({ name, term })))
    .sort((a, b) => b.name.length - a.name.length);
  if (names.length === 0) return () => [];
  const pattern = new RegExp(names.map(({ name }) => `(${wordPattern(name, locale)})`).join('|'), 'gu');
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const term = names[match.slice(1).findIndex((group) => group !== undefined)]?.term;
      // A longer name that gets no definition still hides the shorter ones in it.
      return term === undefined || (without !== undefined && term.article === without)
        ? []
        : [{ start: match.index, end: match.index + match[0].length, term }];
    });
};
