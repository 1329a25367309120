import type { Chip } from '../../schemas/chip.ts';
import { cacheTypesOf, DEFAULT_MICRO_BATCH, kvCache, type CacheType, type CacheTypePair } from '../kv-cache.ts';
import type { Engine, ModelFacts, SpeedModelFacts, SpeedQuantizationFacts } from '../types.ts';
import { generationOf, type Generation } from './generation.ts';
import type { Kernel, ModelClass } from './parameters.ts';

/** What the speed of a chip depends on. */
export type ChipFacts = Pick<Chip, 'id' | 'family' | 'tier' | 'gpuCores' | 'bandwidthGBps' | 'bandwidthByMemoryGB'>;

export interface SpeedOptions {
  readonly chip: ChipFacts;
  /** Unified memory: some chips have less bandwidth with less memory. */
  readonly memoryGB?: number | undefined;
  readonly model: SpeedModelFacts;
  readonly quantization: Pick<SpeedQuantizationFacts, 'engine' | 'kernel' | 'bitsPerWeight'>;
  /** Bytes of all weights, from `weightsBytes` or from a file. */
  readonly weightsBytes: number;
  readonly cacheType?: CacheType | CacheTypePair | undefined;
  readonly flashAttention?: boolean | undefined;
  /** Tokens per step while a prompt is read; the engine’s own number when left out. */
  readonly microBatch?: number | undefined;
  /** MLX: the model was converted to float16; most keep bfloat16. */
  readonly float16?: boolean | undefined;
  /** Ollama adds a fixed time to the runtime it wraps. */
  readonly ollama?: boolean | undefined;
  /** llama.cpp builds before August 2026 were slow to read a quantized cache. */
  readonly earlyCacheKernels?: boolean | undefined;
  /** llama.cpp builds up to mid 2025 ran one operation after the other. */
  readonly serialBuild?: boolean | undefined;
}

/** A chip, a model and a quantization in the numbers the formulas use. */
export interface Work {
  readonly engine: Engine;
  readonly kernel: Kernel;
  readonly generation: Generation;
  readonly tier: Chip['tier'];
  readonly gpuCores: number;
  readonly bandwidthGBps: number;
  /** All weights, and those read for one token, in 10^9 bytes. */
  readonly weightsGB: number;
  readonly readGB: number;
  /** Parameters that take part in one token, in 10^9. */
  readonly activeB: number;
  readonly layers: number;
  readonly recurrentLayers: number;
  readonly experts: boolean;
  /** Layers that pick experts, and the part of the experts a token passes. */
  readonly expertLayers: number;
  readonly expertShare: number;
  readonly latent: boolean;
  /** Width of the widest head; 0 where there is none, or a latent only. */
  readonly headDim: number;
  readonly quantizedCache: boolean;
  readonly earlyCacheKernels: boolean;
  readonly microBatch: number;
  readonly float16: boolean;
  readonly flashAttention: boolean;
  readonly ollama: boolean;
  readonly serialBuild: boolean;
}

/** Peak bandwidth of a chip with so much memory, in GB/s. */
export const bandwidthOf = ({ bandwidthGBps, bandwidthByMemoryGB }: ChipFacts, memoryGB?: number): number =>
  (memoryGB === undefined ? undefined : bandwidthByMemoryGB?.[String(memoryGB)]) ?? bandwidthGBps;

/** A count from the dimensions further than this from the published one has misread the layout (first layers without experts, say). */
const COUNT_TOLERANCE = 0.3;

/**
 * Parameters read for one token, in 10^9: all of a dense model but the token embedding, of which one row is read (unless it is the output
 * matrix too); of a mixture of experts those of the experts picked. Experts are three matrices of hidden size × expert width per layer.
 */
export const activeParametersB = (model: SpeedModelFacts): number => {
  const { paramsB, activeParamsB, moe, intermediateSize, layers, hiddenSize, vocab, tiedEmbeddings } = model;
  const embeddingB = tiedEmbeddings === true ? 0 : (vocab * hiddenSize) / 1e9;
  if (activeParamsB === null) return Math.max(paramsB - embeddingB, paramsB / 2);
  // No more than there are, whatever somebody stated of a model of their own.
  const stated = Math.min(activeParamsB, paramsB);
  if (moe === null || intermediateSize === null) return stated;
  const idleB = ((moe.experts - moe.activeExperts) * 3 * hiddenSize * intermediateSize * layers) / 1e9;
  const countedB = paramsB - idleB - embeddingB;
  return Math.abs(countedB / stated - 1) < COUNT_TOLERANCE ? countedB : stated;
};

/** Scales and biases of a group, norms: what an MLX file holds beyond its bits per weight. */
const MLX_SLACK = 1.02;

/**
 * Weights of the text part, in 10^9 bytes. Published MLX files of models that read images hold the image part too, at full precision;
 * answering a text does not touch it.
 */
const textWeightsGB = ({ model, quantization, weightsBytes }: SpeedOptions): number => {
  const counted = (model.paramsB * quantization.bitsPerWeight) / 8;
  return quantization.engine === 'mlx' && quantization.kernel !== 'fp4' ? Math.min(weightsBytes / 1e9, counted * MLX_SLACK) : weightsBytes / 1e9;
};

/** Types of the cache that are read as they are; the others have to be unpacked. */
const PLAIN_CACHE: readonly CacheType[] = ['f32', 'f16', 'bf16'];

const isQuantized = (cacheType: SpeedOptions['cacheType']): boolean => {
  const { keys, values } = cacheTypesOf(cacheType);
  return !PLAIN_CACHE.includes(keys) || !PLAIN_CACHE.includes(values);
};

/**
 * Layers as other models have them, with a part that mixes tokens and a feed-forward part each, and how many pick experts. In some hybrids
 * (Nemotron) a layer is either the one or the other.
 */
const wholeLayers = ({ layers, attention, moe }: SpeedModelFacts): Pick<Work, 'layers' | 'expertLayers'> => {
  const recurrent = attention.recurrent?.layers ?? 0;
  const mixing = recurrent + attention.kvLayers.reduce((sum, layer) => sum + layer.layers, 0);
  const feedForward = layers - mixing;
  // Models that share caches between layers have layers without one too, but no recurrent state.
  const isSplit = recurrent > 0 && feedForward > layers / 4;
  const whole = isSplit ? layers / 2 : layers;
  return { layers: whole, expertLayers: moe === null ? 0 : isSplit ? feedForward : layers };
};

export const workOf = (options: SpeedOptions): Work => {
  const {
    chip,
    memoryGB,
    model,
    quantization,
    flashAttention = true,
    float16 = false,
    ollama = false,
    earlyCacheKernels = false,
    serialBuild = false,
  } = options;
  const { moe } = model;
  const activeB = activeParametersB(model);
  const weightsGB = textWeightsGB(options);
  return {
    engine: quantization.engine,
    kernel: quantization.kernel,
    generation: generationOf(chip.family).generation,
    tier: chip.tier,
    gpuCores: chip.gpuCores,
    bandwidthGBps: bandwidthOf(chip, memoryGB),
    weightsGB,
    readGB: (weightsGB * activeB) / model.paramsB,
    activeB,
    ...wholeLayers(model),
    recurrentLayers: model.attention.recurrent?.layers ?? 0,
    experts: moe !== null,
    expertShare: moe === null ? 1 : moe.activeExperts / moe.experts,
    latent: model.attention.kvLayers.some(({ kind }) => kind === 'mla'),
    headDim: Math.max(0, ...model.attention.kvLayers.map((layer) => (layer.kind === 'mla' ? 0 : layer.headDim))),
    quantizedCache: isQuantized(options.cacheType),
    earlyCacheKernels,
    microBatch: options.microBatch ?? DEFAULT_MICRO_BATCH[quantization.engine],
    flashAttention,
    float16,
    ollama,
    serialBuild,
  };
};

/** Cache bytes read for one token when `contextTokens` are in the cache, in 10^9: all of it, without what a runtime reserves on top. */
export const cacheReadGB = (
  { model, cacheType }: { readonly model: ModelFacts; readonly cacheType?: SpeedOptions['cacheType'] },
  contextTokens: number,
): number =>
  model.attention.kvLayers.reduce((sum, layer) => {
    const tokens = layer.kind === 'swa' || layer.kind === 'chunk' ? Math.min(contextTokens, layer.window) : contextTokens;
    // As one full layer of so many tokens; llama.cpp's bytes per cell hold for MLX too.
    const [term] = kvCache([layer], { contextTokens: 0, engine: 'llama.cpp', cacheType }).terms;
    return sum + (term === undefined ? 0 : (term.layers * tokens * term.cellBytes) / 1e9);
  }, 0);

/**
 * Operations of attention per token of a prompt, in 10^9: 4 × heads × width × tokens looked at, per layer. A token in the middle of the
 * prompt stands for all of them.
 */
export const attentionGflop = (model: ModelFacts, promptTokens: number, contextTokens: number): number => {
  const middle = contextTokens - promptTokens / 2;
  return model.attention.kvLayers.reduce((sum, layer) => {
    const width = layer.kind === 'mla' ? layer.kvLoraRank + layer.qkRopeHeadDim : layer.headDim;
    const tokens = layer.kind === 'swa' || layer.kind === 'chunk' ? Math.min(middle, layer.window) : middle;
    return sum + (layer.layers * 4 * model.attentionHeads * width * tokens) / 1e9;
  }, 0);
};

/** Weights above which a dense model counts as large: below, fixed times are most of a token and estimates less sure. */
export const LARGE_GB = 3;

export const classOf = ({ experts, weightsGB }: Pick<Work, 'experts' | 'weightsGB'>): ModelClass =>
  experts ? 'experts' : weightsGB > LARGE_GB ? 'dense' : 'small';
