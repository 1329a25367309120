import { scaleLog } from 'd3-scale';
import { round } from './percent.ts';

export interface LogTick {
  readonly value: number;
  readonly at: number;
}

/** A logarithmic axis over whole powers of ten: the same factor is the same distance everywhere. */
export interface LogAxis {
  /** Position of a value, rounded to a tenth; values beyond the ends stay at the ends. */
  readonly at: (value: number) => number;
  /** Every power of ten from end to end. */
  readonly ticks: readonly LogTick[];
}

/**
 * @param least smallest value to be shown
 * @param most largest one
 * @param range where the axis starts and ends: percent across, or pixels down (then from the bottom up)
 * @throws for values that have no logarithm
 */
export const logAxis = (least: number, most: number, range: readonly [number, number]): LogAxis => {
  if (!(least > 0) || !(most >= least) || most === Infinity) throw new Error(`log axis: expected values above 0, found ${least} to ${most}`);
  const first = Math.floor(Math.log10(least));
  const last = Math.max(first + 1, Math.ceil(Math.log10(most)));
  const scale = scaleLog()
    .domain([10 ** first, 10 ** last])
    .range(range)
    .clamp(true);
  const at = (value: number) => round(scale(value));
  return {
    at,
    ticks: Array.from({ length: last - first + 1 }, (_, index) => {
      const value = Number(`1e${first + index}`);
      return { value, at: at(value) };
    }),
  };
};
