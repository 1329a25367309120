/** What a field takes. */
export interface NumberRule {
  readonly min: number;
  readonly max: number;
  /** Only whole numbers; false takes decimals. */
  readonly whole: boolean;
  /** An empty field means “no value” instead of being a mistake. */
  readonly optional?: boolean;
  /** Multipliers a reader may write after the number, in small letters: `{ k: 1024 }`, `{ 万: 10_000 }`. */
  readonly suffixes?: Readonly<Record<string, number>>;
}

export type NumberProblem = 'empty' | 'not-a-number' | 'not-whole' | 'too-small' | 'too-large';

export type NumberReading = { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly problem: NumberProblem };

/** Signs people write around a number, and the marks between thousands. */
const DECORATION = /[\s,'_]|^[¥$\\]|[円]$/g;

const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+))(\D*)$/;

/** Longer than any number somebody means. */
const MOST_CHARACTERS = 40;

/**
 * Reads a number as people type it: full-width digits, marks between thousands, a currency sign and the suffixes of the field are all
 * understood; `1e9` and hexadecimal are not numbers to a reader.
 */
export const readNumber = (typed: string, rule: NumberRule): NumberReading => {
  // A full-width minus has no compatibility form of its own in NFKC; IMEs type it as U+2212 or as a long vowel mark.
  const text = typed
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(DECORATION, '')
    .replace(/^[−ー‐–]/, '-');
  if (text === '') return rule.optional === true ? { ok: true, value: null } : { ok: false, problem: 'empty' };
  const [, digits, suffix = ''] = NUMBER.exec(text) ?? [];
  const factor = suffix === '' ? 1 : Object.entries(rule.suffixes ?? {}).find(([name]) => name === suffix)?.[1];
  if (digits === undefined || factor === undefined) return { ok: false, problem: 'not-a-number' };
  // Six decimals are what a link keeps. The product of a decimal and a factor may miss a whole number by a rounding error: 1.1万 is 11,000.
  const value = Number((Number(digits) * factor).toFixed(6));
  if (value < rule.min) return { ok: false, problem: 'too-small' };
  if (value > rule.max) return { ok: false, problem: 'too-large' };
  if (rule.whole && !Number.isInteger(value)) return { ok: false, problem: 'not-whole' };
  return { ok: true, value };
};

/** Whether typing on can still make it right: `1` on the way to `1024`. Such a text is not called wrong before the reader has left the field. */
export const isUnfinished = (typed: string, problem: NumberProblem): boolean =>
  problem === 'empty' || (problem === 'too-small' && !/^\s*[-−－ー‐–]/.test(typed));
