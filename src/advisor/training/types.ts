import type { TrainingMeasurement } from '../../schemas/measurement.ts';
import type { KvLayer, Model } from '../../schemas/model.ts';

/** What training needs to know of a language model. */
export type TrainingShape = Pick<Model, 'paramsB' | 'layers' | 'hiddenSize' | 'vocab' | 'attentionHeads'> & {
  readonly activeParamsB?: number | null;
  /** Width inside the feed-forward part; null where not known. */
  readonly intermediateSize: number | null;
  /** Of a mixture of experts: how many a layer has, and how many a token passes; `intermediateSize` is then that of one. */
  readonly moe?: { readonly experts: number; readonly activeExperts: number } | null;
  /** Layers with a key/value cache, for the shape of the attention matrices. */
  readonly kvLayers: readonly KvLayer[];
};

/**
 * `full-amp`: all weights, 16-bit arithmetic with 32-bit copies. `full-fp32`, `full-bf16`: everything in one format. `full-8bit-adam`:
 * mixed, with the optimizer's state in 8 bit. `lora`: small adapters beside 16-bit weights. `qlora`: beside quantized weights.
 */
export const TRAINING_METHODS = ['full-amp', 'full-fp32', 'full-bf16', 'full-8bit-adam', 'lora', 'qlora'] as const;
export type TrainingMethod = (typeof TRAINING_METHODS)[number];

export const isAdapterMethod = (method: TrainingMethod): boolean => method === 'lora' || method === 'qlora';

/** One published measurement. */
export type TrainingRow = TrainingMeasurement['rows'][number];
