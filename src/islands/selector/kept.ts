import { shareModels, type Catalog } from '../../selector/catalog.ts';
import type { Selection, Task } from '../../selector/selection.ts';
import { withModel, withQuant, withTask } from '../../selector/transition.ts';

/** What was chosen last where models are of another kind, the latest first: a model for chats says nothing about one for images. */
export type Kept = readonly Pick<Selection, 'task' | 'model' | 'quant'>[];

/** The selection with another task, with the model that was chosen when a task with such models was last on, and what is kept now. */
export const switchTask = (selection: Selection, task: Task, kept: Kept, catalog: Catalog): { readonly selection: Selection; readonly kept: Kept } => {
  if (shareModels(selection.task, task)) return { selection: withTask(selection, task, catalog), kept };
  const { model, quant } = selection;
  const last = kept.find((one) => shareModels(one.task, task));
  const others = kept.filter((one) => one !== last && !shareModels(one.task, selection.task));
  const back = last === undefined ? selection : withQuant(withModel(withTask(selection, last.task, catalog), last.model, catalog), last.quant, catalog);
  return { selection: withTask(back, task, catalog), kept: [{ task: selection.task, model, quant }, ...others] };
};
