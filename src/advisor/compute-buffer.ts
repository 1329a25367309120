import type { KvLayer } from '../schemas/model.ts';
import { DEFAULT_MICRO_BATCH, layerCells } from './kv-cache.ts';
import type { Engine, ModelFacts } from './types.ts';

const FLOAT_BYTES = 4;
const HALF_BYTES = 2;

/** Widths of the hidden state a layer holds at once while it writes attention scores down. Exact for Llama 3 8B (560 MiB). */
const SCORES_WIDTHS = 4;

/**
 * Copies of the hidden state and of the feed-forward layer’s width that a feed-forward layer holds at once: two in the Metal logs of Llama 2
 * (builds of 2023 and 2024), three in those of build b10909 (2026).
 */
const FEED_FORWARD_COPIES: Readonly<Record<LogitRows, number>> = { 'micro-batch': 2, slots: 3 };

/** Width of a feed-forward layer per hidden size, where it is not known: the middle of the dense models on this site. */
const USUAL_FEED_FORWARD = 3.5;

/**
 * For which tokens of a micro batch llama.cpp reserves the logits.
 *
 * - `micro-batch`: all of them. Every build before June 2026, and today every program that does not ask for less.
 * - `slots`: one per conversation. llama-server since pull request 23861 (2026-06).
 */
export type LogitRows = 'micro-batch' | 'slots';

export interface ComputeBufferOptions {
  readonly engine: Engine;
  readonly contextTokens: number;
  readonly sequences?: number | undefined;
  readonly microBatch?: number | undefined;
  /** llama.cpp turns flash attention on by itself where the backend has it; Metal does. MLX decides for itself, by the head width. */
  readonly flashAttention?: boolean | undefined;
  /** Windowed layers keep the whole context, and a mask as large. */
  readonly fullWindow?: boolean | undefined;
  readonly logitRows?: LogitRows | undefined;
}

export interface ComputeBuffer {
  readonly bytes: number;
  /** What the size follows: the largest of what is needed at different times. */
  readonly law: 'logits' | 'feed-forward' | 'attention-mask' | 'attention-scores' | 'prompt-step';
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
const maskedCells = ({ attention }: Dimensions, { contextTokens, sequences, microBatch, fullWindow }: ComputeBufferOptions): readonly number[] => {
  const byKind = new Map<string, number>();
  for (const layer of attention.kvLayers) {
    const kind = layer.kind === 'mla' ? 'full' : layer.kind;
    const cells = layerCells(layer, { contextTokens, sequences, microBatch, fullWindow, engine: 'llama.cpp' });
    byKind.set(kind, Math.max(cells, byKind.get(kind) ?? 0));
  }
  return [...byKind.values()];
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
 *
 * `micro-batch` is the default: it is what LM Studio, Ollama, bindings and builds before June 2026 reserve. In a llama-server of today it is
 * an upper value for the usual vocabularies, too high by half a gigabyte at most for a single conversation.
 */
const llamaCppBuffer = (model: Dimensions, options: ComputeBufferOptions): ComputeBuffer => {
  const { contextTokens, sequences = 1, flashAttention = true, logitRows = 'micro-batch' } = options;
  const microBatch = options.microBatch ?? DEFAULT_MICRO_BATCH['llama.cpp'];
  const { hiddenSize, vocab, attentionHeads } = model;
  const rows = logitRows === 'slots' ? Math.min(sequences, microBatch) : microBatch;
  const output = FLOAT_BYTES * (rows * vocab + microBatch * hiddenSize);

  const masked = maskedCells(model, options);
  const masks = microBatch * (flashAttention ? HALF_BYTES : FLOAT_BYTES) * masked.reduce((sum, cells) => sum + cells, 0);
  const layer = Math.ceil(microBatch * FLOAT_BYTES * feedForwardWidth(model, FEED_FORWARD_COPIES[logitRows]));
  const scores = microBatch * FLOAT_BYTES * (SCORES_WIDTHS * hiddenSize + contextTokens * sequences * (attentionHeads + masked.length));
  return largest(
    { bytes: output, law: 'logits' },
    { bytes: layer + masks, law: masks > layer ? 'attention-mask' : 'feed-forward' },
    { bytes: flashAttention ? 0 : scores, law: 'attention-scores' },
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
 * - or, where it is more, the scores of one attention layer: heads × step × cached tokens × 4 bytes, for layers whose head width has no
 *   fused kernel (ml-explore/mlx issue 3658) and for latent attention. It agrees with the DeepSeek-V3 peaks of mlx-lm pull request 839 to 0.3 %.
 * - layers of linear attention and state space layers keep the inputs of their convolution for the whole step, 2 bytes each, because
 *   their cache is a view into them (mlx-lm pull request 1077): 2 GB for Qwen3.6 27B, as measured.
 *
 * Several conversations read their prompts one after the other.
 */
const mlxBuffer = (model: Dimensions, options: ComputeBufferOptions): ComputeBuffer => {
  const { contextTokens } = options;
  const microBatch = options.microBatch ?? DEFAULT_MICRO_BATCH.mlx;
  const step = Math.min(contextTokens, microBatch);
  const { kvLayers, recurrent } = model.attention;
  const cells = kvLayers.filter((layer) => !isFused(layer)).map((layer) => layerCells(layer, { contextTokens, engine: 'mlx', microBatch }));
  const scores = model.attentionHeads * step * FLOAT_BYTES * Math.max(0, ...cells);
  const convolution = recurrent === null ? 0 : recurrent.layers * step * (recurrent.dInner + 2 * recurrent.nGroups * recurrent.dState) * HALF_BYTES;
  const { bytes, law } = largest({ bytes: Math.ceil(stepBytes(step)), law: 'prompt-step' }, { bytes: scores, law: 'attention-scores' });
  return { bytes: bytes + convolution, law };
};

/** Memory for intermediate results while a prompt is read, in bytes. It is never smaller for more context, conversations or micro batch. */
export const computeBuffer = (model: Dimensions, options: ComputeBufferOptions): ComputeBuffer =>
  options.engine === 'mlx' ? mlxBuffer(model, options) : llamaCppBuffer(model, options);
