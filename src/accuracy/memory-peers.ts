import { GiB } from '../advisor/bytes.ts';
import { CACHE_BYTES, cacheTypesOf } from '../advisor/kv-cache.ts';
import type { ModelFacts } from '../advisor/types.ts';
import type { MemoryFigure } from '../schemas/memory-figure.ts';
import { median } from '../advisor/spread.ts';
import { subjectOf, UNIT_SIZE, type LayeredModel, type MemoryAccuracyFacts, type MemoryResult } from './memory.ts';

/**
 * Rules of thumb other calculators use, for the same rows.
 *
 * - `full-cache`: every layer of the model keeps keys and values of the whole context, whatever its kind, and none shares a cache
 *   (LM Studio’s interface, llmfit before issue 951, gguf-parser before 0.26)
 * - `nominal-bits`: parameters × the bits in the name of the quantization / 8
 * - `weights-and-full-cache`: both together and nothing else
 * - `two-thirds`, `three-quarters`: the GPU may use that part of any memory (Ollama of 2024, canirun.ai)
 */
export const PEER_RULES = ['full-cache', 'nominal-bits', 'weights-and-full-cache', 'two-thirds', 'three-quarters'] as const;
export type PeerRule = (typeof PEER_RULES)[number];

export interface PeerResult {
  readonly row: MemoryFigure;
  readonly rule: PeerRule;
  /** In the unit of the row. */
  readonly predicted: number;
  readonly stated: number;
  readonly error: number;
}

export interface PeerSummary {
  readonly rule: PeerRule;
  readonly rows: number;
  /** Rows within the tolerance the advisor is held to. */
  readonly hits: number;
  readonly medianError: number;
  readonly worstError: number;
  /** The advisor on the same rows. */
  readonly ours: { readonly hits: number; readonly medianError: number; readonly worstError: number };
}

export interface MemoryPeers {
  readonly results: readonly PeerResult[];
  readonly summary: readonly PeerSummary[];
}

/** Head width that calculators without latent attention assume, on every attention head. */
const USUAL_HEAD_DIM = 128;

/** Numbers cached per token and layer, keys plus values, by the first full layer of the config. */
const cachedPerLayer = ({ attention, attentionHeads }: ModelFacts): number => {
  const layer = attention.kvLayers.find(({ kind }) => kind === 'full') ?? attention.kvLayers[0];
  if (layer === undefined) return 0;
  return layer.kind === 'mla' ? 2 * attentionHeads * USUAL_HEAD_DIM : 2 * layer.kvHeads * layer.headDim;
};

const fullCacheBytes = ({ input }: MemoryFigure, model: LayeredModel): number => {
  const { contextTokens = 0, sequences = 1 } = input;
  const { keys, values } = cacheTypesOf(input.cacheType);
  const tokens = input.per === 'token' ? 1 : contextTokens * sequences;
  return (model.layers * cachedPerLayer(model) * tokens * (CACHE_BYTES[keys] + CACHE_BYTES[values])) / 2;
};

/** `q4_k_m`, `iq4_xs`, `mxfp4`, `mlx-4bit`: 4. Without a quantization of the list, the whole bits the row states. */
const nominalBits = ({ input }: MemoryFigure): number => Number(/\d+/.exec(input.quant ?? '')?.[0] ?? Math.floor(input.bitsPerWeight ?? 16));

const nominalBytes = (row: MemoryFigure, model: ModelFacts): number => (model.paramsB * 1e9 * nominalBits(row)) / 8;

const bytesByRule = (row: MemoryFigure, facts: MemoryAccuracyFacts): Partial<Record<PeerRule, number>> => {
  const { category, input } = row;
  if (category === 'gpu-limit') {
    const memory = (input.memoryGB ?? 0) * GiB;
    return { 'two-thirds': (memory * 2) / 3, 'three-quarters': (memory * 3) / 4 };
  }
  // What none of the rules speaks of, or what they speak of only in part.
  if (input.per === 'cells' || input.counts !== undefined || input.figures?.weightBytes !== undefined) return {};
  const { model } = subjectOf(row, facts);
  if (category === 'kv') return { 'full-cache': fullCacheBytes(row, model) };
  if (category === 'weights') return { 'nominal-bits': nominalBytes(row, model) };
  if (category === 'total') return { 'weights-and-full-cache': nominalBytes(row, model) + fullCacheBytes(row, model) };
  return {};
};

const errorsOf = (results: readonly { readonly error: number }[]): { readonly medianError: number; readonly worstError: number } => {
  const errors = results.map(({ error }) => Math.abs(error));
  return { medianError: median(errors), worstError: Math.max(0, ...errors) };
};

/**
 * The rows the advisor was compared with, under the rules of others, and both side by side.
 * @param results what `memoryAccuracy` returned for the same facts
 */
export const memoryPeers = (facts: MemoryAccuracyFacts, results: readonly MemoryResult[]): MemoryPeers => {
  const peers = results.flatMap(({ row, stated }) => {
    const bytes = bytesByRule(row, facts);
    return PEER_RULES.flatMap((rule): PeerResult[] => {
      const predicted = (bytes[rule] ?? Number.NaN) / UNIT_SIZE[row.unit];
      return Number.isNaN(predicted) ? [] : [{ row, rule, predicted, stated, error: predicted / stated - 1 }];
    });
  });
  const ownOf = new Map(results.map((result) => [result.row.id, result]));
  const summary = PEER_RULES.map((rule): PeerSummary => {
    const theirs = peers.filter((peer) => peer.rule === rule);
    const ours = theirs.flatMap(({ row }) => ownOf.get(row.id) ?? []);
    return {
      rule,
      rows: theirs.length,
      hits: theirs.filter(({ row, error }) => Math.abs(error) <= (ownOf.get(row.id)?.tolerance ?? 0)).length,
      ...errorsOf(theirs),
      ours: { hits: ours.filter(({ hit }) => hit).length, ...errorsOf(ours) },
    };
  });
  return { results: peers, summary };
};
