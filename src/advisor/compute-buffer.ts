import type { KvLayer } from '../schemas/model.ts';
import { DEFAULT_MICRO_BATCH, layerCells } from './kv-cache.ts';
import type { Engine, ModelFacts } from './types.ts';

const FLOAT_BYTES = 4;
const HALF_BYTES = 2;

/**
 * Widths of the hidden state a layer holds at once while it reads a micro batch. Without flash attention exact for Llama 3 8B (560 MiB).
 * With it from the 36 MiB unsloth measured for Qwen3.6 27B with one slot; it decides only where no logits are reserved.
 */
const LAYER_WIDTHS = { scores: 4, flash: 3.6 } as const;

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
  readonly logitRows?: LogitRows | undefined;
}

export interface ComputeBuffer {
  readonly bytes: number;
  /** What the size follows: the largest of what is needed at different times. */
  readonly law: 'logits' | 'attention-mask' | 'attention-scores' | 'prompt-step';
}

type Dimensions = Pick<ModelFacts, 'vocab' | 'hiddenSize' | 'attentionHeads' | 'attention'>;

const largest = (...candidates: readonly ComputeBuffer[]): ComputeBuffer => candidates.reduce((most, next) => (next.bytes > most.bytes ? next : most));

/**
 * llama.cpp reserves one buffer and reuses it from layer to layer, so the most demanding moment decides:
 *
 * - the output: micro batch × 4 bytes × (vocabulary + hidden size). Exact for the Metal logs of Llama 3 8B, Gemma 3 4B, Qwen3 4B and
 *   Ministral 3 8B, and within 4 % of the logs of ik_llama.cpp. With `slots` the vocabulary counts once per conversation only.
 * - attention with flash attention: a 16-bit mask over the whole context (2 bytes × micro batch per token, as measured in
 *   unslothai/unsloth pull request 6718) and the layer’s own activations.
 * - attention without it: micro batch × 4 bytes × context × (heads + one mask per kind of layer), the law stated in ik_llama.cpp pull
 *   request 237, and the same activations.
 *
 * `micro-batch` is the default: it is what LM Studio, Ollama, bindings and builds before June 2026 reserve. In a llama-server of today it is
 * an upper value, too high by half a gigabyte at most for a single conversation.
 */
const llamaCppBuffer = (model: Dimensions, options: ComputeBufferOptions): ComputeBuffer => {
  const { contextTokens, sequences = 1, flashAttention = true, logitRows = 'micro-batch' } = options;
  const microBatch = options.microBatch ?? DEFAULT_MICRO_BATCH['llama.cpp'];
  const cells = contextTokens * sequences;
  const activations = Math.ceil(LAYER_WIDTHS[flashAttention ? 'flash' : 'scores'] * microBatch * FLOAT_BYTES * model.hiddenSize);
  const rows = logitRows === 'slots' ? Math.min(sequences, microBatch) : microBatch;
  const output = FLOAT_BYTES * (rows * model.vocab + microBatch * model.hiddenSize);
  const masks = new Set(model.attention.kvLayers.map(({ kind }) => (kind === 'mla' ? 'full' : kind))).size;
  const attention: ComputeBuffer = flashAttention
    ? { bytes: activations + microBatch * HALF_BYTES * cells, law: 'attention-mask' }
    : { bytes: activations + microBatch * FLOAT_BYTES * cells * (model.attentionHeads + masks), law: 'attention-scores' };
  return largest({ bytes: output, law: 'logits' }, attention);
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
