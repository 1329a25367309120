import { hasModel, type Catalog } from './catalog.ts';
import type { Field, Values } from './query-field.ts';
import { FIELDS } from './query-fields.ts';
import { shown, type IgnoredReason, type IgnoredValue, type QueryKey } from './query-values.ts';
import { KIND_OF, TASKS, type Selection, type Task } from './selection.ts';
import { withModel, withTask } from './transition.ts';

export { QUERY_KEYS, type IgnoredReason, type IgnoredValue, type QueryKey } from './query-values.ts';

export interface ParsedSelection {
  readonly selection: Selection;
  readonly ignored: readonly IgnoredValue[];
}

const isTask = (text: string): text is Task => (TASKS as readonly string[]).includes(text);

/** Whether any task has this model. */
const taskWith = (model: string, catalog: Catalog): Task | undefined => TASKS.find((task) => hasModel(KIND_OF[task], model, catalog));

/**
 * Reads a selection from a query string, with or without its question mark. What cannot be used falls back to how the page starts and is
 * reported, never thrown: links come from anywhere. Empty values count as not given. Keys that are not ours are left alone; of a repeated
 * key the first value counts. A model without a task leads to the first task that has it, so that old links, which knew language models
 * only, and short ones written by hand mean what they say.
 *
 * `from` is what the form sends without JavaScript: the task its other fields were filled in for. They are read for that task, and the task
 * is changed afterwards, as if it had been chosen in the form.
 * @param start what the page shows without a query
 */
export const parseSelection = (query: string, catalog: Catalog, start: Selection): ParsedSelection => {
  const parameters = new URLSearchParams(query);
  const values: Values = (key) => parameters.get(key) || undefined;
  const ignored: IgnoredValue[] = [];
  const ignore = (key: QueryKey, value: string, reason: IgnoredReason): void => {
    ignored.push({ key, value: shown(value), reason });
  };

  const taskOf = (key: 'task' | 'from'): Task | undefined => {
    const text = values(key);
    if (text === undefined || isTask(text)) return text;
    ignore(key, text, 'unknown');
    return undefined;
  };
  const wantedTask = taskOf('task');
  const named = taskOf('from') ?? wantedTask;
  const wantedModel = values('model');
  const holds = (task: Task): boolean => wantedModel === undefined || hasModel(KIND_OF[task], wantedModel, catalog);
  const fallback = holds(start.task) || wantedModel === undefined ? undefined : taskWith(wantedModel, catalog);
  const task = named ?? fallback ?? start.task;

  if (wantedModel !== undefined && !holds(task)) ignore('model', wantedModel, taskWith(wantedModel, catalog) === undefined ? 'unknown' : 'not-offered');
  let selection = withTask(start, task, catalog);
  if (wantedModel !== undefined) selection = withModel(selection, wantedModel, catalog);

  for (const { read } of FIELDS) {
    const reading = read(values, selection, catalog);
    selection = reading.selection;
    ignored.push(...reading.ignored);
  }
  return { selection: wantedTask === undefined ? selection : withTask(selection, wantedTask, catalog), ignored };
};

/** Slashes and commas may stand in a query as they are, and are read more easily. */
const readable = (query: string): string => query.replaceAll('%2F', '/').replaceAll('%2C', ',');

/**
 * The query string of a selection, without a question mark: task and model, and whatever is not as the task starts. `parseSelection` with
 * the same catalog and start reads it back to the same selection.
 *
 * What changing to the model would bring by itself is written too: a link must not mean something else because a list of files grew.
 */
export const formatSelection = (selection: Selection, catalog: Catalog, start: Selection): string => {
  const ofTask = withTask(start, selection.task, catalog);
  const ofModel = withModel(ofTask, selection.model, catalog);
  const isAsIn = (written: string, other: Selection, { write }: Field): boolean => written === write(other).join('&');

  const parameters = new URLSearchParams({ task: selection.task, model: selection.model });
  for (const field of FIELDS) {
    const pairs = field.write(selection);
    const written = pairs.join('&');
    if (!field.always?.(selection) && isAsIn(written, ofTask, field) && isAsIn(written, ofModel, field)) continue;
    for (const [key, value] of pairs) parameters.set(key, value);
  }
  return readable(parameters.toString());
};
