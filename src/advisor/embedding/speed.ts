import { gpuRate, productOf, type ChipCompute } from '../gpu-rate.ts';
import { scaleRange, type Range } from '../range.ts';
import { unknown, type Unknown } from '../unknown.ts';
import type { EmbeddingCalibration } from './calibration.ts';
import { bodyParamsB, teraOperationsPerToken, type EmbeddingShape } from './work.ts';

/**
 * How much further down a model may lie that is smaller than all that were measured: starting its layers weighs more. BERT base, a fifth
 * of the smallest, reaches a half of the rate on M3 chips (lucadiliello/pytorch-apple-silicon-benchmarks, PyTorch at 32 bit), not two thirds.
 */
const SMALL_MARGIN = 1.5;

/** Bodies this much under the smallest are still its size: tables of tokens differ by a few. */
const SAME_SIZE = 0.95;

/** Below this, in 10^9 parameters of the body, starting the layers takes longer than their arithmetic, and nobody measured how long. */
const LEAST_BODY_B = 0.1;

export interface EmbeddingSpeedRequest {
  readonly model: EmbeddingShape & { readonly id: string };
  readonly chip: ChipCompute;
  readonly sequenceTokens: number;
}

export interface EmbeddingSpeed {
  readonly known: true;
  readonly tokensPerSecond: Range;
  /** How many measured runs stand behind it. */
  readonly points: number;
}

/**
 * Tokens of texts turned into vectors per second, in batches that keep the GPU busy (8 texts do): peak FP32 rate × part of it that runs
 * reach ÷ operations per token. Neither the batch, 8 to 64, nor the bits of the weights, 4 or 8, move the measured speeds by more than 6 %.
 */
export const embeddingSpeed = ({ model, chip, sequenceTokens }: EmbeddingSpeedRequest, calibration: EmbeddingCalibration): EmbeddingSpeed | Unknown => {
  const rate = gpuRate(chip);
  if (rate === null) return unknown('gpu-rate-unknown', chip.id);
  const part = chip.neuralAccelerators ? calibration.matrix : calibration.plain;
  const bodyB = bodyParamsB(model);
  if (part === null || bodyB < LEAST_BODY_B) return unknown('no-measurement', model.id);
  const reached = bodyB < calibration.smallestBodyB * SAME_SIZE ? { ...part, low: part.low / SMALL_MARGIN } : part;
  const tokensPerSecond = scaleRange(productOf(rate, reached), 1 / teraOperationsPerToken(model, sequenceTokens));
  return { known: true, tokensPerSecond, points: part.points };
};
