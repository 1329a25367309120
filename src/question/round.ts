import type { Range } from '../advisor/range.ts';

const DIGITS = 3;

/** Three significant digits: more would claim what an estimate cannot know. Downwards where rounding would pass `most`. */
const rounded = (value: number, most: number): number => {
  const nearest = Number(value.toPrecision(DIGITS));
  if (nearest <= most) return nearest;
  const step = 10 ** (Math.floor(Math.log10(most)) + 1 - DIGITS);
  return Number((Math.floor(most / step) * step).toPrecision(DIGITS));
};

/** @param most a bound the rounded values keep too */
export const roundRange = ({ low, mid, high }: Range, most = Infinity): Range => ({
  low: rounded(low, most),
  mid: rounded(mid, most),
  high: rounded(high, most),
});
