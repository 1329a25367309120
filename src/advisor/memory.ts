import { sumBytes } from './bytes.ts';
import { computeBuffer, type ComputeBuffer, type LogitRows } from './compute-buffer.ts';
import { cacheNotes, kvCache, type CacheNote, type CacheType, type CacheTypePair, type KvCacheTerm } from './kv-cache.ts';
import { MARGIN_BYTES, OVERHEAD_BYTES } from './overhead.ts';
import { recurrentBytes } from './recurrent.ts';
import type { ModelFacts, QuantizationFacts } from './types.ts';
import { weightsBytes, type Weights } from './weights.ts';

/** The parts of the memory a model needs, in the order in which they are shown. */
export const TERM_KEYS = ['weights', 'kvCache', 'recurrent', 'compute', 'overhead'] as const;
export type TermKey = (typeof TERM_KEYS)[number];

export interface MemoryTerm {
  readonly key: TermKey;
  readonly bytes: number;
}

export interface MemoryRequest {
  readonly model: ModelFacts;
  readonly quantization: QuantizationFacts;
  /** All quantizations, so that a computed size does not contradict a known file or a smaller quantization. */
  readonly known?: readonly QuantizationFacts[] | undefined;
  /** Tokens of one conversation; 0 is what a model takes before anything was said. */
  readonly contextTokens: number;
  /** Tokens of the prompt, for MLX, which needs room for what it reads only; all of the context when left out. */
  readonly promptTokens?: number | undefined;
  /** Conversations held at the same time, each with the whole context. */
  readonly sequences?: number | undefined;
  readonly cacheType?: CacheType | CacheTypePair | undefined;
  readonly microBatch?: number | undefined;
  readonly flashAttention?: boolean | undefined;
  /** Windowed layers keep the whole context: llama.cpp `--swa-full`. */
  readonly fullWindow?: boolean | undefined;
  /** llama.cpp gives each conversation cells of its own: `--parallel` with a number and without `--kv-unified`. */
  readonly separateSlots?: boolean | undefined;
  /** llama.cpp before b9410 (2026-05-29), which reserves a compute buffer of its own kind (src/advisor/compute-buffer.ts). */
  readonly oldBuild?: boolean | undefined;
  /** `slots` for a llama-server since June 2026. */
  readonly logitRows?: LogitRows | undefined;
}

/** What a reader should know before trusting the numbers. */
export type MemoryNote = CacheNote;

export interface MemoryNeed {
  readonly terms: readonly MemoryTerm[];
  /** Sum of all terms. */
  readonly totalBytes: number;
  readonly weightsRule: Weights['rule'];
  readonly kvTerms: readonly KvCacheTerm[];
  readonly computeLaw: ComputeBuffer['law'];
  /** Settings the runtime would refuse, by code; empty for most requests. */
  readonly notes: readonly MemoryNote[];
}

/**
 * Memory one model needs while it answers, part by part. Breakdown and total come from here and nowhere else, so that what a reader
 * sees in parts always sums to what is compared with the limit.
 */
export const memoryNeed = (request: MemoryRequest): MemoryNeed => {
  const { model, quantization, sequences, cacheType, flashAttention } = request;
  const { engine } = quantization;
  const weights = weightsBytes(model, quantization, request.known);
  const cache = kvCache(model.attention.kvLayers, { ...request, engine });
  const compute = computeBuffer(model, { ...request, engine });
  const bytes: Record<TermKey, number> = {
    weights: weights.bytes,
    kvCache: cache.bytes,
    recurrent: recurrentBytes(model.attention.recurrent, sequences),
    compute: compute.bytes,
    overhead: OVERHEAD_BYTES,
  };
  const terms = TERM_KEYS.map((key) => ({ key, bytes: bytes[key] }));
  return {
    terms,
    totalBytes: sumBytes(terms),
    weightsRule: weights.rule,
    kvTerms: cache.terms,
    computeLaw: compute.law,
    notes: cacheNotes({ engine, cacheType, flashAttention }),
  };
};

/** A need as it is shown beside a limit: with the room to keep free counted as overhead, so that bar and verdict agree. */
export const withMargin = (need: MemoryNeed): MemoryNeed => ({
  ...need,
  terms: need.terms.map((term) => (term.key === 'overhead' ? { ...term, bytes: term.bytes + MARGIN_BYTES } : term)),
  totalBytes: need.totalBytes + MARGIN_BYTES,
});
