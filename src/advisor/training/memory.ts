import { sumBytes } from '../bytes.ts';
import { TRAINING_OVERHEAD_BYTES } from '../overhead.ts';
import { activationBytes, logitBytes } from './activations.ts';
import { adapterParams, type AdapterTargets } from './adapters.ts';
import { isAdapterMethod, type TrainingMethod, type TrainingShape } from './types.ts';

/**
 * Bytes per trained parameter. Mixed precision with AdamW: 16-bit weights and their 32-bit copy, 32-bit gradients, two 32-bit states, 18
 * in all (stas00/ml-engineering, training/performance; EleutherAI, Transformer Math, counts 16 to 18). 8-bit Adam keeps both states in a
 * byte each. Adapters are trained at 32 bit.
 */
const STATE_BYTES: Readonly<
  Record<'full-amp' | 'full-fp32' | 'full-bf16' | 'full-8bit-adam' | 'adapter', { weights: number; gradients: number; optimizer: number }>
> = {
  'full-amp': { weights: 6, gradients: 4, optimizer: 8 },
  'full-fp32': { weights: 4, gradients: 4, optimizer: 8 },
  'full-bf16': { weights: 2, gradients: 2, optimizer: 4 },
  'full-8bit-adam': { weights: 6, gradients: 4, optimizer: 2 },
  adapter: { weights: 4, gradients: 4, optimizer: 8 },
};

/** MLX at 4 bit: a 16-bit scale and a 16-bit bias for every 64 weights. */
const MLX_4BIT = 4.5;

export const TRAINING_TERM_KEYS = ['weights', 'adapters', 'gradients', 'optimizer', 'activations', 'logits', 'overhead'] as const;
export type TrainingTermKey = (typeof TRAINING_TERM_KEYS)[number];

export interface TrainingRequest {
  readonly shape: TrainingShape;
  readonly method: TrainingMethod;
  readonly batch: number;
  readonly sequenceTokens: number;
  readonly checkpointing: boolean;
  readonly flashAttention?: boolean;
  readonly loraRank?: number;
  /** Layers with adapters, counted from the last; gradients pass through these only. All unless given. */
  readonly adaptedLayers?: number;
  readonly targets?: AdapterTargets;
  /** Bits per weight of the frozen weights with `qlora`. */
  readonly baseBits?: number;
  /** Bits per weight of the token embedding and the output matrix with `qlora`, where they differ. */
  readonly embeddingBits?: number;
}

export interface TrainingMemory {
  readonly known: true;
  readonly terms: readonly { readonly key: TrainingTermKey; readonly bytes: number }[];
  readonly totalBytes: number;
  readonly weightsBytes: number;
  /** Parameters that are trained. */
  readonly trainedParams: number;
}

const frozenBytes = ({ shape, method, baseBits = MLX_4BIT, embeddingBits = baseBits }: TrainingRequest): number => {
  const total = shape.paramsB * 1e9;
  if (method === 'lora') return total * 2;
  const embedding = Math.min(total, shape.vocab * shape.hiddenSize);
  return ((total - embedding) * baseBits + embedding * embeddingBits) / 8;
};

/**
 * Memory for training a language model on one machine: weights, adapters, gradients, optimizer states, activations, logits, overhead.
 * Sizes as in the doc comments of the parts; checked against published runs in tests/accuracy/tasks.test.ts.
 */
export const trainingMemory = (request: TrainingRequest): TrainingMemory => {
  const { shape, method, batch, sequenceTokens, checkpointing, flashAttention = true, loraRank = 16, targets = 'all' } = request;
  const layers = isAdapterMethod(method) ? Math.min(shape.layers, request.adaptedLayers ?? shape.layers) : shape.layers;
  const trainedParams = isAdapterMethod(method) ? adapterParams(shape, loraRank, layers, targets) : shape.paramsB * 1e9;
  const states = STATE_BYTES[method === 'lora' || method === 'qlora' ? 'adapter' : method];
  const bytes: Record<TrainingTermKey, number> = {
    weights: isAdapterMethod(method) ? frozenBytes(request) : trainedParams * states.weights,
    adapters: isAdapterMethod(method) ? trainedParams * states.weights : 0,
    gradients: trainedParams * states.gradients,
    optimizer: trainedParams * states.optimizer,
    activations: activationBytes(shape, { batch, sequenceTokens, layers, checkpointing, flashAttention }),
    logits: logitBytes(shape, batch, sequenceTokens),
    overhead: TRAINING_OVERHEAD_BYTES,
  };
  const terms = TRAINING_TERM_KEYS.map((key) => ({ key, bytes: Math.ceil(bytes[key]) }));
  return { known: true, terms, totalBytes: sumBytes(terms), weightsBytes: Math.ceil(bytes.weights), trainedParams };
};
