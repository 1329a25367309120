import type { ModelFacts, QuantizationFacts } from '../advisor/types.ts';
import { weightsBytes } from '../advisor/weights.ts';

/**
 * Sizes of files travel as how far they are from the size the parameters give, which is little, in steps of a hundredth of a percent: finer
 * than any figure the page shows of a file.
 */
const STEPS = 10_000;

const computed = (model: ModelFacts, quantization: QuantizationFacts): number => weightsBytes({ ...model, files: [] }, quantization).bytes;

/** The steps nearest to a size in bytes. */
export const stepsOf = (model: ModelFacts, quantization: QuantizationFacts, bytes: number): number =>
  Math.round((bytes / computed(model, quantization) - 1) * STEPS);

/** The size so many steps stand for, in bytes. */
export const fileOf = (model: ModelFacts, quantization: QuantizationFacts, steps: number): number =>
  Math.round(computed(model, quantization) * (1 + steps / STEPS));
