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
  /** What a GPU core can unpack, in 10^9 weights per second, by their packing. */
  readonly unpack: Readonly<Record<Kernel, number>>;
  /** Factor on it by engine and generation. */
  readonly unpackGeneration: Readonly<Record<Engine, Readonly<Record<Generation, number>>>>;
  /** llama.cpp: factor on it for builds up to mid 2025, whose kernels for K-quants were slower. */
  readonly unpackSerial: number;
  /** MLX on M1: factor on it for models converted to float16, which M1 computes with, unlike bfloat16. */
  readonly mlxFloat16: number;
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
  /** Factor on the time for the weights of a mixture of experts. */
  readonly experts: number;
  /** Time to read the cache, in multiples of its bytes over the peak bandwidth. */
  readonly cache: number;
  readonly mlxCache: number;
  /** Factor on `cache` where the cache is quantized and must be unpacked; a further one for builds before pull request 26570 (August 2026). */
  readonly cacheQuantized: number;
  readonly cacheQuantizedEarly: number;
  /** Attention while answering, in effective 10^12 operations per second and GPU core; factors on it for a latent and for wide heads. */
  readonly attention: Readonly<Record<Engine, number>>;
  readonly attentionLatent: Readonly<Record<Engine, number>>;
  readonly mlxAttentionWide: number;
  /** Factor on the time for the cache: in llama.cpp without flash attention, in MLX on M1 and M2. */
  readonly cacheWithoutFlash: number;
  readonly mlxCacheEarly: number;
  /** What Ollama adds to the runtime it wraps, and what every runtime needs per token. */
  readonly ollama: number;
  readonly token: number;
}

/** The numbers behind the estimate of prefill speed. Rates are effective 10^12 operations per second and GPU core. */
export interface PrefillParameters {
  readonly core: Readonly<Record<Engine, Readonly<Record<Generation, number>>>>;
  /** Exponent of the number of cores: below 1, more cores gain less than in proportion. */
  readonly scaling: Readonly<Record<Engine, number>>;
  /** Factor on the rate by the packing of the weights. */
  readonly kernel: Readonly<Record<Kernel, number>>;
  /** Factor on the rate for a mixture of experts and for models with recurrent layers. */
  readonly experts: Readonly<Record<Engine, number>>;
  readonly recurrent: number;
  /** Factor on the rate for llama.cpp builds up to mid 2025. */
  readonly serial: number;
  /** Tokens of a step at which half of the rate is reached; the same per expert; the factor on both with matrix units. */
  readonly ramp: Readonly<Record<Engine, number>>;
  readonly rampExperts: Readonly<Record<Engine, number>>;
  readonly rampMatrixUnits: Readonly<Record<Engine, number>>;
  /** The rate of attention, to a latent too. */
  readonly attention: Readonly<Record<Engine, number>>;
  readonly attentionLatent: Readonly<Record<Engine, number>>;
  /** Factors on it: matrix units (from the M5 on), heads wider than 128, a quantized cache (and that before August 2026), no flash attention. */
  readonly attentionMatrixUnits: Readonly<Record<Engine, number>>;
  readonly attentionWide: Readonly<Record<Engine, number>>;
  readonly attentionQuantized: number;
  readonly attentionQuantizedEarly: number;
  readonly attentionWithoutFlash: number;
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
