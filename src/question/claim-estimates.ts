import { GiB, MiB } from '../advisor/bytes.ts';
import { MARGIN_BYTES } from '../advisor/overhead.ts';
import { invert, type Range } from '../advisor/range.ts';
import type { Claim } from '../schemas/claim.ts';
import type { ClaimEstimate, EstimateUnit } from '../schemas/claim-estimate.ts';
import { answer, isRefusal, type Answer, type Refusal } from './answer.ts';
import type { Context } from './context.ts';

/** What the command counts in. */
type Base = 'bytes' | 'seconds' | 'tokens/s' | 'x';

const SECONDS_PER_DAY = 86_400;

const UNITS: Readonly<Record<EstimateUnit, { readonly base: Base; readonly factor: number }>> = {
  GiB: { base: 'bytes', factor: GiB },
  GB: { base: 'bytes', factor: 1e9 },
  MiB: { base: 'bytes', factor: MiB },
  'tokens/s': { base: 'tokens/s', factor: 1 },
  x: { base: 'x', factor: 1 },
  milliseconds: { base: 'seconds', factor: 1e-3 },
  seconds: { base: 'seconds', factor: 1 },
  minutes: { base: 'seconds', factor: 60 },
  hours: { base: 'seconds', factor: 3600 },
  days: { base: 'seconds', factor: SECONDS_PER_DAY },
  years: { base: 'seconds', factor: 365 * SECONDS_PER_DAY },
};

/** The units of `TaskResult.speed`. */
const SPEED_BASES: Readonly<Record<string, Base>> = { 'seconds per image': 'seconds', 'times real time': 'x', 'tokens per second': 'tokens/s' };

interface Found {
  readonly base: Base;
  readonly range: Range;
}

const exactly = (value: number): Range => ({ low: value, mid: value, high: value });

/** The part of an answer a claim prints, or null where the answer does not have it. */
const find = (result: Exclude<Answer, Refusal>, part: ClaimEstimate['result']): Found | null => {
  const { memory, budget } = result;
  const bytes = (value: number | null | undefined): Found | null => (typeof value !== 'number' ? null : { base: 'bytes', range: exactly(value) });
  const tokens = (range: Range | null | undefined): Found | null => (range ? { base: 'tokens/s', range } : null);
  const llm = 'decode' in result ? result : null;
  switch (part) {
    case 'needBytes':
      return bytes(typeof memory?.totalBytes === 'number' ? memory.totalBytes + MARGIN_BYTES : null);
    case 'budget.gpuLimitBytes':
      return bytes(budget?.gpuLimitBytes);
    case 'decode':
    case 'prefill':
      return tokens(llm?.[part]);
    case 'sustained.decode':
      return tokens(llm?.sustained?.decode);
    case 'sustained.prefill':
      return tokens(llm?.sustained?.prefill);
    case 'rooflineTokensPerSecond':
      return tokens(llm?.rooflineTokensPerSecond ? exactly(llm.rooflineTokensPerSecond) : null);
    case 'timeToFirstTokenSeconds':
      return llm?.timeToFirstTokenSeconds ? { base: 'seconds', range: llm.timeToFirstTokenSeconds } : null;
    case 'speed': {
      const speed = 'speed' in result ? result.speed : null;
      const base = SPEED_BASES[speed?.unit ?? ''];
      return speed && base ? { base, range: speed } : null;
    }
    default: {
      const terms: Readonly<Record<string, number | null>> | null = memory;
      return bytes(terms?.[part.replace('memory.', '')]);
    }
  }
};

/** At a speed an amount of work takes a time. */
const timeFor = ({ base, range }: Found, amount: number): Found | null =>
  base === 'tokens/s' || base === 'x' ? { base: 'seconds', range: invert(range, amount) } : null;

/** Numbers as texts write them, `2,260` and `4.8`; not the one in a name such as `M5` or `A3B`. */
const NUMBER = /(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\.?\d)/g;

/** Digits behind the point a text gives a number, the most where it stands there twice; null where it does not stand there. */
const decimalsIn = (text: string, value: number): number | null => {
  const places = [...text.matchAll(NUMBER)].map(([written]) => written.replaceAll(',', '')).filter((written) => Number(written) === value);
  return places.length === 0 ? null : Math.max(...places.map((written) => written.split('.')[1]?.length ?? 0));
};

/** What one step of the last digit shown is worth. Zeros at the end of a whole number are no digits, but two always are: 21,000 was rounded to 1,000, 100 to 10. */
const lastDigit = (value: number, decimals: number): number => {
  if (decimals > 0) return 10 ** -decimals;
  const digits = String(Math.abs(value));
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  return 10 ** Math.max(0, Math.min(zeros, digits.length - 2));
};

/** Beside rounding: what rounding to three digits inside the command can add. */
const SLACK = 0.005;

const isShown = (value: number, shown: number, decimals: number): boolean =>
  Math.abs(value - shown) <= lastDigit(shown, decimals) / 2 + SLACK * Math.abs(shown) + 1e-9;

const list = (values: readonly number[]): string => values.map((value) => Number(value.toPrecision(4))).join('–');

/** How a figure stands in the text of each language. */
const placesOf = ({ text }: Claim, value: number): { readonly decimals: number; readonly absentIn: readonly string[] } => {
  const places = Object.entries(text).map(([language, words]) => ({ language, decimals: decimalsIn(words, value) }));
  return {
    decimals: Math.max(0, ...places.map(({ decimals }) => decimals ?? 0)),
    absentIn: places.filter(({ decimals }) => decimals === null).map(({ language }) => language),
  };
};

/** The answer of today, as the claim prints it: one value or both ends, in its unit; or why there is none. */
const answerOf = ({ question, result, amount, shown, unit }: ClaimEstimate, context: Context): readonly number[] | string => {
  const answered = answer(question, context);
  if (isRefusal(answered)) return `${answered.field ?? 'question'}: ${answered.error}`;
  const part = find(answered, result);
  const found = part && amount !== undefined ? timeFor(part, amount) : part;
  const { base, factor } = UNITS[unit];
  if (found?.base !== base) return `the answer has none in ${unit}`;
  const { low, mid, high } = found.range;
  return (typeof shown === 'number' ? [mid] : [low, high]).map((value) => value / factor);
};

const whatIsWrong = (claim: Claim, estimate: ClaimEstimate, context: Context): string[] => {
  const { question, result, amount, shown, unit } = estimate;
  const figures = [shown].flat().map((value) => ({ value, ...placesOf(claim, value) }));
  const asked = `${amount === undefined ? '' : `${amount} at the `}${result} of ${JSON.stringify(question)}`;
  const absent = figures.flatMap(({ value, absentIn }) => absentIn.map((language) => `${value} (${asked}) does not stand in the ${language} text`));
  const now = answerOf(estimate, context);
  if (typeof now === 'string') return [...absent, `${asked}: ${now}`];
  const isRight = figures.every(({ value, decimals }, index) => isShown(now[index] ?? NaN, value, decimals));
  return isRight ? absent : [...absent, `prints ${list([shown].flat())} ${unit}, but ${asked} is ${list(now)} ${unit}`];
};

/**
 * What is wrong with the estimates a claim prints: figures the command no longer answers with, figures that do not stand in both texts, and a
 * value that is none of them. One line each, with the id of the claim; none where all is right.
 */
export const staleEstimates = (claim: Claim, context: Context): string[] => {
  const { id, value, estimates = [] } = claim;
  const isLoose = estimates.length > 0 && typeof value === 'number' && !estimates.some(({ shown }) => [shown].flat().includes(value));
  return [...estimates.flatMap((estimate) => whatIsWrong(claim, estimate, context)), ...(isLoose ? [`the value ${value} is none of the estimates`] : [])].map(
    (problem) => `claims/${id}: ${problem}`,
  );
};

/** Words that say that a figure is ours, in the text of a claim. Estimates of others are quoted without 計算値. */
const OURS = [/このサイトの(?:見積もり|推定)/, /計算値.*(?:見積もり|推定)/, /this site['’]s estimate|estimate of this site/i];
/** The margin the advisor keeps free: who includes it has asked the advisor. */
const WITH_MARGIN = /余裕1GiB|余裕を含めて[^。]*GiB/;

/** Whether a claim prints an estimate of this site, by its words. */
export const isEstimate = ({ text: { ja, en } }: Claim): boolean => [...OURS, WITH_MARGIN].some((pattern) => pattern.test(ja) || pattern.test(en));
