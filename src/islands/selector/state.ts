import type { Catalog } from '../../selector/catalog.ts';
import type { IgnoredValue, ParsedSelection } from '../../selector/query.ts';
import type { Selection, Task } from '../../selector/selection.ts';
import { withModel } from '../../selector/transition.ts';
import { adjustments, type Adjustment } from './adjust.ts';
import { changed } from './change.ts';
import { switchTask, type Kept } from './kept.ts';

export interface SelectorState {
  readonly selection: Selection;
  /** Values of the address that could not be used. They stay in view until the reader chooses something. */
  readonly ignored: readonly IgnoredValue[];
  /** What had to give way to the last choice of a model. */
  readonly adjusted: readonly Adjustment[];
  /** Whether the reader chose anything: only then is the address rewritten. */
  readonly touched: boolean;
  readonly kept: Kept;
}

export type SelectorAction =
  /** What the address says, when the island wakes up. */
  | { readonly type: 'restore'; readonly parsed: ParsedSelection }
  | { readonly type: 'task'; readonly task: Task }
  | { readonly type: 'model'; readonly id: string }
  /** A field of the form; task and model have their own, because other fields follow them. */
  | { readonly type: 'set'; readonly change: Partial<Omit<Selection, 'task' | 'model'>> }
  /** A suggestion of the answer. Task and model count first, then the rest as it is named. */
  | { readonly type: 'apply'; readonly change: Partial<Selection> };

export type SelectorDispatch = (action: SelectorAction) => void;

export const initialState = (selection: Selection): SelectorState => ({ selection, ignored: [], adjusted: [], touched: false, kept: [] });

const next = (
  { selection, kept }: SelectorState,
  action: Exclude<SelectorAction, { type: 'restore' }>,
  catalog: Catalog,
): Pick<SelectorState, 'selection' | 'kept'> => {
  switch (action.type) {
    case 'task':
      return switchTask(selection, action.task, kept, catalog);
    case 'model':
      return { selection: withModel(selection, action.id, catalog), kept };
    case 'set':
    case 'apply':
      return { selection: changed(selection, action.change, catalog), kept };
  }
};

/** The next state. The catalog does not change while a page lives, so it is bound once. */
export const selectorReducer =
  (catalog: Catalog) =>
  (state: SelectorState, action: SelectorAction): SelectorState => {
    if (action.type === 'restore') return { ...state, ...action.parsed, adjusted: [], kept: [] };
    const { selection, kept } = next(state, action, catalog);
    const adjusted = action.type === 'model' ? adjustments(state.selection, selection, catalog) : [];
    return { selection, ignored: [], adjusted, touched: true, kept };
  };
