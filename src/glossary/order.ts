import type { Locale } from '../i18n/locales.ts';
import type { Term } from '../schemas/term.ts';

/** Terms under one letter: a row of the kana table, or a letter of the alphabet. */
export interface Row {
  /** ASCII, for the anchor */
  readonly id: string;
  readonly label: string;
  readonly terms: readonly Term[];
}

/** Rows of the kana table by the characters they begin with, small and voiced ones included. */
const KANA_ROWS = [
  { id: 'a', label: 'あ行', from: 'ぁ', to: 'お' },
  { id: 'ka', label: 'か行', from: 'か', to: 'ご' },
  { id: 'sa', label: 'さ行', from: 'さ', to: 'ぞ' },
  { id: 'ta', label: 'た行', from: 'た', to: 'ど' },
  { id: 'na', label: 'な行', from: 'な', to: 'の' },
  { id: 'ha', label: 'は行', from: 'は', to: 'ぽ' },
  { id: 'ma', label: 'ま行', from: 'ま', to: 'も' },
  { id: 'ya', label: 'や行', from: 'ゃ', to: 'よ' },
  { id: 'ra', label: 'ら行', from: 'ら', to: 'ろ' },
  { id: 'wa', label: 'わ行', from: 'ゎ', to: 'ゖ' },
] as const;

const byReading = new Intl.Collator('ja');
const byLetters = new Intl.Collator('en');

const kanaRows = (terms: readonly Term[]): Row[] => {
  const sorted = [...terms].sort((a, b) => byReading.compare(a.yomi, b.yomi) || (a.id < b.id ? -1 : 1));
  return KANA_ROWS.map(({ id, label, from, to }) => ({
    id,
    label,
    terms: sorted.filter(({ yomi }) => yomi.charAt(0) >= from && yomi.charAt(0) <= to),
  }));
};

const letterRows = (terms: readonly Term[]): Row[] => {
  const sorted = [...terms].sort((a, b) => byLetters.compare(a.en, b.en) || (a.id < b.id ? -1 : 1));
  const letters = [...new Set(sorted.map(({ en }) => en.charAt(0).toUpperCase()))];
  return letters.map((letter) => ({ id: letter.toLowerCase(), label: letter, terms: sorted.filter(({ en }) => en.charAt(0).toUpperCase() === letter) }));
};

/** The glossary as a reader of the language looks things up: by reading in kana rows, or by letter. Rows without a term are left out. */
export const glossaryRows = (terms: readonly Term[], locale: Locale): Row[] =>
  (locale === 'ja' ? kanaRows(terms) : letterRows(terms)).filter(({ terms: row }) => row.length > 0);
