import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { InputFile } from '../../portability/types.ts';
import { CheckClient, CheckError } from './check-client.ts';
import type { Chosen } from './collect.ts';
import type { Draft } from './draft.ts';
import type { ExampleId } from './example-ids.ts';
import { askedByFragment, askedByQuery, type Asked } from './follow-address.ts';
import type { Later, LoadLater } from './later.ts';
import { LONGEST_DRAFT } from './limits.ts';
import { holdsInput } from './share-link.ts';
import { checkerReducer, START, type Notice } from './state.ts';
import { takeIn } from './take-in.ts';

interface Wanted {
  readonly later: LoadLater;
  readonly draft: Draft;
  /** Address of the page without query and fragment. */
  readonly path: string;
  /** Name of the n-th text without one, where there are several. */
  readonly nameOf: (place: number) => string;
}

/** Texts without a name, told apart where there are several. */
const named = (files: readonly InputFile[], nameOf: (place: number) => string): InputFile[] => {
  const nameless = files.filter(({ path }) => path === '').length;
  let place = 0;
  return files.map(({ path, text }) => ({ path: path === '' && nameless > 1 ? nameOf((place += 1)) : path, text }));
};

const areSame = (some: readonly InputFile[], others: readonly InputFile[]): boolean =>
  some.length === others.length && some.every(({ path, text }, place) => path === others[place]?.path && text === others[place]?.text);

/** Everything the checker does, and where it stands. */
export const useChecker = ({ later, draft, path, nameOf }: Wanted) => {
  const [state, dispatch] = useReducer(checkerReducer, START);
  const [loaded, setLoaded] = useState<Later | null>(null);
  const client = useMemo(() => new CheckClient(), []);
  const reading = useRef<AbortController | null>(null);
  /** Counts checks that were asked for: an answer to an earlier one comes too late. */
  const asked = useRef(0);
  const shouldFocus = useRef(false);
  /** What an example or a link put there: replacing that loses nothing. */
  const opened = useRef<readonly InputFile[]>([]);
  const replaced = useRef<readonly InputFile[]>([]);
  /** Files that were added are checked once they stand in the list. */
  const [added, setAdded] = useState(0);
  const now = useRef(state);
  now.current = state;

  const notice = (...notices: readonly Notice[]): void => dispatch({ type: 'notice', notices });

  const run = async (files: readonly InputFile[], focus: boolean): Promise<void> => {
    const mine = (asked.current += 1);
    shouldFocus.current = focus;
    dispatch({ type: 'work', work: { kind: 'loading' } });
    try {
      const [parts, report] = await Promise.all([
        later(),
        client.check(files, (done, total) => mine === asked.current && dispatch({ type: 'work', work: { kind: 'checking', done, total } })),
      ]);
      if (mine !== asked.current) return;
      setLoaded(parts);
      dispatch({ type: 'done', report, files });
    } catch (error) {
      if (mine === asked.current) notice({ key: `notice.${error instanceof CheckError ? error.reason : 'load-failed'}` });
    }
  };

  /** All there is to check: the list, and what stands in the text field. */
  const current = (): InputFile[] => {
    const typed = draft.read();
    return named([...now.current.inputs, ...(typed.text.trim() === '' ? [] : [typed])], nameOf);
  };

  /** What an address said no longer holds once the input is another. */
  const forgetAddress = (): void => {
    if (location.search !== '' || holdsInput(location.hash)) history.replaceState(history.state, '', path);
  };

  /** Puts files in place of everything there is: one short text into the field, where it can be changed. */
  const show = (files: readonly InputFile[], notices: readonly Notice[]): void => {
    const [only] = files;
    const fits = files.length === 1 && only !== undefined && only.text.length <= LONGEST_DRAFT;
    if (fits) draft.write(only);
    else draft.clear();
    dispatch({ type: 'replace', files: fits ? [] : files, notices });
  };

  const open = async (asking: Promise<Asked>, focus: boolean): Promise<void> => {
    const answer = await asking;
    if (answer === null) return;
    if ('problem' in answer) return notice(answer.problem);
    const before = current();
    const isOwn = before.length > 0 && !areSame(before, opened.current);
    replaced.current = before;
    opened.current = answer.files;
    show(answer.files, [...answer.notices, ...(isOwn ? [{ key: 'notice.replaced', action: 'undo' } as const] : [])]);
    await run(answer.files, focus);
  };

  useEffect(() => {
    draft.look();
    void open(holdsInput(location.hash) ? askedByFragment(location.hash) : askedByQuery(location.search), false);
    const onHash = (): void => void open(askedByFragment(location.hash), false);
    addEventListener('hashchange', onHash);
    return () => {
      removeEventListener('hashchange', onHash);
      client.cancel();
    };
  }, []);

  useEffect(() => {
    if (state.result !== null && shouldFocus.current) document.getElementById('report')?.focus();
  }, [state.result?.run]);

  useEffect(() => {
    if (added > 0) void run(current(), false);
  }, [added]);

  const add = (file: InputFile, ...notices: readonly Notice[]): void => {
    forgetAddress();
    dispatch({ type: 'add', files: [file], notices });
  };
  const addLong = (file: InputFile): void => add(file, { key: 'notice.large-text' });

  return {
    state,
    loaded,
    /** Checks what there is, and leads to the result. */
    check: (): void => {
      const files = current();
      if (files.length > 0) return void run(files, true);
      notice({ key: 'notice.empty' });
      draft.text.current?.focus();
    },
    /** Takes files into the list and checks all of it; who adds files goes on adding, so the focus stays. */
    take: async (begin: (signal: AbortSignal) => Promise<Chosen> | Chosen): Promise<void> => {
      reading.current?.abort();
      const { signal } = (reading.current = new AbortController());
      forgetAddress();
      dispatch({ type: 'work', work: { kind: 'reading', done: 0, total: 0 } });
      const onProgress = (done: number, total: number): void => {
        if (!signal.aborted) dispatch({ type: 'work', work: { kind: 'reading', done, total } });
      };
      const action = await takeIn(begin(signal), now.current.inputs, onProgress, signal);
      if (action === null) return;
      dispatch(action);
      if (action.files.length > 0) setAdded((count) => count + 1);
    },
    openExample: (id: ExampleId): void => {
      const query = `?example=${id}`;
      history.replaceState(history.state, '', path + query);
      void open(askedByQuery(query), true);
    },
    /** Brings back what an example or a link replaced. */
    undo: (): void => {
      forgetAddress();
      show(replaced.current, []);
      draft.text.current?.focus();
    },
    typed: (): void => {
      const file = draft.read();
      if (file.text.length > LONGEST_DRAFT) {
        draft.clear();
        return addLong(file);
      }
      forgetAddress();
      draft.look();
      dispatch({ type: 'typed' });
    },
    /** Moves the text into the list, so that another can be pasted. */
    addDraft: (): void => {
      const file = draft.read();
      draft.clear();
      add(file);
      draft.text.current?.focus();
    },
    /** A long text that was pasted beside the field. */
    addText: (text: string): void => addLong({ path: draft.read().path, text }),
    remove: (key: number): void => {
      forgetAddress();
      dispatch({ type: 'remove', key });
    },
    clear: (): void => {
      forgetAddress();
      dispatch({ type: 'clear' });
    },
    cancel: (): void => {
      asked.current += 1;
      reading.current?.abort();
      client.cancel();
      notice({ key: 'notice.cancelled' });
    },
  };
};
