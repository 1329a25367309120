import { judge, raisedLimitFor } from '../advisor/budget.ts';
import { alternatives, type Changes, type Situation } from '../advisor/recommend/alternatives.ts';
import { isAdapterMethod, type TrainingMethod } from '../advisor/training/types.ts';
import type { ListedQuantization } from '../advisor/types.ts';
import { budgetsFor } from './budgets.ts';
import { hasQuantization, listedQuantizations } from './catalog.ts';
import type { Estimate } from './estimate.ts';
import { estimateFor } from './need.ts';
import type { Prepared } from './prepare.ts';
import type { SuggestedChange, Suggestion } from './result.ts';
import { KIND_OF, type Kind, type Selection } from './selection.ts';
import { withModel } from './transition.ts';

type Change = SuggestedChange & { readonly apply: Partial<Selection> };
type Group = readonly Change[];

/** Sizes people ask for, each below the one chosen, from large to small. */
const below = (most: number, ladder: readonly number[]): number[] => ladder.filter((step) => step < most);
const IMAGE_SIZES = [2048, 1536, 1280, 1024, 768, 512];
const BATCHES = [512, 256, 128, 64, 32, 16, 8, 4, 2, 1];
const SEQUENCES = [32_768, 16_384, 8192, 4096, 2048, 1024, 512, 256];

/** Below four bits a model loses more than most would trade for memory; the advisor draws the same line. Our choice; no source. */
const GOOD_BITS = 4.25;

/** The methods that need less, in the order of what they give up, and those that are something else instead. */
const LIGHTER: Readonly<Record<TrainingMethod, { readonly adjust: readonly TrainingMethod[]; readonly replace: readonly TrainingMethod[] }>> = {
  'full-fp32': { adjust: ['full-8bit-adam', 'full-bf16'], replace: ['lora', 'qlora'] },
  'full-amp': { adjust: ['full-8bit-adam', 'full-bf16'], replace: ['lora', 'qlora'] },
  'full-8bit-adam': { adjust: ['full-bf16'], replace: ['lora', 'qlora'] },
  'full-bf16': { adjust: [], replace: ['lora', 'qlora'] },
  lora: { adjust: ['qlora'], replace: [] },
  qlora: { adjust: [], replace: [] },
};

/** Frozen weights are trained beside in the formats of MLX; a format for another runtime becomes its usual one. */
const QLORA_FORMAT = 'mlx-4bit';

const numbers =
  (kind: SuggestedChange['kind'], field: 'imagePx' | 'batch' | 'sequenceTokens') =>
  (value: number): Change => ({ kind, values: { [field]: value }, apply: { [field]: value } });

const toMethod =
  (selection: Selection, prepared: Prepared) =>
  (method: TrainingMethod): Change => {
    const foreign = prepared.quantizations.get(selection.quant)?.engine !== 'mlx';
    const requant = method === 'qlora' && foreign && hasQuantization('training', selection.model, QLORA_FORMAT, prepared.catalog);
    const apply: Partial<Selection> = {
      method,
      ...(isAdapterMethod(method) && selection.task === 'training' ? { task: 'lora' } : {}),
      ...(requant ? { quant: QLORA_FORMAT } : {}),
    };
    return { kind: 'method', values: { method }, apply };
  };

/** The fields in which a selection differs from another. */
const difference = (from: Selection, to: Selection): Partial<Selection> =>
  Object.fromEntries(Object.entries(to).filter(([key, value]) => value !== from[key as keyof Selection]));

/** Models of the same list that need less, the heaviest first; of language models those of the family. */
const lighterModels = (selection: Selection, need: Estimate, prepared: Prepared): Group => {
  const { data, models, newest } = prepared;
  const wanted = models.get(selection.model);
  const lists: Readonly<Record<Kind, readonly { readonly id: string }[]>> = {
    image: data.imageModels,
    speech: data.speechModels,
    embedding: data.embeddingModels,
    training: newest.filter(({ family, paramsB }) => wanted !== undefined && family === wanted.family && paramsB < wanted.paramsB),
    llm: [],
  };
  return lists[KIND_OF[selection.task]]
    .map(({ id }) => withModel(selection, id, prepared.catalog))
    .flatMap((chosen) => {
      const other = estimateFor(chosen, prepared);
      return other.known && other.bare.totalBytes < need.bare.totalBytes ? [{ chosen, bytes: other.bare.totalBytes }] : [];
    })
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ chosen }) => ({ kind: 'model', values: { model: chosen.model }, apply: difference(selection, chosen) }));
};

/** Formats with fewer bits per weight than the one chosen, the largest first. Adapters stay with the runtime. */
const smallerFormats = ({ task, model, quant }: Selection, { catalog, quantizations }: Prepared): readonly ListedQuantization[] => {
  const chosen = quantizations.get(quant);
  return listedQuantizations(KIND_OF[task], model, catalog, quant)
    .filter(
      ({ engine, bitsPerWeight }) => chosen !== undefined && bitsPerWeight < chosen.bitsPerWeight && (KIND_OF[task] !== 'training' || engine === chosen.engine),
    )
    .sort((a, b) => b.bitsPerWeight - a.bitsPerWeight);
};

/** The changes there are for a kind of task, each list in the order of what it costs the reader. Our choice; no source. */
const changesFor = (selection: Selection, need: Estimate, wiredLimitMiB: number | null, prepared: Prepared): Changes<Change> => {
  const kind = KIND_OF[selection.task];
  const closeApps: Group = selection.otherAppsGB > 0 ? [{ kind: 'close-apps', values: {}, apply: { otherAppsGB: 0 } }] : [];
  const raiseLimit: Group = wiredLimitMiB === null ? [] : [{ kind: 'raise-limit', values: { wiredLimitMiB }, apply: { wiredLimitMiB } }];
  const formats = smallerFormats(selection, prepared);
  const smaller = (isGood: boolean): Group =>
    formats
      .filter(({ bitsPerWeight }) => bitsPerWeight >= GOOD_BITS === isGood)
      .map(({ id }) => ({ kind: 'quantization', values: { quant: id }, apply: { quant: id } }));
  const batch = below(selection.batch, BATCHES).map(numbers('batch', 'batch'));
  const sequence = below(selection.sequenceTokens, SEQUENCES).map(numbers('sequence', 'sequenceTokens'));
  const models = lighterModels(selection, need, prepared);

  if (kind === 'training') {
    const { adjust, replace } = LIGHTER[selection.method];
    const method = toMethod(selection, prepared);
    return {
      adjust: [closeApps, batch, adjust.map(method), raiseLimit, sequence, selection.method === 'qlora' ? smaller(false) : []],
      replace: [replace.map(method), models],
    };
  }
  if (kind === 'image') {
    return {
      adjust: [closeApps, smaller(true), raiseLimit, below(selection.imagePx, IMAGE_SIZES).map(numbers('smaller-image', 'imagePx')), smaller(false)],
      replace: [models],
    };
  }
  return {
    adjust: [closeApps, kind === 'embedding' ? batch : [], smaller(true), raiseLimit, kind === 'embedding' ? sequence : [], smaller(false)],
    replace: [models],
  };
};

/** What would help any task but a language model on one machine. Every change is computed as if it were chosen. */
export const taskSuggestions = (
  selection: Selection,
  need: Estimate,
  machine: { readonly memoryGB: number; readonly inHand: boolean },
  prepared: Prepared,
): Suggestion[] => {
  const budgetOf = (chosen: Selection) => budgetsFor(chosen, prepared.data)[machine.inHand ? 'owned' : 'shop'](machine.memoryGB);
  const situation = (chosen: Selection, { bare }: Estimate): Situation => ({ needBytes: bare.totalBytes, fit: judge(bare, budgetOf(chosen)), speed: null });
  const before = situation(selection, need);
  const merged = (changes: readonly Change[]): Partial<Selection> => Object.assign({}, ...changes.map(({ apply }) => apply)) as Partial<Selection>;
  const assess = (changes: readonly Change[]): Situation => {
    const chosen = { ...selection, ...merged(changes) };
    const after = estimateFor(chosen, prepared);
    // A change that leads to a part nobody published helps nobody.
    return after.known ? situation(chosen, after) : before;
  };
  const changes = (): Changes<Change> => changesFor(selection, need, raisedLimitFor(need.bare.totalBytes, budgetOf(selection)), prepared);
  return alternatives(before, changes, assess).flatMap((found): Suggestion[] =>
    found.kind === 'cloud'
      ? []
      : [{ changes: found.changes.map(({ kind, values }) => ({ kind, values })), apply: merged(found.changes), status: found.after.fit.status }],
  );
};
