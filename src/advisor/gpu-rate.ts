import type { Chip } from '../schemas/chip.ts';
import type { Range } from './range.ts';

/** What the estimates that follow the GPU's arithmetic need of a chip. */
export type ChipCompute = Pick<
  Chip,
  'id' | 'name' | 'family' | 'tier' | 'gpuCores' | 'memoryOptionsGB' | 'bandwidthGBps' | 'gpuTflopsFp32' | 'neuralAccelerators'
>;

/**
 * How much faster than its FP32 rate a GPU with matrix units (M5 and later) multiplies half-precision matrices in whole programs.
 * Mid: the encoder of whisper.cpp on the M5 Max against the M4 Max, 1.6 to 2.2 by model size (scripts/bench-all-gg.txt, 2026-05-25);
 * high: Draw Things, 3.3 times the M4 Max at 1.17 times its FP32 rate (2026-03-30). Programs that do not use the units gain nothing.
 */
export const INFERENCE_GAIN: Range = { low: 1.7, mid: 2.1, high: 2.8 };

/**
 * The same for training. No published training run isolates the gain: PyTorch reaches three times the FP32 rate in a bare half-precision
 * multiplication on an M5 (taneja-rohit/mac-ml-benchmark), MLX of that time reached none. Assumed between nothing and the gain of inference.
 */
export const TRAINING_GAIN: Range = { low: 1, mid: 1.4, high: 2.1 };

/** Distance of an end from the middle, as a factor of at least 1, of a product whose factors are `a` and `b`. */
const distance = (a: number, b: number): number => Math.exp(Math.hypot(Math.log(a), Math.log(b)));

/**
 * The product of two values that are unsure for reasons of their own. Both are seldom at the same end, so the distances to the middle add
 * up like independent errors: as the root of the sum of their squares, in logarithms.
 */
export const productOf = (a: Range, b: Range): Range => {
  const mid = a.mid * b.mid;
  return { low: mid / distance(a.mid / a.low, b.mid / b.low), mid, high: mid * distance(a.high / a.mid, b.high / b.mid) };
};

const NO_GAIN: Range = { low: 1, mid: 1, high: 1 };

/**
 * Half-precision arithmetic of a GPU in 10^12 operations per second: peak FP32 rate, times the gain of the matrix units where there are any.
 * @param gain none for what was measured on GPUs of the same kind
 * @returns null where the FP32 rate of the chip is not known
 */
export const gpuRate = (chip: ChipCompute, gain: Range = NO_GAIN): Range | null => {
  const rate = chip.gpuTflopsFp32;
  if (rate === null || rate === undefined) return null;
  return productOf({ ...rate, mid: Math.sqrt(rate.low * rate.high) }, chip.neuralAccelerators ? gain : NO_GAIN);
};

/** The value below which `part` of the values lie, between the two nearest. */
const quantile = (sorted: readonly number[], part: number): number => {
  const place = part * (sorted.length - 1);
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
};

/** Part of the runs that is left out at each end. */
const TAIL = 0.1;

/**
 * A range from what runs of many programs reach: the median, between the tenth of the runs with the least and the tenth with the most. One
 * odd run must not decide how wide every estimate is.
 * @param margin factor of at least 1 by which the next run may leave the two
 */
export const mostOf = (values: readonly number[], margin: number): Range | null => {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return { low: quantile(sorted, TAIL) / margin, mid: quantile(sorted, 0.5), high: quantile(sorted, 1 - TAIL) * margin };
};

/** Where a row was measured, as far as its source says. */
export interface MeasuredOn {
  readonly chip: string | null;
  readonly chipName: string;
  readonly gpuCores?: number;
  readonly memoryGB: number | null;
}

/** The variants a row can have been measured on: Apple sells the same name with different GPUs, and sources often give the name only. */
export const variantsOf = <C extends ChipCompute>(row: MeasuredOn, chips: readonly C[]): readonly C[] =>
  row.chip !== null
    ? chips.filter(({ id }) => id === row.chip)
    : chips.filter(
        ({ name, gpuCores, memoryOptionsGB }) =>
          name === row.chipName && (row.gpuCores ?? gpuCores) === gpuCores && (row.memoryGB === null || memoryOptionsGB.includes(row.memoryGB)),
      );

/** The likely rate behind a row: the geometric mean over the variants it can have been measured on; null where none has a known rate. */
export const rateBehind = (row: MeasuredOn, chips: readonly ChipCompute[], gain?: Range): number | null => {
  const rates = variantsOf(row, chips).flatMap((chip) => gpuRate(chip, gain)?.mid ?? []);
  return rates.length === 0 ? null : Math.exp(rates.reduce((sum, rate) => sum + Math.log(rate), 0) / rates.length);
};
