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

/** GPUs whose cores multiply matrices in units of their own. */
const hasMatrixUnits = ({ generation }: Work): boolean => generation === 'M5';

/** Heads wider than this need more registers than the fastest attention kernels of both engines have. */
const WIDE_HEAD = 128;

/** Cores of the chip at which a rate per core means what it says; with more, each gains a little less. An M4 Pro has as many. */
const USUAL_CORES = 20;

/** Effective 10^12 operations per second of a step with very many tokens. */
const computeRate = (work: Work, parameters: PrefillParameters): number => {
  const { engine } = work;
  return (
    USUAL_CORES *
    (work.gpuCores / USUAL_CORES) ** parameters.scaling[engine] *
    parameters.core[engine][work.generation] *
    parameters.kernel[work.kernel] *
    (work.experts ? parameters.experts[engine] : 1) *
    (work.recurrentLayers > 0 ? parameters.recurrent : 1) *
    (work.serialBuild ? parameters.serial : 1)
  );
};

/** The same of attention. */
const attentionRate = (work: Work, parameters: PrefillParameters): number => {
  const { engine } = work;
  if (work.latent) return work.gpuCores * parameters.attentionLatent[engine];
  return (
    work.gpuCores *
    parameters.attention[engine] *
    (hasMatrixUnits(work) ? parameters.attentionMatrixUnits[engine] : 1) *
    (work.headDim > WIDE_HEAD ? parameters.attentionWide[engine] : 1) *
    (work.flashAttention ? 1 : parameters.attentionWithoutFlash) *
    (work.quantizedCache ? parameters.attentionQuantized * (work.earlyCacheKernels ? parameters.attentionQuantizedEarly : 1) : 1)
  );
};

/**
 * Tokens of a step at which half of the rate is reached: matrices with few rows leave cores idle. Every expert gets its part of the tokens
 * only, and matrix units are filled later than plain ones.
 */
const halfRateTokens = (work: Work, parameters: PrefillParameters): number => {
  const { engine } = work;
  const plain = parameters.ramp[engine] + (work.experts ? parameters.rampExperts[engine] / work.expertShare : 0);
  return plain * (hasMatrixUnits(work) ? parameters.rampMatrixUnits[engine] : 1);
};

/**
 * Time to read a prompt. It is bound by computing: 2 operations per active parameter and token at the rate the cores of this generation
 * reach, plus attention, plus what every step of the prompt costs: fetching the weights and a fixed time per layer. Rates are fitted.
 * @param attentionGflop operations of attention per token, from the function of that name
 */
export const prefillTime = (work: Work, promptTokens: number, attentionGflop: number, parameters: PrefillParameters): PrefillTime => {
  const { engine } = work;
  const steps = Math.ceil(promptTokens / work.microBatch);
  const counted = promptTokens + steps * halfRateTokens(work, parameters);
  // GFLOP over TFLOPS are milliseconds.
  const compute = (counted * 2 * work.activeB) / computeRate(work, parameters);
  const attention = (promptTokens * attentionGflop) / attentionRate(work, parameters);
  const weights = (steps * work.weightsGB * 1000 * parameters.weights[engine]) / work.bandwidthGBps;
  const layers = steps * work.layers * parameters.layer[engine];
  return { compute, attention, weights, layers, total: compute + attention + weights + layers };
};
