import type { DecodeParameters, PrefillParameters } from '../advisor/speed/parameters.ts';

/**
 * Where a parameter starts, and how far (as a natural logarithm) it may move before the data have to insist. Without them a parameter that
 * only one source speaks for would be free when that source is held out. Values are round on purpose: orders of magnitude, not results.
 */
export interface Prior {
  readonly value: number;
  readonly spread: number;
}

/** The shape of `T` with a prior in place of every number. */
export type PriorsFor<T> = { readonly [K in keyof T]: T[K] extends number ? Prior : PriorsFor<T[K]> };

const prior = (value: number, spread: number): Prior => ({ value, spread });

/** Neither slower nor faster than its neighbours. */
const alike = (spread: number): Prior => prior(1, spread);

/** The same priors for both engines. */
const both = <T>(priors: T): { readonly 'llama.cpp': T; readonly mlx: T } => ({ 'llama.cpp': priors, mlx: priors });

const layer = prior(0.12, 0.3);

/** A core of the first two generations unpacks less than one of the later ones. */
const unpackGeneration = { M1: prior(0.7, 0.4), M2: prior(0.8, 0.4), M3: alike(0.15), M4: alike(0.15), M5: alike(0.15) };
const unpack = prior(40, 0.4);

export const DECODE_PRIORS: PriorsFor<DecodeParameters> = {
  efficiency: prior(0.85, 0.1),
  kernel: { float: alike(0.06), legacy: alike(0.06), k: alike(0.06), i: alike(0.06), fp4: alike(0.06), affine: alike(0.06) },
  ultra: prior(0.95, 0.15),
  unpack: { float: unpack, legacy: unpack, k: prior(30, 0.4), i: prior(30, 0.4), fp4: unpack, affine: unpack },
  unpackGeneration: both(unpackGeneration),
  unpackSerial: prior(0.8, 0.3),
  mlxFloat16: prior(1.3, 0.2),
  layer: { M1: layer, M2: layer, M3: layer, M4: layer, M5: layer },
  concurrent: prior(0.7, 0.5),
  expertLayer: prior(0.06, 0.7),
  recurrentLayer: prior(3, 0.7),
  latentLayer: prior(0.06, 0.7),
  mlxLayer: prior(0.06, 0.5),
  mlxGeneration: { M1: alike(0.2), M2: alike(0.2), M3: alike(0.2), M4: alike(0.2), M5: alike(0.2) },
  mlxExpertLayer: prior(0.03, 0.7),
  mlxRecurrentLayer: prior(1, 0.7),
  experts: prior(1.1, 0.3),
  cache: prior(1.5, 0.5),
  mlxCache: prior(1.5, 0.5),
  cacheQuantized: prior(1.7, 0.3),
  cacheQuantizedEarly: prior(1.5, 0.5),
  attention: both(prior(0.05, 0.6)),
  attentionLatent: both(alike(0.7)),
  mlxAttentionWide: prior(0.7, 0.5),
  cacheWithoutFlash: prior(3, 0.8),
  mlxCacheEarly: alike(0.4),
  ollama: prior(1, 1),
  token: prior(0.4, 0.8),
};

/** Matrix units multiply the rate of a core; without them a core of every generation does about a quarter of a TFLOPS. */
const core = prior(0.22, 0.2);
const matrixCore = prior(0.8, 0.4);
const cores = { M1: core, M2: core, M3: core, M4: core, M5: matrixCore };

export const PREFILL_PRIORS: PriorsFor<PrefillParameters> = {
  core: both(cores),
  scaling: both(alike(0.05)),
  kernel: { float: alike(0.2), legacy: alike(0.1), k: alike(0.1), i: alike(0.1), fp4: alike(0.1), affine: alike(0.1) },
  experts: both(prior(0.8, 0.4)),
  recurrent: prior(0.9, 0.3),
  serial: alike(0.2),
  ramp: both(prior(15, 1)),
  rampExperts: both(prior(3, 1)),
  rampMatrixUnits: both(prior(3, 0.5)),
  attention: both(prior(0.15, 0.6)),
  attentionLatent: both(prior(0.1, 1)),
  attentionMatrixUnits: { 'llama.cpp': prior(1.2, 0.4), mlx: prior(2, 0.6) },
  attentionWide: { 'llama.cpp': alike(0.3), mlx: prior(0.7, 0.5) },
  attentionQuantized: prior(0.95, 0.1),
  attentionQuantizedEarly: prior(0.7, 0.4),
  attentionWithoutFlash: alike(0.4),
  weights: { 'llama.cpp': prior(1.2, 0.7), mlx: prior(1.5, 0.7) },
  layer: { 'llama.cpp': prior(0.15, 0.8), mlx: prior(0.3, 0.8) },
};
