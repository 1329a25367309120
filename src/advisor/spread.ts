import type { Range } from './range.ts';

/** The middle value; the mean of the two middle ones of an even number, 0 of none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
};

/**
 * A range from measured values: their median, and their extremes with a margin, but never narrower than the margin itself. Few values
 * say little about the next one, so the extremes are not trimmed.
 * @param margin factor of at least 1 by which the next measurement may leave the extremes
 */
export const spreadOf = (values: readonly number[], margin: number): Range | null => {
  if (values.length === 0) return null;
  const mid = median(values);
  return { low: Math.min(...values) / margin, mid, high: Math.max(...values) * margin };
};
