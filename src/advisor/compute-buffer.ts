import type { KvLayer } from '../schemas/model.ts';
import {
  cacheTypesOf,
  DEFAULT_MICRO_BATCH,
  isQuantizedCache,
  keyWidth,
  layerCells,
  sharedContext,
  valueWidth,
  type CacheType,
  type CacheTypePair,
  type KvCacheOptions,
} from './kv-cache.ts';
import type { Engine, ModelFacts } from './types.ts';

const FLOAT_BYTES = 4;
const HALF_BYTES = 2;

/** Widths of the hidden state a layer holds at once while it writes attention scores down, or casts its mask. Exact for Llama 3 8B (560 MiB). */
const ATTENTION_WIDTHS = 4;

/**
 * Copies of the hidden state and of the feed-forward layer’s width that a feed-forward layer holds at once: two in the Metal logs of Llama 2
 * (builds of 2023 and 2024), three in those of build b10909 (2026).
 */
const FEED_FORWARD_COPIES: Readonly<Record<LogitRows, number>> = { 'micro-batch': 2, slots: 3 };

/** Tokens at once from which Metal unpacks a quantized cache before it reads it (ggml-metal-ops.cpp, pull request 27438). */
const LEAST_UNPACKING = 32;

/** Width of a feed-forward layer per hidden size, where it is not known: the middle of the dense models on this site. */
const USUAL_FEED_FORWARD = 3.5;

/**
 * For which tokens of a micro batch llama.cpp reserves the logits.
 *
 * - `micro-batch`: all of them. Every build before June 2026, and today every program that does not ask for less: `n_outputs_max` of the
 *   context stands for the whole batch where it is not set.
 * - `slots`: one per conversation. llama-server since pull request 23861 (commit de6f727aa of 2026-06-01, between b9442 and b9467), but not
 *   with embeddings or a pooling type (`server_n_outputs_max` in tools/server/server-context.cpp). Drafts add their tokens, a few MiB.
 */
export type LogitRows = 'micro-batch' | 'slots';

export interface ComputeBufferOptions {
  readonly engine: Engine;
  readonly contextTokens: number;
  /** MLX: tokens of the longest prompt that is read at once; all of the context when left out. llama.cpp reserves for the context. */
  readonly promptTokens?: number | undefined;
  readonly sequences?: number | undefined;
  readonly microBatch?: number | undefined;
  /** llama.cpp turns flash attention on by itself where the backend has it; Metal does. MLX decides for itself, by the head width. */
  readonly flashAttention?: boolean | undefined;
  /** Windowed layers keep the whole context, and a mask as large. */
  readonly fullWindow?: boolean | undefined;
  /** Each conversation has cells of its own (see `KvCacheOptions`), and a token is masked against those of its own conversation only. */
  readonly separateSlots?: boolean | undefined;
  /** A quantized one is unpacked for flash attention, layer by layer. */
  readonly cacheType?: CacheType | CacheTypePair | undefined;
  /**
   * llama.cpp before b9410 (2026-05-29), and what was built from it before: masks are reserved in 32 bit and cast to 16 for flash attention
   * (pull request 23764), and a quantized cache is read as it is.
   */
  readonly oldBuild?: boolean | undefined;
  readonly logitRows?: LogitRows | undefined;
}

export interface ComputeBuffer {
  readonly bytes: number;
  /** What the size follows: the largest of what is needed at different times. */
  readonly law: 'logits' | 'feed-forward' | 'attention-mask' | 'attention-scores' | 'cache-copy' | 'prompt-step';
}

type Dimensions = Pick<ModelFacts, 'vocab' | 'hiddenSize' | 'attentionHeads' | 'attention' | 'intermediateSize' | 'moe'>;

const largest = (...candidates: readonly ComputeBuffer[]): ComputeBuffer => candidates.reduce((most, next) => (next.bytes > most.bytes ? next : most));

/**
 * Numbers per token a feed-forward layer holds at once. Of a mixture of experts: for every expert a token passes, its input, its output and
 * three of its widths, and three hidden states beside them.
 */
const feedForwardWidth = ({ hiddenSize, intermediateSize, moe }: Dimensions, copies: number): number => {
  if (!intermediateSize) return copies * (1 + USUAL_FEED_FORWARD) * hiddenSize;
  if (!moe) return copies * (hiddenSize + intermediateSize);
  return moe.activeExperts * (2 * hiddenSize + 3 * intermediateSize) + 3 * hiddenSize;
};

/** Tokens each mask covers: one mask for all layers that look at the whole context, and one per kind of window. */
const maskedCells = ({ attention }: Dimensions, options: KvCacheOptions): readonly number[] => {
  const byKind = new Map<string, number>();
  for (const layer of attention.kvLayers) {
    const kind = layer.kind === 'mla' ? 'full' : layer.kind;
    const cells = layerCells(layer, options);
    byKind.set(kind, Math.max(cells, byKind.get(kind) ?? 0));
  }
  return [...byKind.values()];
};

/** Bytes of the keys and values of one layer in 16 bit, where a quantized cache is unpacked into them. */
const unpackedBytes = ({ attention }: Dimensions, options: ComputeBufferOptions, microBatch: number): number => {
  if (options.oldBuild || microBatch < LEAST_UNPACKING || !isQuantizedCache(cacheTypesOf(options.cacheType).keys)) return 0;
  return HALF_BYTES * Math.max(0, ...attention.kvLayers.map((layer) => layerCells(layer, options) * (keyWidth(layer) + valueWidth(layer))));
};

/**
 * llama.cpp reserves one buffer and reuses it from layer to layer, so the most demanding moment decides:
 *
 * - the output: micro batch × 4 bytes × (vocabulary + hidden size). Exact for the Metal logs of Llama 3 8B, Gemma 3 4B, Qwen3 4B and
 *   Ministral 3 8B, and within 4 % of the logs of ik_llama.cpp. With `slots` the vocabulary counts once per conversation only.
 * - a feed-forward layer: micro batch × 4 bytes × its width (`feedForwardWidth`), and the masks of attention, which stay until the last layer:
 *   2 bytes × micro batch per token they cover, 4 without flash attention. It decides for vocabularies of the size of Llama 2 (the Metal logs
 *   of the 70B model, within 3 %), for very long contexts, and in a llama-server that reserves few logits (the logs of build b10909 in
 *   unslothai/unsloth, studio/backend/tests/test_compute_buffer.py: within 6 %, but Gemma’s per-layer embeddings are missing).
 * - attention without flash attention: micro batch × 4 bytes × context × (heads + one mask per kind of layer), the law stated in ik_llama.cpp
 *   pull request 237, and four hidden states.
 * - with flash attention and a quantized cache, the keys and values of one layer in 16 bit, the masks and four hidden states: Metal since
 *   pull request 27390 (2026-08), CUDA since 23907 (2026-06), Vulkan not. Exact for the logs of b10909 of Llama 3.2 1B and Qwen3 8B, 4 to 15 % too little
 *   for wider attention, and 20 % for a latent one.
 * - with flash attention in an old build, the cast of the largest mask: micro batch × (4 bytes per token all masks cover + 2 per token of this
 *   one), and four hidden states. It decides for the longest contexts only. llama.cpp issue 23527 has the buffer with and without the cast
 *   and all logits, four in all (within 7 %).
 *
 * `micro-batch` is the default: it is what LM Studio, Ollama, bindings and builds before June 2026 reserve. In a llama-server of today it is
 * an upper value for the usual vocabularies, too high by half a gigabyte at most for a single conversation.
 */
const llamaCppBuffer = (model: Dimensions, options: ComputeBufferOptions): ComputeBuffer => {
  const { contextTokens, sequences = 1, flashAttention = true, oldBuild = false, logitRows = 'micro-batch' } = options;
  const sharing = options.separateSlots ? 1 : sequences;
  const microBatch = options.microBatch ?? DEFAULT_MICRO_BATCH['llama.cpp'];
  const { hiddenSize, vocab, attentionHeads } = model;
  const rows = logitRows === 'slots' ? Math.min(sequences, microBatch) : microBatch;
  const output = FLOAT_BYTES * (rows * vocab + microBatch * hiddenSize);

  const masked = maskedCells(model, { ...options, sequences: sharing });
  const longest = Math.max(0, ...masked);
  const allMasked = masked.reduce((sum, cells) => sum + cells, 0);
  const masks = microBatch * (flashAttention ? HALF_BYTES : FLOAT_BYTES) * allMasked;
  const layer = Math.ceil(microBatch * FLOAT_BYTES * feedForwardWidth(model, FEED_FORWARD_COPIES[logitRows]));
  const states = microBatch * FLOAT_BYTES * ATTENTION_WIDTHS * hiddenSize;
  const scores = states + microBatch * FLOAT_BYTES * sharedContext(contextTokens, sharing) * (attentionHeads + masked.length);
  const cast = states + microBatch * (FLOAT_BYTES * allMasked + HALF_BYTES * longest);
  const unpacked = unpackedBytes(model, options, microBatch);
  return largest(
    { bytes: output, law: 'logits' },
    { bytes: layer + masks, law: masks > layer ? 'attention-mask' : 'feed-forward' },
    { bytes: flashAttention ? 0 : scores, law: 'attention-scores' },
    { bytes: flashAttention && oldBuild ? cast : 0, law: 'attention-mask' },
    { bytes: flashAttention && unpacked > 0 ? states + masks + unpacked : 0, law: 'cache-copy' },
  );
};

/** Head widths for which MLX reads a prompt without writing the attention scores down (scaled_dot_product_attention.cpp of MLX 0.32). */
const FUSED_HEAD_DIMS: readonly number[] = [64, 80, 128];

const isFused = (layer: KvLayer): boolean => layer.kind !== 'mla' && FUSED_HEAD_DIMS.includes(layer.headDim);

/**
 * Peak of mlx-lm over weights and cache while it reads a step of a prompt, as far as it is the same for all models: 0.16 GB for 128
 * tokens, 0.45 GB for 512 and 0.77 GB for 2,048, the middle of 41 measured peaks (mlx-lm BENCHMARKS.md and the mlx-lm runs of
 * ax-engine). Beyond the default step it is taken to grow in proportion; nobody measured it.
 */
const stepBytes = (tokens: number): number => {
  const measured = Math.min(tokens, DEFAULT_MICRO_BATCH.mlx);
  return (1e9 * measured) / (measured + 600) + (1e9 * Math.max(0, tokens - measured)) / (DEFAULT_MICRO_BATCH.mlx + 600);
};

/**
 * mlx-lm allocates as it goes; what is given is the peak, which is reached while the prompt is read.
 *
 * - the measured part, see `stepBytes`
 * - or, where it is more, the scores of one attention layer: heads × step × tokens of the prompt × 4 bytes, for layers whose head width has no
 *   fused kernel (ml-explore/mlx issue 3658) and for latent attention. It agrees with the DeepSeek-V3 peaks of mlx-lm pull request 839 to 0.3 %.
 * - layers of linear attention and state space layers keep the inputs of their convolution for the whole step, 2 bytes each, because
 *   their cache is a view into them (mlx-lm pull request 1077): 2 GB for Qwen3.6 27B, as measured.
 *
 * Several conversations read their prompts one after the other.
 */
const mlxBuffer = (model: Dimensions, options: ComputeBufferOptions): ComputeBuffer => {
  const promptTokens = Math.min(options.promptTokens ?? Infinity, options.contextTokens);
  const microBatch = options.microBatch ?? DEFAULT_MICRO_BATCH.mlx;
  const step = Math.min(promptTokens, microBatch);
  const { kvLayers, recurrent } = model.attention;
  const cells = kvLayers.filter((layer) => !isFused(layer)).map((layer) => layerCells(layer, { contextTokens: promptTokens, engine: 'mlx', microBatch }));
  const scores = model.attentionHeads * step * FLOAT_BYTES * Math.max(0, ...cells);
  const convolution = recurrent === null ? 0 : recurrent.layers * step * (recurrent.dInner + 2 * recurrent.nGroups * recurrent.dState) * HALF_BYTES;
  const { bytes, law } = largest({ bytes: Math.ceil(stepBytes(step)), law: 'prompt-step' }, { bytes: scores, law: 'attention-scores' });
  return { bytes: bytes + convolution, law };
};

/** Memory for intermediate results while a prompt is read, in bytes. It is never smaller for more context, conversations or micro batch. */
export const computeBuffer = (model: Dimensions, options: ComputeBufferOptions): ComputeBuffer =>
  options.engine === 'mlx' ? mlxBuffer(model, options) : llamaCppBuffer(model, options);
