import type { EmbeddingModel } from '../../schemas/embedding-model.ts';
import { sumBytes } from '../bytes.ts';
import { OVERHEAD_BYTES } from '../overhead.ts';
import { unknown, type Unknown } from '../unknown.ts';

/** What the estimate needs of an embedding model. */
export type EmbeddingModelFacts = Pick<EmbeddingModel, 'id' | 'paramsB' | 'layers' | 'hiddenSize' | 'intermediateSize' | 'attentionHeads' | 'contextMax'>;

const ACTIVATION_BYTES = 2;

/** Feed-forward width of an encoder whose configuration was not found: the usual four times its own. */
const USUAL_FEED_FORWARD = 4;

export const EMBEDDING_TERM_KEYS = ['weights', 'activations', 'overhead'] as const;
export type EmbeddingTermKey = (typeof EMBEDDING_TERM_KEYS)[number];

export interface EmbeddingRequest {
  readonly model: EmbeddingModelFacts;
  /** Bits per weight: 16 as published. */
  readonly bits?: number;
  readonly batch: number;
  readonly sequenceTokens: number;
  /** Without it every layer holds the scores of all pairs of tokens. */
  readonly flashAttention?: boolean;
}

export interface EmbeddingMemory {
  readonly known: true;
  readonly terms: readonly { readonly key: EmbeddingTermKey; readonly bytes: number }[];
  readonly totalBytes: number;
  readonly weightsBytes: number;
}

/**
 * Memory for turning texts into vectors: the weights, and the working set of one layer, because nothing is kept for later layers:
 * batch × tokens × (input, queries, keys, values, result: 6 × width; twice the feed-forward width) and, without flash attention,
 * batch × heads × tokens². No measured figure of it was found; the weights are checked against file sizes.
 */
export const embeddingMemory = (request: EmbeddingRequest): EmbeddingMemory | Unknown => {
  const { model, bits = 16, batch, sequenceTokens, flashAttention = true } = request;
  if (sequenceTokens > model.contextMax) return unknown('beyond-model', 'sequenceTokens');
  const { hiddenSize, attentionHeads } = model;
  const feedForward = model.intermediateSize ?? USUAL_FEED_FORWARD * hiddenSize;
  const tokens = batch * sequenceTokens;
  const scores = flashAttention ? 0 : tokens * sequenceTokens * attentionHeads;
  const bytes: Record<EmbeddingTermKey, number> = {
    weights: Math.ceil((model.paramsB * 1e9 * bits) / 8),
    activations: (tokens * (6 * hiddenSize + 2 * feedForward) + scores) * ACTIVATION_BYTES,
    overhead: OVERHEAD_BYTES,
  };
  const terms = EMBEDDING_TERM_KEYS.map((key) => ({ key, bytes: bytes[key] }));
  return { known: true, terms, totalBytes: sumBytes(terms), weightsBytes: bytes.weights };
};
