import type { InputFile, Report } from '../../portability/types.ts';
import type { Skipped } from './collect.ts';
import type { Values } from './text.ts';

/** A file of the list. */
export interface Input extends InputFile {
  /** Tells entries apart where they have the same name. */
  readonly key: number;
  readonly lines: number;
}

export interface Notice {
  readonly key: string;
  readonly values?: Values;
  /** `undo`: offers to bring back what was replaced. */
  readonly action?: 'undo';
}

export type Work =
  { readonly kind: 'idle' } | { readonly kind: 'loading' } | { readonly kind: 'reading' | 'checking'; readonly done: number; readonly total: number };

export interface Result {
  readonly report: Report;
  /** What was checked: what a link holds. */
  readonly files: readonly InputFile[];
  /** Counts the results, so that each is announced once. */
  readonly run: number;
}

export interface CheckerState {
  readonly inputs: readonly Input[];
  readonly skipped: readonly Skipped[];
  readonly notices: readonly Notice[];
  readonly work: Work;
  readonly result: Result | null;
  /** Whether the input is another than that of the result. */
  readonly isStale: boolean;
  readonly nextKey: number;
}

export type CheckerAction =
  | { readonly type: 'add'; readonly files: readonly InputFile[]; readonly skipped?: readonly Skipped[]; readonly notices?: readonly Notice[] }
  | { readonly type: 'replace'; readonly files: readonly InputFile[]; readonly notices?: readonly Notice[] }
  | { readonly type: 'remove'; readonly key: number }
  | { readonly type: 'clear' }
  /** The text field was changed. */
  | { readonly type: 'typed' }
  | { readonly type: 'notice'; readonly notices: readonly Notice[] }
  | { readonly type: 'work'; readonly work: Work }
  | { readonly type: 'done'; readonly report: Report; readonly files: readonly InputFile[] };

export const START: CheckerState = { inputs: [], skipped: [], notices: [], work: { kind: 'idle' }, result: null, isStale: false, nextKey: 0 };

/** Lines of a text as an editor counts them. */
export const countLines = (text: string): number => {
  if (text === '') return 0;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < text.length - 1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};

const numbered = (files: readonly InputFile[], from: number): Input[] =>
  files.map(({ path, text }, place) => ({ path, text, key: from + place, lines: countLines(text) }));

/** The list with further files; one of the same name takes the place of the former. */
const withFiles = (inputs: readonly Input[], added: readonly Input[]): Input[] => {
  const names = new Set(added.map(({ path }) => path).filter((path) => path !== ''));
  return [...inputs.filter(({ path }) => !names.has(path)), ...added];
};

/** The next state. What is shown about an earlier action goes with the next. */
export const checkerReducer = (state: CheckerState, action: CheckerAction): CheckerState => {
  const { inputs, nextKey, result } = state;
  const changed = { isStale: result !== null };
  switch (action.type) {
    case 'add':
      return {
        ...state,
        ...changed,
        inputs: withFiles(inputs, numbered(action.files, nextKey)),
        nextKey: nextKey + action.files.length,
        skipped: action.skipped ?? [],
        notices: action.notices ?? [],
        work: { kind: 'idle' },
      };
    case 'replace':
      return {
        ...state,
        ...changed,
        inputs: numbered(action.files, nextKey),
        nextKey: nextKey + action.files.length,
        skipped: [],
        notices: action.notices ?? [],
      };
    case 'remove':
      return { ...state, ...changed, inputs: inputs.filter(({ key }) => key !== action.key), notices: [] };
    case 'clear':
      return { ...state, ...changed, inputs: [], skipped: [], notices: [] };
    case 'typed':
      return state.notices.length === 0 && state.isStale === changed.isStale ? state : { ...state, ...changed, notices: [] };
    case 'notice':
      return { ...state, notices: action.notices, work: { kind: 'idle' } };
    case 'work':
      return { ...state, work: action.work };
    case 'done':
      return {
        ...state,
        work: { kind: 'idle' },
        result: { report: action.report, files: action.files, run: (result?.run ?? 0) + 1 },
        isStale: false,
      };
  }
};
