import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { InputFile } from '../../portability/types.ts';
import { CheckClient, CheckError } from './check-client.ts';
import type { Chosen } from './collect.ts';
import type { Draft } from './draft.ts';
import { isExampleId, type ExampleId } from './example-ids.ts';
import type { Later, LoadLater } from './later.ts';
import { LONGEST_DRAFT } from './limits.ts';
import { canShare, filesOf, holdsInput } from './share-link.ts';
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

/** Everything the checker does, and where it stands. */
export const useChecker = ({ later, draft, path, nameOf }: Wanted) => {
  const [state, dispatch] = useReducer(checkerReducer, START);
  const [loaded, setLoaded] = useState<Later | null>(null);
  const client = useMemo(() => new CheckClient(), []);
  const reading = useRef<AbortController | null>(null);
  /** Counts checks that were asked for: an answer to an earlier one comes too late. */
  const asked = useRef(0);
  const shouldFocus = useRef(false);
  const now = useRef(state);
  now.current = state;

  const notice = (...notices: Notice[]): void => dispatch({ type: 'notice', notices });

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
      if (mine !== asked.current) return;
      const reason = error instanceof CheckError ? error.reason : 'load-failed';
      notice({ key: `notice.${reason}` });
    }
  };

  const current = (): InputFile[] => {
    const typed = draft.read();
    return named([...now.current.inputs, ...(typed.text.trim() === '' ? [] : [typed])], nameOf);
  };

  /** What an address said no longer holds once the input is another. */
  const forgetAddress = (): void => {
    if (location.search !== '' || holdsInput(location.hash)) history.replaceState(history.state, '', path);
  };

  const check = (focus: boolean): void => {
    const files = current();
    if (files.length === 0) {
      notice({ key: 'notice.empty' });
      draft.text.current?.focus();
      return;
    }
    void run(files, focus);
  };

  /** Puts files in place of everything there is: one short text into the field, where it can be changed. */
  const show = (files: readonly InputFile[], ...notices: Notice[]): void => {
    const [only] = files;
    const fits = files.length === 1 && only !== undefined && only.text.length <= LONGEST_DRAFT;
    if (fits) draft.write(only);
    else draft.clear();
    dispatch({ type: 'replace', files: fits ? [] : files, notices });
  };

  const previous = useRef<readonly InputFile[]>([]);
  const replaceWith = (files: readonly InputFile[], ...notices: Notice[]): void => {
    const before = current();
    const isOwn = before.length > 0 && JSON.stringify(before) !== JSON.stringify(shown.current);
    previous.current = before;
    shown.current = files;
    show(files, ...notices, ...(isOwn ? [{ key: 'notice.replaced', action: 'undo' } as const] : []));
  };
  /** What an example or a link put there: replacing that loses nothing. */
  const shown = useRef<readonly InputFile[]>([]);

  const openExample = async (id: ExampleId, focus: boolean): Promise<void> => {
    try {
      const { EXAMPLES } = await import('./examples.ts');
      replaceWith(EXAMPLES[id]);
      await run(EXAMPLES[id], focus);
    } catch {
      notice({ key: 'notice.load-failed' });
    }
  };

  const openLink = async (fragment: string): Promise<void> => {
    if (!canShare()) return notice({ key: 'notice.link-unsupported' });
    let files: InputFile[];
    try {
      files = await filesOf(fragment);
    } catch {
      return notice({ key: 'notice.link' });
    }
    replaceWith(files, { key: 'notice.restored', values: { count: files.length } });
    await run(files, false);
  };

  /** What the address asks for, when the page wakes up and when its fragment changes. */
  const followAddress = (): void => {
    if (holdsInput(location.hash)) return void openLink(location.hash);
    const id = new URLSearchParams(location.search).get('example');
    if (id === null) return;
    if (isExampleId(id)) void openExample(id, false);
    else notice({ key: 'notice.example', values: { id: id.slice(0, 40) } });
  };

  useEffect(() => {
    draft.look();
    followAddress();
    const onHash = (): void => {
      if (holdsInput(location.hash)) void openLink(location.hash);
    };
    addEventListener('hashchange', onHash);
    return () => {
      removeEventListener('hashchange', onHash);
      client.cancel();
    };
  }, []);

  useEffect(() => {
    if (state.result === null || !shouldFocus.current) return;
    document.getElementById('report')?.focus();
  }, [state.result?.run]);

  const take = async (begin: (signal: AbortSignal) => Promise<Chosen> | Chosen): Promise<void> => {
    reading.current?.abort();
    const { signal } = (reading.current = new AbortController());
    forgetAddress();
    dispatch({ type: 'work', work: { kind: 'reading', done: 0, total: 0 } });
    const action = await takeIn(
      begin(signal),
      now.current.inputs,
      (done, total) => signal.aborted || dispatch({ type: 'work', work: { kind: 'reading', done, total } }),
      signal,
    );
    if (action === null) return;
    dispatch(action);
    if (action.type === 'add' && action.files.length > 0) setWaiting((count) => count + 1);
  };
  /** Files that were added are checked once they stand in the list. */
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    if (waiting > 0) void run(current(), false);
  }, [waiting]);

  return {
    state,
    loaded,
    check,
    take,
    openExample: (id: ExampleId): void => {
      history.replaceState(history.state, '', `${path}?example=${id}`);
      void openExample(id, true);
    },
    undo: (): void => {
      const before = previous.current;
      forgetAddress();
      show(before);
      draft.text.current?.focus();
    },
    typed: (): void => {
      forgetAddress();
      const { path: name, text } = draft.read();
      if (text.length > LONGEST_DRAFT) {
        draft.clear();
        dispatch({ type: 'add', files: [{ path: name, text }], notices: [{ key: 'notice.large-text' }] });
        return;
      }
      draft.look();
      dispatch({ type: 'typed' });
    },
    addDraft: (): void => {
      const typed = draft.read();
      if (typed.text.trim() === '') return notice({ key: 'notice.empty' });
      forgetAddress();
      draft.clear();
      dispatch({ type: 'add', files: [typed] });
      draft.text.current?.focus();
    },
    addText: (text: string): void => {
      forgetAddress();
      dispatch({ type: 'add', files: [{ path: draft.read().path, text }], notices: [{ key: 'notice.large-text' }] });
    },
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
export type Check = ReturnType<typeof useChecker>;
