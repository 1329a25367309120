import type { MachineView, MeasuredPoint } from '../../../selector/result.ts';

/** A logarithmic axis: where a value stands, from 0 to 1, and the values to write below it. */
export interface LogScale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5] as const;

/** 1, 2 and 5 times every power of ten from below `low` to above `high`. */
const ladder = (low: number, high: number): number[] => {
  const ticks: number[] = [];
  // One power lower than the logarithm says: just below a power of ten it is rounded up to it.
  for (let power = Math.floor(Math.log10(low)) - 1; power <= Math.ceil(Math.log10(high)); power += 1) {
    // Powers below one are fractions that 10 ** power would miss by a hair.
    for (const step of STEPS) ticks.push(power < 0 ? step / 10 ** -power : step * 10 ** power);
  }
  const first = ticks.findLastIndex((tick) => tick <= low);
  const last = ticks.findIndex((tick) => tick >= high);
  return ticks.slice(Math.max(0, first), last < 0 ? undefined : last + 1);
};

/** More ticks than this run into each other on a phone. */
const MOST_TICKS = 7;

/** Only the powers of ten where there are too many ticks; the first one stays, because the axis begins there. */
const thinned = (ticks: readonly number[]): number[] =>
  ticks.length <= MOST_TICKS ? [...ticks] : ticks.filter((tick, index) => index === 0 || Number.isInteger(Number(Math.log10(tick).toFixed(9))));

/** An axis that holds all values. Speeds differ by factors, so equal factors are equally far apart. Null without a value. */
export const logScale = (values: readonly number[]): LogScale | null => {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  if (known.length === 0) return null;
  const all = ladder(Math.min(...known), Math.max(...known));
  const [from, to] = [all[0] ?? 1, all.at(-1) ?? 10];
  const [start, width] = [Math.log10(from), Math.max(Math.log10(to / from), 0.3)];
  return { at: (value) => Math.min(1, Math.max(0, (Math.log10(value) - start) / width)), ticks: thinned(all) };
};

/** Published figures of the speed the bar shows. */
export const decodePoints = (points: readonly MeasuredPoint[]): MeasuredPoint[] => points.filter(({ measure }) => measure === 'decode');

/** One axis for all machines that are shown, so that their bars can be compared. */
export const speedScale = (machines: readonly MachineView[]): LogScale | null =>
  logScale(
    machines.flatMap(({ speed, measured }) => [
      ...(speed === null ? [] : [speed.low, speed.high]),
      ...decodePoints(measured).map((point) => point.tokensPerSecond),
    ]),
  );
