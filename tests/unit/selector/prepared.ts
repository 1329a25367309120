import { selectorData } from '../../../src/components/spec-selector/selector-data.ts';
import { answer } from '../../../src/selector/answer.ts';
import { startSelection } from '../../../src/selector/defaults.ts';
import { prepare } from '../../../src/selector/prepare.ts';
import type { SelectorResult } from '../../../src/selector/result.ts';
import type { Selection, Task } from '../../../src/selector/selection.ts';
import { withModel, withTask } from '../../../src/selector/transition.ts';

/** The real facts: what is tested here is what the site publishes. */
export const prepared = prepare(selectorData());

export const START = startSelection(prepared.catalog);

/** A selection as a reader makes it: a task, a model, then the rest. */
export const chosen = (task: Task, model?: string, fields: Partial<Selection> = {}): Selection => {
  const withIts = withTask(START, task, prepared.catalog);
  return { ...(model === undefined ? withIts : withModel(withIts, model, prepared.catalog)), ...fields };
};

export const ask = (selection: Selection): SelectorResult => answer(selection, prepared);

export const GiB = 2 ** 30;
export const MiB = 2 ** 20;
