import type { Estimate } from './estimate.ts';
import type { Prepared } from './prepare.ts';
import type { Suggestion } from './result.ts';
import { KIND_OF, type Selection } from './selection.ts';
import { llmSuggestions } from './suggestions-llm.ts';
import { taskSuggestions } from './suggestions-task.ts';

/** A machine to be helped: how much memory, and whether the raised limit is its own. */
export interface Helped {
  readonly memoryGB: number;
  readonly inHand: boolean;
}

/** What to change so that the task fits a machine, each with the status it leads to; nothing where nothing needs help. */
export const suggestionsOn = (selection: Selection, need: Estimate, machine: Helped, prepared: Prepared): Suggestion[] =>
  KIND_OF[selection.task] === 'llm' ? llmSuggestions(selection, machine, prepared) : taskSuggestions(selection, need, machine, prepared);
