import { isAdapterMethod } from '../advisor/training/types.ts';
import { contextLimits, hasModel, hasQuantization, sequenceLimits, shareModels, type Catalog } from './catalog.ts';
import { nearestQuantization, settingsFor, startModel, type TaskSettings } from './defaults.ts';
import { clamp } from './limits.ts';
import { KIND_OF, type Selection, type Task } from './selection.ts';

/** Whether a training method belongs to a task. Tasks that do not train leave it alone. */
export const hasMethod = (task: Task, method: Selection['method']): boolean =>
  task === 'lora' ? isAdapterMethod(method) : task === 'training' ? !isAdapterMethod(method) : true;

/** What is still as it was given follows to where it is going; what the reader set stays. */
const followed = <K extends keyof TaskSettings>(key: K, selection: TaskSettings, from: TaskSettings, to: TaskSettings): TaskSettings[K] =>
  selection[key] === from[key] ? to[key] : selection[key];

/** The settings of `selection` on the way to another task or model, as far as it has them. */
const moved = (selection: Selection, task: Task, model: string, catalog: Catalog): Selection => {
  const from = settingsFor(selection.task, selection.model, catalog);
  const to = settingsFor(task, model, catalog);
  const kind = KIND_OF[task];
  const method = followed('method', selection, from, to);
  return {
    ...selection,
    task,
    model,
    quant: shareModels(selection.task, task) ? nearestQuantization(kind, model, followed('quant', selection, from, to), catalog) : to.quant,
    contextTokens: clamp(followed('contextTokens', selection, from, to), contextLimits(kind, model, catalog)),
    imagePx: followed('imagePx', selection, from, to),
    steps: followed('steps', selection, from, to),
    method: hasMethod(task, method) ? method : to.method,
    batch: followed('batch', selection, from, to),
    sequenceTokens: clamp(followed('sequenceTokens', selection, from, to), sequenceLimits(kind, model, catalog)),
    otherAppsGB: followed('otherAppsGB', selection, from, to),
  };
};

/** Both work in batches, but a batch of texts to embed says nothing about one to train on. */
const batchesDiffer = (a: Task, b: Task): boolean => {
  const kinds = [KIND_OF[a], KIND_OF[b]];
  return kinds.includes('training') && kinds.includes('embedding');
};

/**
 * The same reader with another task. What they set stays where the new task can use it, what it does not use stays for the way back,
 * and what they left alone becomes what the new task starts with. A model and its quantization stay between tasks with the same models.
 */
export const withTask = (selection: Selection, task: Task, catalog: Catalog): Selection => {
  if (task === selection.task) return selection;
  const wasLeft = selection.model === startModel(selection.task, catalog);
  const stays = !wasLeft && shareModels(selection.task, task) && hasModel(KIND_OF[task], selection.model, catalog);
  const model = stays ? selection.model : startModel(task, catalog);
  const next = moved(selection, task, model, catalog);
  if (!batchesDiffer(selection.task, task)) return next;
  const { batch, sequenceTokens } = settingsFor(task, model, catalog);
  return { ...next, batch, sequenceTokens };
};

/**
 * The same selection with another model: quantization, context and length stay where the new model allows them and become the nearest
 * otherwise; what was left at the start of the old model becomes that of the new one. An unknown id changes nothing.
 */
export const withModel = (selection: Selection, model: string, catalog: Catalog): Selection =>
  model === selection.model || !hasModel(KIND_OF[selection.task], model, catalog) ? selection : moved(selection, selection.task, model, catalog);

/** The same selection with another quantization. One the model does not come in changes nothing. */
export const withQuant = (selection: Selection, quant: string, catalog: Catalog): Selection =>
  hasQuantization(KIND_OF[selection.task], selection.model, quant, catalog) ? { ...selection, quant } : selection;
