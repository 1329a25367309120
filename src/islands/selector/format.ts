import { GiB } from '../../advisor/bytes.ts';

/**
 * Numbers are written by hand: the locale of the machine that builds the page and that of the reader's browser must not differ in a
 * single character, or the page would change while it wakes up.
 */
export const integer = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** GiB with one decimal. */
export const gib = (bytes: number): string => (bytes / GiB).toFixed(1);

/** GiB with one decimal, never less than it is: for what a reader must have. */
export const gibNeeded = (bytes: number): string => (Math.ceil((bytes / GiB) * 10 - 1e-9) / 10).toFixed(1);

/** Parts in GiB with two decimals that sum to the rounded total: each is the step between two rounded running sums. */
export const partsInGiB = (parts: readonly number[]): string[] => {
  let sum = 0;
  let before = 0;
  return parts.map((bytes) => {
    sum += bytes;
    const after = Math.round((sum / GiB) * 100);
    const part = after - before;
    before = after;
    return (part / 100).toFixed(2);
  });
};
