import { isWithin, type Limits } from './limits.ts';

/** The keys of the query string. They stand in shared links: never rename one. */
export const QUERY_KEYS = [
  'task',
  'from',
  'model',
  'params',
  'active',
  'layers',
  'kvheads',
  'headdim',
  'quant',
  'ctx',
  'cache',
  'seq',
  'px',
  'steps',
  'method',
  'batch',
  'len',
  'chip',
  'mem',
  'cur',
  'budget',
  'form',
  'used',
  'macos',
  'wired',
  'apps',
  'disk',
  'view',
  'vs',
] as const;
export type QueryKey = (typeof QUERY_KEYS)[number];

/**
 * Why a value was not used. `unknown`: no such id or word. `not-offered`: it exists, but not with the other choices. `not-a-number`,
 * `out-of-range`: as they say. `incomplete`: a chip without its memory, or the other way round.
 */
export type IgnoredReason = 'unknown' | 'not-offered' | 'not-a-number' | 'out-of-range' | 'incomplete';

/** A value of a query string that could not be used, cut to what can be shown. */
export interface IgnoredValue {
  readonly key: QueryKey;
  readonly value: string;
  readonly reason: IgnoredReason;
}

/** Stands for “without” where a page starts with something. */
export const NONE = 'none';

/** A foreign value is shown to the reader, so it is cut before it can fill the page. */
const MAX_SHOWN = 40;

/** At most 40 characters of a value, none of them cut in half. */
export const shown = (value: string): string => [...value.slice(0, 2 * MAX_SHOWN)].slice(0, MAX_SHOWN).join('');

const WHOLE = /^-?\d{1,12}$/;
const DECIMAL = /^-?\d{1,12}(?:\.\d{1,6})?$/;

const numberIn = (text: string, pattern: RegExp, limits: Limits): number | IgnoredReason => {
  if (!pattern.test(text)) return 'not-a-number';
  // -0 is 0: a link cannot tell them apart.
  const value = Number(text) + 0;
  return isWithin(value, limits) ? value : 'out-of-range';
};

export const wholeIn = (text: string, limits: Limits): number | IgnoredReason => numberIn(text, WHOLE, limits);
export const decimalIn = (text: string, limits: Limits): number | IgnoredReason => numberIn(text, DECIMAL, limits);

/** A number as it is written in a link, with at most six decimals: a slider’s 0.30000000000000004 is 0.3. */
export const numberText = (value: number): string => String(Number(value.toFixed(6)));
