import { eraOf } from './budget.ts';
import type { ListedQuantization, MacosEra, ModelFacts } from './types.ts';
import { isOffered } from './weights.ts';

/** What a reader chose. Ids, never positions in a list, so that links survive changes of the lists. */
export interface Selection {
  readonly model: string;
  readonly quant: string;
  readonly contextTokens: number;
  readonly macos: MacosEra;
}

/** What the selector shows before anything is chosen: a model and settings most people start with. */
export const DEFAULT_STATE: Selection = { model: 'qwen3-8b', quant: 'q4_k_m', contextTokens: 8192, macos: 'current' };

/** What can be chosen. `defaults` must name a model and a quantization of the lists. */
export interface Catalog {
  readonly models: readonly ModelFacts[];
  readonly quantizations: readonly ListedQuantization[];
  readonly defaults: Selection;
}

/** The keys of the query string. They stand in shared links: never rename one. */
export const QUERY_KEYS = ['model', 'quant', 'ctx', 'macos'] as const;
export type QueryKey = (typeof QUERY_KEYS)[number];

export type IgnoredReason = 'unknown' | 'not-offered' | 'not-a-number' | 'out-of-range';

/** A value of a query string that could not be used. */
export interface IgnoredValue {
  readonly key: QueryKey;
  readonly value: string;
  readonly reason: IgnoredReason;
}

/** Below this no conversation is possible, and runtimes reserve as much anyway. */
export const MIN_CONTEXT_TOKENS = 512;

/** A foreign value is shown to the reader, so it is cut before it can fill the page. */
const MAX_SHOWN = 40;

/** The version that stands for its generation in a link. */
const MACOS_VERSION = { legacy: '15', current: '26' } as const;

/**
 * What a list shows of the quantizations a model comes in, in their order: the common ones, those it has a file in, and the chosen one.
 * Most models come in forty, too many to choose from; a link may name any of them (`isOffered`).
 */
export const offered = <Q extends ListedQuantization>(model: ModelFacts, quantizations: readonly Q[], chosen?: string): Q[] =>
  quantizations.filter(
    (quantization) =>
      isOffered(model, quantization) && (quantization.common || quantization.id === chosen || model.files.some(({ quant }) => quant === quantization.id)),
  );

/** The context a model starts with: the default, or all it has if that is less. */
const startContext = (model: ModelFacts, catalog: Catalog): number => Math.min(catalog.defaults.contextTokens, model.contextMax);

const startQuantization = (model: ModelFacts, catalog: Catalog): string => {
  const ids = offered(model, catalog.quantizations).map(({ id }) => id);
  const preferred = catalog.defaults.quant;
  return ids.includes(preferred) ? preferred : (ids[0] ?? preferred);
};

const modelOf = (id: string, catalog: Catalog): ModelFacts | undefined => catalog.models.find((model) => model.id === id);

/**
 * The same selection with another model: quantization and context stay where the new model allows them.
 * An unknown id changes nothing.
 */
export const withModel = (selection: Selection, id: string, catalog: Catalog): Selection => {
  const model = modelOf(id, catalog);
  if (model === undefined) return selection;
  const stays = offered(model, catalog.quantizations, selection.quant).some((quantization) => quantization.id === selection.quant);
  return {
    ...selection,
    model: id,
    quant: stays ? selection.quant : startQuantization(model, catalog),
    contextTokens: Math.min(selection.contextTokens, model.contextMax),
  };
};

/** What a page starts with when it presents one model. */
export const presetFor = (id: string, catalog: Catalog): Selection => {
  const model = modelOf(id, catalog);
  if (model === undefined) return catalog.defaults;
  return { ...catalog.defaults, model: id, quant: startQuantization(model, catalog), contextTokens: startContext(model, catalog) };
};

export interface ParsedQuery {
  readonly selection: Selection;
  readonly ignored: readonly IgnoredValue[];
}

/**
 * Reads a selection from a query string. What cannot be used falls back to the start value and is reported, never thrown: links come
 * from anywhere. Keys that are not ours are left alone; of a repeated key the first value counts.
 * @param start what the page shows without a query
 */
export const parseQuery = (query: string, catalog: Catalog, start: Selection = catalog.defaults): ParsedQuery => {
  const values = new URLSearchParams(query);
  const ignored: IgnoredValue[] = [];
  const ignore = (key: QueryKey, value: string, reason: IgnoredReason): void => {
    ignored.push({ key, value: Array.from(value).slice(0, MAX_SHOWN).join(''), reason });
  };

  const wantedModel = values.get('model');
  const named = wantedModel === null ? undefined : modelOf(wantedModel, catalog);
  if (wantedModel !== null && named === undefined) ignore('model', wantedModel, 'unknown');
  let selection = named === undefined || named.id === start.model ? start : presetFor(named.id, catalog);
  const model = named ?? modelOf(selection.model, catalog);

  const wantedQuant = values.get('quant');
  if (wantedQuant !== null) {
    const quantization = catalog.quantizations.find(({ id }) => id === wantedQuant);
    if (quantization === undefined) ignore('quant', wantedQuant, 'unknown');
    else if (model === undefined || !isOffered(model, quantization)) ignore('quant', wantedQuant, 'not-offered');
    else selection = { ...selection, quant: quantization.id };
  }

  const wantedContext = values.get('ctx');
  if (wantedContext !== null) {
    const tokens = /^-?\d{1,12}$/.test(wantedContext) ? Number(wantedContext) : Number.NaN;
    if (Number.isNaN(tokens)) ignore('ctx', wantedContext, 'not-a-number');
    else if (model === undefined || tokens < MIN_CONTEXT_TOKENS || tokens > model.contextMax) ignore('ctx', wantedContext, 'out-of-range');
    else selection = { ...selection, contextTokens: tokens };
  }

  const wantedMacos = values.get('macos');
  if (wantedMacos !== null) {
    const era = /^\d{2}$/.test(wantedMacos) ? eraOf(Number(wantedMacos)) : undefined;
    if (era === undefined) ignore('macos', wantedMacos, 'unknown');
    else selection = { ...selection, macos: era };
  }

  return { selection, ignored };
};

/** The query string of a selection, without a question mark. `parseQuery` reads it back to the same selection. */
export const formatQuery = ({ model, quant, contextTokens, macos }: Selection): string =>
  new URLSearchParams({ model, quant, ctx: String(contextTokens), macos: MACOS_VERSION[macos] }).toString();
