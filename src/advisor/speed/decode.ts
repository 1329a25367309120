import type { DecodeParameters } from './parameters.ts';
import type { Work } from './work.ts';

/** Where the time of one token goes, in milliseconds. */
export interface DecodeTime {
  /** Reading and unpacking the weights. */
  readonly weights: number;
  /** Fixed time of the layers. */
  readonly layers: number;
  /** Attention over the cache. */
  readonly cache: number;
  /** Fixed time of the runtime. */
  readonly runtime: number;
  readonly total: number;
}

/** What the tokens in the cache cost one token more, from `cacheReadGB` and `attentionGflop`. */
export interface CacheLoad {
  /** Bytes read, in 10^9. */
  readonly cacheGB: number;
  /** Operations of attention, in 10^9. */
  readonly attentionGflop: number;
}

/** MLX has no fused attention for heads wider than this (scaled_dot_product_attention.cpp of MLX 0.32). */
const WIDE_HEAD = 256;

const isEarly = ({ generation }: Work): boolean => generation === 'M1' || generation === 'M2';

/**
 * Time under two ceilings, the memory's and the cores'. Near the point where both are equal neither is reached, which the root of the squares
 * says in the simplest way; a hard maximum and higher powers fit the published runs less well.
 */
const underBoth = (reading: number, computing: number): number => Math.hypot(reading, computing);

/**
 * Reading the weights at the part of the bandwidth that reading reaches, and unpacking them at what the cores can: M1 and M2 Max and Ultra have
 * more bandwidth than their cores can unpack K-quants for, and M1 has no bfloat16, in which MLX keeps most models.
 */
const weightsTime = (work: Work, parameters: DecodeParameters): number => {
  const { kernel, engine, generation } = work;
  const times = work.experts ? Math.max(1, parameters.experts) : 1;
  const efficiency = Math.min(1, parameters.efficiency * parameters.kernel[kernel] * (work.tier === 'ultra' ? parameters.ultra : 1));
  const unpack =
    parameters.unpack[kernel] *
    parameters.unpackGeneration[engine][generation] *
    (work.serialBuild ? parameters.unpackSerial : 1) *
    (engine === 'mlx' && generation === 'M1' && work.float16 ? parameters.mlxFloat16 : 1);
  const reading = (work.readGB * 1000) / (work.bandwidthGBps * efficiency);
  const unpacking = (work.activeB * 1000) / (work.gpuCores * unpack);
  return times * underBoth(reading, unpacking);
};

const layersTime = (work: Work, parameters: DecodeParameters): number => {
  const { layers, expertLayers, latent, generation } = work;
  // A step of a recurrent state is computing: the more cores, the sooner it is done.
  const recurrentLayers = work.recurrentLayers / work.gpuCores;
  if (work.engine === 'mlx') {
    const further = expertLayers * parameters.mlxExpertLayer + recurrentLayers * parameters.mlxRecurrentLayer;
    return (layers * parameters.mlxLayer + further + (latent ? layers * parameters.latentLayer : 0)) * parameters.mlxGeneration[generation];
  }
  const further = expertLayers * parameters.expertLayer + recurrentLayers * parameters.recurrentLayer + (latent ? layers * parameters.latentLayer : 0);
  // The further times were measured on all generations together, so they shrink with the plain layer of the chip as against an M4.
  const pace = parameters.layer[generation] / parameters.layer.M4;
  return (layers * parameters.layer[generation] + further * pace) * (work.serialBuild ? 1 : parameters.concurrent);
};

/**
 * Reading the cache, and multiplying with it: query heads that share keys and values share what is read, not what is computed. No read is
 * faster than the memory.
 */
const cacheTime = (work: Work, { cacheGB, attentionGflop }: CacheLoad, parameters: DecodeParameters): number => {
  const isMlx = work.engine === 'mlx';
  const unpacking = work.quantizedCache ? parameters.cacheQuantized * (work.earlyCacheKernels ? parameters.cacheQuantizedEarly : 1) : 1;
  const perByte = isMlx ? parameters.mlxCache : parameters.cache * unpacking;
  const rate =
    parameters.attention[work.engine] *
    (work.latent ? parameters.attentionLatent[work.engine] : 1) *
    (isMlx && work.headDim > WIDE_HEAD ? parameters.mlxAttentionWide : 1);
  const reading = (cacheGB * 1000 * Math.max(1, perByte)) / work.bandwidthGBps;
  const slowdown = isMlx ? (isEarly(work) ? parameters.mlxCacheEarly : 1) : work.flashAttention ? 1 : parameters.cacheWithoutFlash;
  return underBoth(reading, attentionGflop / (work.gpuCores * rate)) * Math.max(1, slowdown);
};

/**
 * Time of one token while answering, one user: the weights under the ceilings of bandwidth and cores, a fixed time per layer, and attention
 * over the cache. The form is that of “LLM inference speed of light” (zeux.io) with a second ceiling, as in a roofline, and the fixed times
 * added; the numbers are fitted.
 */
export const decodeTime = (work: Work, load: CacheLoad, parameters: DecodeParameters): DecodeTime => {
  const weights = weightsTime(work, parameters);
  const layers = layersTime(work, parameters);
  const cache = cacheTime(work, load, parameters);
  const runtime = parameters.token + (work.ollama ? parameters.ollama : 0);
  return { weights, layers, cache, runtime, total: weights + layers + cache + runtime };
};

/** Tokens per second no program can pass without reading less: bytes per token over the peak bandwidth. */
export const decodeRoofline = (work: Work, cacheGB: number): number => work.bandwidthGBps / (work.readGB + cacheGB);
