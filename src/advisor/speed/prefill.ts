import { DEFAULT_MICRO_BATCH } from '../kv-cache.ts';
import type { PrefillParameters } from './parameters.ts';
import type { Work } from './work.ts';

/** Where the time of reading a prompt goes, in milliseconds for the whole prompt. */
export interface PrefillTime {
  /** Multiplying with the weights. */
  readonly compute: number;
  readonly attention: number;
  /** Fetching the weights, once per step. */
  readonly weights: number;
  readonly layers: number;
  readonly total: number;
}

/**
 * Time to read a prompt. It is bound by computing: 2 operations per active parameter and token at the rate the cores of this generation
 * reach, plus attention, plus what every step of the prompt costs: fetching the weights and a fixed time per layer. Rates are fitted.
 * @param attentionGflop operations of attention per token, from the function of that name
 */
export const prefillTime = (work: Work, promptTokens: number, attentionGflop: number, parameters: PrefillParameters): PrefillTime => {
  const { engine, generation, kernel, gpuCores } = work;
  const rate =
    gpuCores *
    parameters.core[engine][generation] *
    parameters.kernel[kernel] *
    (work.experts ? parameters.experts[engine] : 1) *
    (work.recurrentLayers > 0 ? parameters.recurrent : 1) *
    (work.serialBuild ? parameters.serial : 1);
  const attentionRate =
    gpuCores * (work.latent ? parameters.attentionLatent[engine] : parameters.attention[engine] * (generation === 'M5' ? parameters.attentionMatrixUnits : 1));
  const steps = Math.ceil(promptTokens / DEFAULT_MICRO_BATCH[engine]);
  // GFLOP over TFLOPS are milliseconds.
  const compute = (promptTokens * 2 * work.activeB) / rate;
  const attention = (promptTokens * attentionGflop) / attentionRate;
  const weights = (steps * work.weightsGB * 1000 * parameters.weights[engine]) / work.bandwidthGBps;
  const layers = steps * work.layers * parameters.layer[engine];
  return { compute, attention, weights, layers, total: compute + attention + weights + layers };
};
