import { scaleRange, type Range } from '../range.ts';
import { spreadOf } from '../spread.ts';
import type { SpeedEstimate } from './estimate.ts';
import type { ModelClass } from './parameters.ts';

/** A published speed of a Mac without a fan that had slowed down from heat, beside the estimate for the same run at full speed. */
export interface SlowedRun {
  /** Family of the chip: M5. */
  readonly family: string;
  readonly modelClass: ModelClass;
  readonly measure: 'decode' | 'prefill';
  /** Tokens per second. */
  readonly published: number;
  readonly estimated: number;
}

/** What is left of the full speed under load that lasts: the lowest, middle and highest part of 1 over the published runs. */
export interface Slowdown {
  readonly decode: Range;
  readonly prefill: Range;
  /** How many runs stand behind the two. */
  readonly rows: number;
}

/** Fewer runs than this of one measure say too little to generalize from. Our choice. */
const LEAST_RUNS = 5;

/** Heat only takes speed away: what a run is faster than its estimate is the error of the estimate. */
const partLeft = ({ published, estimated }: SlowedRun): number => Math.min(1, published / estimated);

/**
 * What is left of the full speed, by family of the chip and class of the model, for exactly those families and classes that were measured:
 * heat depends on the chip, and a model that leaves the GPU idle between layers makes less of it.
 * @returns a look-up; null where fewer than five runs of a measure are published
 */
export const slowdowns = (runs: readonly SlowedRun[]): ((family: string, modelClass: ModelClass) => Slowdown | null) => {
  const groups = Map.groupBy(runs, ({ family, modelClass }) => `${family} ${modelClass}`);
  const known = new Map(
    [...groups].map(([key, group]) => {
      const partsOf = (measure: SlowedRun['measure']): number[] => group.filter((run) => run.measure === measure).map(partLeft);
      const [decode, prefill] = [partsOf('decode'), partsOf('prefill')];
      const ranges = { decode: spreadOf(decode, 1), prefill: spreadOf(prefill, 1) };
      const enough = Math.min(decode.length, prefill.length) >= LEAST_RUNS && ranges.decode !== null && ranges.prefill !== null;
      return [key, enough ? { decode: ranges.decode, prefill: ranges.prefill, rows: group.length } : null] as [string, Slowdown | null];
    }),
  );
  return (family, modelClass) => known.get(`${family} ${modelClass}`) ?? null;
};

/** Tokens per second after minutes of load. */
export interface SustainedSpeed {
  readonly decode: Range;
  readonly prefill: Range;
}

/**
 * The speed a Mac without a fan settles at: the middle of the estimate at full speed times the parts of it that published runs reached.
 * The spread of the runs already holds the error of the estimate, so the range of the estimate is not multiplied in again.
 */
export const sustainedSpeed = (estimate: Pick<SpeedEstimate, 'decode' | 'prefill'>, { decode, prefill }: Slowdown): SustainedSpeed => ({
  decode: scaleRange(decode, estimate.decode.mid),
  prefill: scaleRange(prefill, estimate.prefill.mid),
});
