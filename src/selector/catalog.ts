import { configurations } from '../advisor/recommend/configurations.ts';
import type { ListedQuantization, ModelFacts } from '../advisor/types.ts';
import { isOffered } from '../advisor/weights.ts';
import type { SelectorData } from './data.ts';
import { CONTEXT_TOKENS, SEQUENCE_TOKENS, type Limits } from './limits.ts';
import { KIND_OF, OWN_MODEL, type Kind, type Task } from './selection.ts';

/** What can be chosen: ids, and what decides which of them go together. */
export interface Catalog {
  /** Language models, also for training. */
  readonly models: readonly ModelFacts[];
  readonly quantizations: readonly ListedQuantization[];
  readonly imageModels: readonly { readonly id: string; readonly steps: number; readonly nativePx: number }[];
  readonly speechModels: readonly { readonly id: string }[];
  readonly embeddingModels: readonly { readonly id: string; readonly contextMax: number }[];
  readonly chips: readonly {
    readonly id: string;
    readonly name: string;
    readonly cpuCores: number;
    readonly gpuCores: number;
    readonly memoryOptionsGB: readonly number[];
  }[];
  /** `mac-mini-2026/m6-12/32` */
  readonly configurations: readonly string[];
}

/** The catalog of the data. Worth keeping: it lists every configuration. */
export const catalogOf = (data: Pick<SelectorData, Exclude<keyof Catalog, 'configurations'> | 'macs'>): Catalog => ({
  models: data.models,
  quantizations: data.quantizations,
  imageModels: data.imageModels,
  speechModels: data.speechModels,
  embeddingModels: data.embeddingModels,
  chips: data.chips,
  configurations: configurations(data.macs, data.chips, []).map(({ id }) => id),
});

/** Language models and training share one list of models and one of formats. */
const isLanguage = (kind: Kind): boolean => kind === 'llm' || kind === 'training';

/** Whether two tasks choose from the same models and formats. */
export const shareModels = (a: Task, b: Task): boolean => KIND_OF[a] === KIND_OF[b] || (isLanguage(KIND_OF[a]) && isLanguage(KIND_OF[b]));

const LIST_OF = { llm: 'models', training: 'models', image: 'imageModels', speech: 'speechModels', embedding: 'embeddingModels' } as const;

/** Ids of the models of a kind, in the order of the list, without the own model. */
export const modelIds = (kind: Kind, catalog: Catalog): string[] => catalog[LIST_OF[kind]].map(({ id }) => id);

/** Whether a kind of task has this model. An own model is described as a language model is. */
export const hasModel = (kind: Kind, id: string, catalog: Catalog): boolean =>
  id === OWN_MODEL ? isLanguage(kind) : catalog[LIST_OF[kind]].some((model) => model.id === id);

/**
 * Formats of models that list no files, by their ids among the quantizations. Images: 16 bit and what programs on MLX offer; whisper.cpp
 * publishes these three; vectors are computed with the published weights or with 8 bit.
 */
const FORMATS: Readonly<Record<'image' | 'speech' | 'embedding', readonly string[]>> = {
  image: ['f16', 'mlx-8bit', 'mlx-4bit'],
  speech: ['f16', 'q8_0', 'q5_0'],
  embedding: ['f16', 'q8_0'],
};

/** Whether a model comes in a quantization. An own model comes in all that can be made of any model. */
export const hasQuantization = (kind: Kind, modelId: string, quantId: string, catalog: Catalog): boolean => {
  const quantization = catalog.quantizations.find(({ id }) => id === quantId);
  if (quantization === undefined) return false;
  if (kind === 'image' || kind === 'speech' || kind === 'embedding') return FORMATS[kind].includes(quantId);
  const model = catalog.models.find(({ id }) => id === modelId);
  return model === undefined ? quantization.general : isOffered(model, quantization);
};

/**
 * What a list of quantizations shows, in its order: the common ones, those the model has a file in, and the chosen one. Most language
 * models come in forty, too many to choose from; a link may name any of them (`hasQuantization`).
 */
export const listedQuantizations = <Q extends ListedQuantization>(
  kind: Kind,
  modelId: string,
  catalog: Omit<Catalog, 'quantizations'> & { readonly quantizations: readonly Q[] },
  chosen?: string,
): Q[] => {
  const files = isLanguage(kind) ? (catalog.models.find(({ id }) => id === modelId)?.files ?? []) : [];
  return catalog.quantizations.filter(
    ({ id, common }) =>
      hasQuantization(kind, modelId, id, catalog) && (!isLanguage(kind) || common || id === chosen || files.some(({ quant }) => quant === id)),
  );
};

/** What the context of a model may be. Tasks without a context leave it alone, whatever it is. */
export const contextLimits = (kind: Kind, modelId: string, { models }: Catalog): Limits => {
  const model = kind === 'llm' ? models.find(({ id }) => id === modelId) : undefined;
  return { min: CONTEXT_TOKENS.min, max: model?.contextMax ?? CONTEXT_TOKENS.max };
};

/** How long one training example or one text to embed may be: what the model can read at once. */
export const sequenceLimits = (kind: Kind, modelId: string, { models, embeddingModels }: Catalog): Limits => {
  const list = kind === 'training' ? models : kind === 'embedding' ? embeddingModels : [];
  return { min: SEQUENCE_TOKENS.min, max: list.find(({ id }) => id === modelId)?.contextMax ?? SEQUENCE_TOKENS.max };
};
