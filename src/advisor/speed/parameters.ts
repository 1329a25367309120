import type { Quantization } from '../../schemas/quantization.ts';
import type { Engine } from '../types.ts';
import type { Generation } from './generation.ts';

/** How the weights are packed: what the GPU has to do to unpack them decides how much of the bandwidth it can use. */
export type Kernel = Quantization['kernel'];

/**
 * The numbers behind the estimate of decode speed. All are positive; they are found by fitting published measurements
 * (src/calibration), so none of them is a choice. Times are milliseconds per token, or per token and layer.
 */
export interface DecodeParameters {
  /** Part of the peak bandwidth that reading weights reaches. */
  readonly efficiency: number;
  /** Factor on it by the packing of the weights. */
  readonly kernel: Readonly<Record<Kernel, number>>;
  /** Factor on it for two chips joined to one (Ultra). */
  readonly ultra: number;
  /** Factors on it for M1 and M2 Max and Ultra, whose bandwidth is large for what their cores can unpack. */
  readonly earlyMaxK: number;
  readonly earlyUltraK: number;
  readonly earlyMaxAffine: number;
  /** llama.cpp: fixed time per layer, by generation of the chip. */
  readonly layer: Readonly<Record<Generation, number>>;
  /** llama.cpp: factor on all fixed times for builds that run independent operations at once (from about August 2025). */
  readonly concurrent: number;
  /** llama.cpp: further fixed time of a layer that picks experts, keeps a recurrent state, or attends to a latent. */
  readonly expertLayer: number;
  readonly recurrentLayer: number;
  readonly latentLayer: number;
  /** MLX: fixed time per layer, and the factor on it by generation. */
  readonly mlxLayer: number;
  readonly mlxGeneration: Readonly<Record<Generation, number>>;
  readonly mlxExpertLayer: number;
  readonly mlxRecurrentLayer: number;
  /** Factor on the weights read of a mixture of experts. */
  readonly experts: number;
  /** Time to read the cache, in multiples of its bytes over the peak bandwidth. */
  readonly cache: number;
  readonly mlxCache: number;
  readonly latentCache: Readonly<Record<Engine, number>>;
  /** Factor on `cache` without flash attention. */
  readonly cacheWithoutFlash: number;
  /** What Ollama adds to the runtime it wraps, and what every runtime needs per token. */
  readonly ollama: number;
  readonly token: number;
}

/** The numbers behind the estimate of prefill speed. Rates are effective TFLOPS per GPU core. */
export interface PrefillParameters {
  readonly core: Readonly<Record<Engine, Readonly<Record<Generation, number>>>>;
  /** Factor on the rate by the packing of the weights. */
  readonly kernel: Readonly<Record<Kernel, number>>;
  /** Factor on the rate for a mixture of experts and for models with recurrent layers. */
  readonly experts: Readonly<Record<Engine, number>>;
  readonly recurrent: number;
  /** Factor on the rate for llama.cpp builds up to mid 2025. */
  readonly serial: number;
  /** Attention, in effective TFLOPS per GPU core too. */
  readonly attention: Readonly<Record<Engine, number>>;
  readonly attentionLatent: Readonly<Record<Engine, number>>;
  /** Factor on the rate of attention where the GPU has matrix units: from the M5 on. */
  readonly attentionMatrixUnits: number;
  /** Time to fetch the weights once per step, in multiples of their bytes over the peak bandwidth. */
  readonly weights: Readonly<Record<Engine, number>>;
  /** Fixed milliseconds per layer and step. */
  readonly layer: Readonly<Record<Engine, number>>;
}

/** How far published figures lie from the estimate: factors on the estimate that hold all but a few of them. */
export interface Spread {
  readonly low: number;
  readonly high: number;
}

/** Kinds of models whose estimates are differently sure. `dense`: more than 3 GB of weights. */
export const MODEL_CLASSES = ['dense', 'small', 'experts'] as const;
export type ModelClass = (typeof MODEL_CLASSES)[number];

/** All that calibration hands to the advisor. */
export interface SpeedParameters {
  readonly decode: DecodeParameters;
  readonly prefill: PrefillParameters;
  readonly spread: { readonly decode: Readonly<Record<ModelClass, Spread>>; readonly prefill: Readonly<Record<ModelClass, Spread>> };
}
