import type { DecodeParameters } from './parameters.ts';
import type { Work } from './work.ts';

/** Where the time of one token goes, in milliseconds. */
export interface DecodeTime {
  /** Reading the weights. */
  readonly weights: number;
  /** Fixed time of the layers. */
  readonly layers: number;
  /** Reading the cache. */
  readonly cache: number;
  /** Fixed time of the runtime. */
  readonly runtime: number;
  readonly total: number;
}

/** Part of the peak bandwidth at which this chip reads weights packed like this. Never above 1. */
const efficiency = (work: Work, parameters: DecodeParameters): number => {
  const { kernel, generation, tier } = work;
  let part = parameters.efficiency * parameters.kernel[kernel];
  if (tier === 'ultra') part *= parameters.ultra;
  const early = (generation === 'M1' || generation === 'M2') && (tier === 'max' || tier === 'ultra');
  if (early && (kernel === 'k' || kernel === 'i')) part *= tier === 'max' ? parameters.earlyMaxK : parameters.earlyUltraK;
  if (early && kernel === 'affine') part *= parameters.earlyMaxAffine;
  return Math.min(part, 1);
};

const layersTime = (work: Work, parameters: DecodeParameters): number => {
  const { layers, experts, latent, generation } = work;
  // A step of a recurrent state is computing: the more cores, the sooner it is done.
  const recurrentLayers = work.recurrentLayers / work.gpuCores;
  if (work.engine === 'mlx') {
    const further = (experts ? layers * parameters.mlxExpertLayer : 0) + recurrentLayers * parameters.mlxRecurrentLayer;
    return (layers * parameters.mlxLayer + further + (latent ? layers * parameters.latentLayer : 0)) * parameters.mlxGeneration[generation];
  }
  const further =
    (experts ? layers * parameters.expertLayer : 0) + recurrentLayers * parameters.recurrentLayer + (latent ? layers * parameters.latentLayer : 0);
  // The further times were measured on all generations together, so they shrink with the plain layer of the chip as against an M4.
  const pace = parameters.layer[generation] / parameters.layer.M4;
  return (layers * parameters.layer[generation] + further * pace) * (work.serialBuild ? 1 : parameters.concurrent);
};

/** Multiples of the cache bytes over the peak bandwidth. Never below 1: no read is faster than the memory. */
const cacheFactor = (work: Work, parameters: DecodeParameters): number => {
  if (work.latent) return Math.max(1, parameters.latentCache[work.engine]);
  if (work.engine === 'mlx') return Math.max(1, parameters.mlxCache);
  return Math.max(1, parameters.cache * (work.flashAttention ? 1 : parameters.cacheWithoutFlash));
};

/**
 * Time of one token while answering, one user: weights read over the bandwidth that reading reaches, plus a fixed time per layer, plus the
 * cache read. The form is that of “LLM inference speed of light” (zeux.io) with the fixed times added; the numbers are fitted.
 * @param cacheGB what is read of the cache, from `cacheReadGB`
 */
export const decodeTime = (work: Work, cacheGB: number, parameters: DecodeParameters): DecodeTime => {
  const perGB = 1000 / work.bandwidthGBps;
  const weights = (work.readGB * perGB * (work.experts ? Math.max(1, parameters.experts) : 1)) / efficiency(work, parameters);
  const layers = layersTime(work, parameters);
  const cache = cacheGB * perGB * cacheFactor(work, parameters);
  const runtime = parameters.token + (work.ollama ? parameters.ollama : 0);
  return { weights, layers, cache, runtime, total: weights + layers + cache + runtime };
};

/** Tokens per second no program can pass without reading less: bytes per token over the peak bandwidth. */
export const decodeRoofline = (work: Work, cacheGB: number): number => work.bandwidthGBps / (work.readGB + cacheGB);
