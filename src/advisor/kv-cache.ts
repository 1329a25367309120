import type { KvLayer } from '../schemas/model.ts';
import { padTo, sumBytes } from './bytes.ts';
import type { Engine } from './types.ts';

/**
 * How keys and values are stored, under the names llama.cpp uses (`--cache-type-k`, `--cache-type-v`). For MLX `q8_0` and `q4_0` stand for
 * `--kv-bits 8` and `--kv-bits 4`: other blocks of the same size.
 */
export const CACHE_TYPES = ['f32', 'f16', 'bf16', 'q8_0', 'q5_1', 'q5_0', 'q4_1', 'q4_0', 'iq4_nl'] as const;
export type CacheType = (typeof CACHE_TYPES)[number];

/** Keys and values may be stored differently. */
export interface CacheTypePair {
  readonly keys: CacheType;
  readonly values: CacheType;
}

/**
 * Bytes per cached number. llama.cpp, ggml-common.h: a block of 32 values with a 16-bit scale (`_0`, iq4_nl) or a scale and an offset
 * (`_1`). MLX: a 16-bit scale and bias per group of 64 values, which is the same 1.0625 and 0.5625.
 */
export const CACHE_BYTES: Readonly<Record<CacheType, number>> = {
  f32: 4,
  f16: 2,
  bf16: 2,
  q8_0: 34 / 32,
  q5_1: 24 / 32,
  q5_0: 22 / 32,
  q4_1: 20 / 32,
  q4_0: 18 / 32,
  iq4_nl: 18 / 32,
};

/** Types mlx-lm can store a cache in. */
const MLX_CACHE_TYPES: readonly CacheType[] = ['f16', 'bf16', 'q8_0', 'q4_0'];

/** Tokens a runtime computes at once while it reads a prompt: llama.cpp `--ubatch-size`, mlx-lm `--prefill-step-size`. */
export const DEFAULT_MICRO_BATCH: Readonly<Record<Engine, number>> = { 'llama.cpp': 512, mlx: 2048 };

/** llama.cpp pads the context to this many tokens (src/llama-context.cpp, pull request 17046), mlx-lm grows every cache in steps of as many. */
const CELL_STEP = 256;

export interface KvCacheOptions {
  /** Tokens of one conversation, prompt and answer together. */
  readonly contextTokens: number;
  readonly engine: Engine;
  /** Conversations held at the same time, each with the whole context: llama.cpp gets `--ctx-size` context × conversations for this. */
  readonly sequences?: number | undefined;
  /** One type for keys and values, or one for each. */
  readonly cacheType?: CacheType | CacheTypePair | undefined;
  readonly microBatch?: number | undefined;
  /**
   * llama.cpp gives each conversation cells of its own instead of one cache for all: `--parallel` with a number and without `--kv-unified`.
   * Without the number llama-server shares them (tools/server/server.cpp).
   */
  readonly separateSlots?: boolean | undefined;
  /** Off, llama.cpp stores values transposed, in every layer as wide as in the widest. On where nothing is said. */
  readonly flashAttention?: boolean | undefined;
  /** llama.cpp `--swa-full`, and runtimes that know no sliding window: windowed layers keep the whole context. */
  readonly fullWindow?: boolean | undefined;
}

/** The cache of all layers of one kind. */
export interface KvCacheTerm {
  readonly kind: KvLayer['kind'];
  readonly layers: number;
  /** Tokens each of these layers keeps, over all sequences. */
  readonly cells: number;
  /** Bytes per token and layer. */
  readonly cellBytes: number;
  readonly bytes: number;
}

export interface KvCache {
  readonly terms: readonly KvCacheTerm[];
  readonly bytes: number;
}

/**
 * What a runtime does not do as asked. The sizes are computed all the same, so that a reader sees what the setting would bring.
 *
 * - `values-need-flash-attention`: llama.cpp refuses to start with quantized values and flash attention off
 * - `cache-type-not-in-mlx`: mlx-lm quantizes a cache to 8 or 4 bits in groups of 64 only, keys and values alike
 */
export type CacheNote = 'values-need-flash-attention' | 'cache-type-not-in-mlx';

/** Keys and values apart; 16-bit floats where nothing was chosen, as both runtimes do. */
export const cacheTypesOf = (cacheType: CacheType | CacheTypePair = 'f16'): CacheTypePair =>
  typeof cacheType === 'string' ? { keys: cacheType, values: cacheType } : cacheType;

/** Whether a type stores blocks of scaled integers. */
export const isQuantizedCache = (type: CacheType): boolean => CACHE_BYTES[type] < CACHE_BYTES.f16;

/** What of these options the runtime would not do. */
export const cacheNotes = ({ engine, cacheType, flashAttention = true }: Pick<KvCacheOptions, 'engine' | 'cacheType' | 'flashAttention'>): CacheNote[] => {
  const { keys, values } = cacheTypesOf(cacheType);
  if (engine === 'mlx') return MLX_CACHE_TYPES.includes(keys) && keys === values ? [] : ['cache-type-not-in-mlx'];
  return !flashAttention && isQuantizedCache(values) ? ['values-need-flash-attention'] : [];
};

/** Tokens that fit into one cache of llama.cpp which `sequences` conversations share. */
export const sharedContext = (contextTokens: number, sequences: number): number => padTo(contextTokens * sequences, CELL_STEP);

/** Tokens one layer keeps in it. */
const sharedCells = (layer: KvLayer, { contextTokens, microBatch, fullWindow }: KvCacheOptions, sequences: number): number => {
  const context = sharedContext(contextTokens, sequences);
  if (fullWindow || (layer.kind !== 'swa' && layer.kind !== 'chunk')) return context;
  return Math.min(context, padTo(layer.window * sequences + (microBatch ?? DEFAULT_MICRO_BATCH['llama.cpp']), CELL_STEP));
};

/**
 * Tokens one layer keeps, over all sequences.
 * Full and latent layers: the context, padded to 256.
 * Windowed layers, llama.cpp (src/llama-kv-cache-iswa.cpp): min(context, window × sequences + micro batch), padded to 256.
 * Windowed layers, mlx-lm (models/cache.py, RotatingKVCache and ChunkedKVCache): the window, and while a prompt is read up to one step more.
 * mlx-lm and separate slots of llama.cpp pad each conversation by itself.
 */
export const layerCells = (layer: KvLayer, options: KvCacheOptions): number => {
  const { contextTokens, engine, sequences = 1, fullWindow = false, separateSlots = false } = options;
  if (engine === 'llama.cpp') return separateSlots ? sequences * sharedCells(layer, options, 1) : sharedCells(layer, options, sequences);
  const context = padTo(contextTokens, CELL_STEP);
  if (fullWindow || (layer.kind !== 'swa' && layer.kind !== 'chunk')) return sequences * context;
  const microBatch = options.microBatch ?? DEFAULT_MICRO_BATCH.mlx;
  return sequences * Math.min(context, layer.window + Math.max(0, microBatch - 1));
};

/** Numbers a layer caches per token as keys. */
export const keyWidth = (layer: KvLayer): number => (layer.kind === 'mla' ? layer.kvLoraRank + layer.qkRopeHeadDim : layer.kvHeads * layer.headDim);

/** And as values; latent attention has none. */
export const valueWidth = (layer: KvLayer): number => (layer.kind === 'mla' ? 0 : keyWidth(layer));

/**
 * The key/value cache, layer kind by layer kind. Full layers keep keys and values of every token (2 × heads × head width); windowed and
 * chunked layers those of their window; latent attention (MLA) keeps one vector of kv_lora_rank + qk_rope_head_dim and no values
 * (llama.cpp since pull request 19067, mlx-lm); layers that share a cache are not in `kvLayers` and cost nothing.
 *
 * Where the width of the values differs from layer to layer (Gemma 4), llama.cpp without flash attention pads them to the widest
 * (src/llama-kv-cache.cpp, TAG_V_CACHE_VARIABLE): half as much again for Gemma 4 E4B with full windows.
 */
export const kvCache = (kvLayers: readonly KvLayer[], options: KvCacheOptions): KvCache => {
  const types = cacheTypesOf(options.cacheType);
  const keyBytes = CACHE_BYTES[types.keys];
  const valueBytes = CACHE_BYTES[types.values];
  const isTransposed = options.engine === 'llama.cpp' && options.flashAttention === false;
  const widest = isTransposed ? Math.max(0, ...kvLayers.map(valueWidth)) : 0;
  const terms = kvLayers.map((layer): KvCacheTerm => {
    const { kind, layers } = layer;
    const cells = layerCells(layer, options);
    const values = kind === 'mla' ? 0 : Math.max(widest, valueWidth(layer));
    const cellBytes = keyWidth(layer) * keyBytes + values * valueBytes;
    return { kind, layers, cells, cellBytes, bytes: Math.ceil(layers * cells * cellBytes) };
  });
  return { terms, bytes: sumBytes(terms) };
};
