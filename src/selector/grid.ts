import { judge } from '../advisor/budget.ts';
import { budgetsFor } from './budgets.ts';
import { hasModel, listedQuantizations } from './catalog.ts';
import { nearestQuantization } from './defaults.ts';
import { estimateFor } from './need.ts';
import type { Prepared } from './prepare.ts';
import type { Grid } from './result.ts';
import { KIND_OF, OWN_MODEL, TASKS, type Selection } from './selection.ts';
import { hasMethod } from './transition.ts';
import { TRAINING_METHODS } from '../advisor/training/types.ts';

/** What the rows are: models of the task in the chosen format, or the formats of the chosen model (of training: its methods). */
export type GridRows = 'models' | 'quantizations';

/** More rows than this nobody reads. */
const MOST_ROWS = 40;

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly apply: Partial<Selection>;
}

/** Memory sizes of the Macs that count, and of the one in hand, from small to large. */
const sizesFor = ({ condition, owned }: Selection, { configurations }: Prepared): number[] => {
  const sizes = new Set(configurations.filter(({ onSale }) => onSale || condition === 'any').map(({ memoryGB }) => memoryGB));
  if (owned !== null) sizes.add(owned.memoryGB);
  return [...sizes].sort((a, b) => a - b);
};

/** How common a language model is, as far as the data tell: the sources that measured it, then the files that are known. */
const commonness = (prepared: Prepared): ((id: string) => number) => {
  const measuredBy = new Map<string, Set<number>>();
  for (const [source, , model] of prepared.data.measured) measuredBy.set(model, (measuredBy.get(model) ?? new Set()).add(source));
  return (id) => (measuredBy.get(id)?.size ?? 0) * 100 + (prepared.models.get(id)?.files.length ?? 0);
};

const languageModels = (selection: Selection, prepared: Prepared): Choice[] => {
  const { data, catalog } = prepared;
  const kind = KIND_OF[selection.task];
  const tokens = kind === 'training' ? selection.sequenceTokens : selection.contextTokens;
  const common = commonness(prepared);
  const chosen = data.models.filter(({ id }) => id === selection.model);
  // A model that cannot read as much would be judged for something else.
  const others = data.models.filter(({ id, contextMax }) => id !== selection.model && contextMax >= tokens).sort((a, b) => common(b.id) - common(a.id));
  const listed = [...chosen, ...others].slice(0, MOST_ROWS - Number(selection.model === OWN_MODEL)).map(({ id, name }): Choice => {
    const quant = nearestQuantization(kind, id, selection.quant, catalog);
    return { id, label: name, apply: { model: id, quant } };
  });
  return selection.model === OWN_MODEL ? [{ id: OWN_MODEL, label: OWN_MODEL, apply: {} }, ...listed] : listed;
};

const modelChoices = (selection: Selection, prepared: Prepared): Choice[] => {
  const { data } = prepared;
  const byName = ({ id, name }: { readonly id: string; readonly name: string }): Choice => ({ id, label: name, apply: { model: id } });
  switch (KIND_OF[selection.task]) {
    case 'image':
      return data.imageModels.map(byName);
    case 'speech':
      return data.speechModels.map(byName);
    case 'embedding':
      return data.embeddingModels.map(byName);
    case 'llm':
    case 'training':
      return languageModels(selection, prepared);
  }
};

const formatChoices = (selection: Selection, { catalog }: Prepared): Choice[] => {
  const { task, model, quant } = selection;
  const kind = KIND_OF[task];
  if (!hasModel(kind, model, catalog)) return [];
  if (kind === 'training') {
    // A method belongs to one of the two tasks that train.
    return TRAINING_METHODS.map((method) => ({
      id: method,
      label: method,
      apply: { method, task: TASKS.find((one) => KIND_OF[one] === 'training' && hasMethod(one, method)) ?? task },
    }));
  }
  return listedQuantizations(kind, model, catalog, quant).map(({ id }) => ({ id, label: id, apply: { quant: id } }));
};

/**
 * What fits at all: memory sizes against models or formats, at the context, image size or length chosen. A column stands for Macs of the
 * shop with the limit macOS sets; that of the Mac in hand for this one. Rows are ordered by need; at most 40, of the language models the
 * common ones. What nobody published the size of is left out.
 */
export const grid = (selection: Selection, prepared: Prepared, of: GridRows): Grid => {
  const { owned } = selection;
  const sizesGB = sizesFor(selection, prepared);
  const budgets = budgetsFor(selection, prepared.data);
  const columns = sizesGB.map((memoryGB) => budgets[owned?.memoryGB === memoryGB ? 'owned' : 'shop'](memoryGB));
  const choices = of === 'models' ? modelChoices(selection, prepared) : formatChoices(selection, prepared);
  const rows = choices.flatMap(({ id, label, apply }) => {
    const found = estimateFor({ ...selection, ...apply }, prepared);
    if (!found.known) return [];
    return [{ id, label, totalBytes: found.need.totalBytes, cells: columns.map((limits) => judge(found.bare, limits).status), apply }];
  });
  return { sizesGB, rows: rows.sort((a, b) => a.totalBytes - b.totalBytes || (a.id < b.id ? -1 : 1)).slice(0, MOST_ROWS) };
};
