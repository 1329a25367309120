import type { KvLayer, RecurrentLayers } from '../schemas/model.ts';
import type { Engine, FeedForwardFacts, ModelFacts, QuantizationFacts } from './types.ts';

/** A model as far as somebody knows it. Everything may be missing; nothing that is not a positive number is used. */
export interface DescribedFigures {
  /** Parameters, in 10^9. */
  readonly paramsB?: number | undefined;
  /** Parameters used per token, in 10^9, for mixtures of experts. */
  readonly activeParamsB?: number | undefined;
  /** Size of the weights, if it is known: the file on disk. It goes before every computation. */
  readonly weightBytes?: number | undefined;
  readonly layers?: number | undefined;
  readonly hiddenSize?: number | undefined;
  /** Width of the feed-forward layers, of one expert in a mixture of experts. */
  readonly intermediateSize?: number | null | undefined;
  readonly moe?: FeedForwardFacts['moe'] | undefined;
  readonly vocab?: number | undefined;
  readonly attentionHeads?: number | undefined;
  readonly tiedEmbeddings?: boolean | null | undefined;
  readonly contextMax?: number | undefined;
  /** Layers that own a cache. Without them no cache is counted. */
  readonly kvLayers?: readonly KvLayer[] | undefined;
  readonly sharedKvLayers?: number | undefined;
  readonly recurrent?: RecurrentLayers | null | undefined;
}

/** How the weights of such a model are stored: a quantization of the site, or bits per weight. */
export interface DescribedQuantization {
  readonly engine: Engine;
  readonly quantization?: QuantizationFacts | undefined;
  readonly bitsPerWeight?: number | undefined;
}

/**
 * What the answer does not rest on.
 *
 * - `weights-unknown`: neither a size nor a parameter count was given; the weights count as nothing, so no sum may be judged
 * - `cache-unknown`: no layers were given; the cache counts as nothing, because a guess would be wrong by a factor; likewise
 * - `dimensions-assumed`: vocabulary, hidden size, heads or the width of the experts were not given; only the compute buffer depends on them
 * - `bits-assumed`: neither a quantization nor bits per weight were given; 16 bits, as models are published
 */
export type DescriptionNote = 'weights-unknown' | 'cache-unknown' | 'dimensions-assumed' | 'bits-assumed';

export interface DescribedModel {
  /** With the fields speed depends on as well. */
  readonly model: ModelFacts & FeedForwardFacts & { readonly activeParamsB: number | null };
  readonly quantization: QuantizationFacts;
  readonly notes: readonly DescriptionNote[];
}

/** Rows of the token embedding where they are not known: the middle of the models on this site, and that of Qwen3. */
const ASSUMED_VOCAB = 151_936;

/** A layer of a dense transformer has about 14 × hidden size² parameters: 13.1 for Llama 3.3 70B, 13.6 for Qwen3 8B, 17 for Qwen3 4B. */
const PARAMETERS_PER_LAYER = 14;

/** Hidden size per layer of usual proportions: 114 for Qwen3 8B, 128 for Llama 3.1 8B, 102 for Llama 3.3 70B. */
const WIDTH_PER_LAYER = 114;

const ASSUMED_HEAD_DIM = 128;

/** More bits than any format has are a mistake. */
const LARGEST_BITS = 64;

/** No published figure comes near it; above, sums of bytes would no longer be exact. */
const LARGEST = 1e15;

const positive = (value: number | undefined): number | undefined => (value !== undefined && value > 0 && value < LARGEST ? value : undefined);

/** Layers, heads and widths are whole. */
const count = (value: number | undefined): number | undefined => (value !== undefined && value >= 1 ? positive(Math.round(value)) : undefined);

/** Layers of all kinds that were described; 0 if none were. */
const describedLayers = ({ kvLayers = [], sharedKvLayers = 0, recurrent }: DescribedFigures): number =>
  kvLayers.reduce((sum, { layers }) => sum + layers, 0) + sharedKvLayers + (recurrent?.layers ?? 0);

/** The hidden size a dense model of these parameters usually has, in steps of 128: within a fifth of most published ones, half off at worst (Gemma 7B). */
const assumedHiddenSize = (paramsB: number, layers: number | undefined): number => {
  const parameters = paramsB * 1e9;
  const width =
    layers === undefined ? Math.cbrt((parameters * WIDTH_PER_LAYER) / PARAMETERS_PER_LAYER) : Math.sqrt(parameters / (PARAMETERS_PER_LAYER * layers));
  return Math.max(1, Math.round(width / 128)) * 128;
};

const assumedHeads = (kvLayers: readonly KvLayer[], hiddenSize: number): number => {
  const heads = kvLayers.map((layer) => (layer.kind === 'mla' ? 0 : Math.max(layer.kvHeads, Math.round(hiddenSize / layer.headDim))));
  return Math.max(1, ...heads, heads.some((count) => count > 0) ? 0 : Math.round(hiddenSize / ASSUMED_HEAD_DIM));
};

/** A quantization in which every tensor has the same bits. */
const uniform = (id: string, engine: Engine, bits: number): QuantizationFacts => ({
  id,
  engine,
  bitsPerWeight: bits,
  bodyBits: bits,
  embeddingBits: bits,
  outputBits: bits,
  general: true,
});

/**
 * A model that is not in the lists, from the figures somebody has of it, ready for `memoryNeed`. It never throws: what is missing is
 * filled in, or left at nothing, and named in `notes`.
 *
 * - weights: `weightBytes` if given; else parameters × bits. The quantization’s own bits for the embedding are used only where vocabulary
 *   and hidden size are known; otherwise the bits of a whole file.
 * - vocabulary, hidden size, heads: see the constants above. The hidden size follows the active parameters of a mixture of experts.
 */
export const describedModel = (figures: DescribedFigures, stored: DescribedQuantization): DescribedModel => {
  const { kvLayers = [], recurrent = null, sharedKvLayers = 0 } = figures;
  const paramsB = positive(figures.paramsB);
  const activeParamsB = positive(figures.activeParamsB);
  const weightBytes = positive(figures.weightBytes);
  const counted = count(describedLayers(figures));
  const layers = count(figures.layers) ?? counted;
  const vocab = count(figures.vocab);
  const hiddenSize = count(figures.hiddenSize);
  const heads = count(figures.attentionHeads);
  const bits = stored.bitsPerWeight !== undefined && stored.bitsPerWeight <= LARGEST_BITS ? positive(stored.bitsPerWeight) : undefined;

  // Weights of a known size and nothing else: as many parameters as the bits make of it.
  const assumedBits = bits ?? stored.quantization?.bitsPerWeight ?? 16;
  const parameters = paramsB ?? (weightBytes === undefined ? 0 : (weightBytes * 8) / assumedBits / 1e9);
  const width = hiddenSize ?? assumedHiddenSize(activeParamsB ?? parameters, layers);

  const named = stored.quantization;
  const partsKnown = named !== undefined && bits === undefined && vocab !== undefined && hiddenSize !== undefined;
  const quantization = partsKnown ? named : uniform(named?.id ?? 'described', stored.engine, assumedBits);

  const notes: DescriptionNote[] = [];
  if (paramsB === undefined && weightBytes === undefined) notes.push('weights-unknown');
  if (kvLayers.length === 0 && recurrent === null) notes.push('cache-unknown');
  const expertsKnown = activeParamsB === undefined || (figures.intermediateSize ?? null) !== null;
  if (vocab === undefined || hiddenSize === undefined || heads === undefined || !expertsKnown) notes.push('dimensions-assumed');
  if (paramsB !== undefined && weightBytes === undefined && named === undefined && bits === undefined) notes.push('bits-assumed');

  return {
    model: {
      id: 'described',
      paramsB: parameters,
      activeParamsB: activeParamsB ?? null,
      layers: layers ?? Math.max(1, Math.round(width / WIDTH_PER_LAYER)),
      hiddenSize: width,
      // Beside an assumed hidden size it would say nothing.
      intermediateSize: hiddenSize === undefined ? null : (count(figures.intermediateSize ?? undefined) ?? null),
      moe: figures.moe ?? null,
      vocab: vocab ?? ASSUMED_VOCAB,
      attentionHeads: heads ?? assumedHeads(kvLayers, width),
      tiedEmbeddings: figures.tiedEmbeddings ?? null,
      contextMax: count(figures.contextMax) ?? Number.MAX_SAFE_INTEGER,
      attention: { kvLayers: [...kvLayers], sharedKvLayers, recurrent },
      filesOnly: false,
      files: weightBytes === undefined ? [] : [{ quant: quantization.id, bytes: Math.round(weightBytes) }],
    },
    quantization,
    notes,
  };
};
