import type { GpuLimit } from '../schemas/gpu-limit.ts';
import type { Model } from '../schemas/model.ts';
import type { Quantization } from '../schemas/quantization.ts';

/** The feed-forward layers of a model. */
export type FeedForwardFacts = Pick<Model, 'layers' | 'intermediateSize'> & {
  readonly moe: Pick<NonNullable<Model['moe']>, 'experts' | 'activeExperts'> | null;
};

/**
 * What the advisor needs of a fact. Only these fields travel to the browser, so a new formula states here what it costs the page. The
 * feed-forward layers travel for those models whose memory depends on them; where they are missing, usual ones are assumed.
 */
export type ModelFacts = Pick<
  Model,
  'id' | 'paramsB' | 'hiddenSize' | 'vocab' | 'attentionHeads' | 'tiedEmbeddings' | 'contextMax' | 'attention' | 'filesOnly'
> &
  Partial<FeedForwardFacts> & { readonly files: readonly Pick<Model['files'][number], 'quant' | 'bytes'>[] };

/** A model as far as its speed depends on it as well. */
export type SpeedModelFacts = ModelFacts & FeedForwardFacts & Pick<Model, 'activeParamsB'>;

export type QuantizationFacts = Pick<Quantization, 'id' | 'engine' | 'bitsPerWeight' | 'bodyBits' | 'embeddingBits' | 'outputBits' | 'general'>;

/** A quantization as far as speed depends on it as well. */
export type SpeedQuantizationFacts = QuantizationFacts & Pick<Quantization, 'kernel'>;

/** A quantization as far as a list of choices needs it. */
export type ListedQuantization = QuantizationFacts & Pick<Quantization, 'common'>;

export type GpuLimitFacts = Pick<GpuLimit, 'memoryGB' | 'legacyFraction' | 'legacyUsableMiB' | 'currentFraction' | 'currentUsableMiB' | 'currentObserved'>;

/** Runtimes differ in how they reserve memory: llama.cpp up front for the whole context, MLX as the context grows. */
export type Engine = Quantization['engine'];

/** `legacy` is macOS 15 and older, `current` is macOS 26 and later: the GPU limit differs between them. */
export type MacosEra = 'legacy' | 'current';
