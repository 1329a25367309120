import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Locale } from '../../i18n/locales.ts';
import { answer } from '../../selector/answer.ts';
import { catalogOf } from '../../selector/catalog.ts';
import { prepare } from '../../selector/prepare.ts';
import type { SelectorData } from '../../selector/data.ts';
import { formatSelection, parseSelection } from '../../selector/query.ts';
import type { Selection } from '../../selector/selection.ts';
import { useAddress } from './address.ts';
import { Answer } from './answer/Answer.tsx';
import { useAfterPaint } from './after-paint.ts';
import { Ask } from './Ask.tsx';
import { Notices } from './ask/Notices.tsx';
import type { LoadLater } from './later.ts';
import { initialState, selectorReducer } from './state.ts';
import type { ToolText } from './text.ts';
import { VerdictLine } from './VerdictLine.tsx';

/** What a page gives the tool. */
export interface SelectorProps {
  /** What the page shows before its query string is read. */
  start: Selection;
  /** Address of the tool without a query, in the language of the page. */
  path: string;
  /** Where to read about renting a GPU, from the root of the language. */
  cloudPath: string;
}

interface Props extends SelectorProps {
  locale: Locale;
  /** The facts in the language of the page. */
  read: () => SelectorData;
  text: ToolText;
  later: LoadLater;
}

/** Data and what is made of them. */
const made = (data: SelectorData) => ({ data, catalog: catalogOf(data), prepared: prepare(data) });

/** Once per page; on the server once per language and build. */
const loaded = new Map<Locale, ReturnType<typeof made>>();

const load = (locale: Locale, read: () => SelectorData): ReturnType<typeof made> => {
  const found = loaded.get(locale) ?? made(read());
  loaded.set(locale, found);
  return found;
};

/**
 * The spec selector: a question, its answer, one state, one address. The server renders the answer for `start`; the query string takes over
 * when the tool wakes up.
 */
export const Selector = ({ locale, read, text, later, start, path, cloudPath }: Props) => {
  const { data, catalog, prepared } = load(locale, read);
  const [state, dispatch] = useReducer(
    useMemo(() => selectorReducer(catalog), [catalog]),
    start,
    initialState,
  );
  useEffect(() => dispatch({ type: 'restore', parsed: parseSelection(location.search, catalog, start) }), []);

  // All but what was ignored in the address, which the tool names as soon as it wakes up.
  const { selection, adjusted, touched } = useAfterPaint(state);
  const address = `${path}?${formatSelection(selection, catalog, start)}`;
  useAddress(address, touched);
  const result = useMemo(() => answer(selection, prepared), [selection, prepared]);
  // The same elements for the same question and the same answer: Preact passes over one while the other changes.
  const ask = useMemo(
    () => <Ask selection={state.selection} data={data} catalog={catalog} locale={locale} text={text} later={later} path={path} dispatch={dispatch} />,
    [state.selection],
  );
  const line = useMemo(() => <VerdictLine result={result} selection={selection} data={data} locale={locale} text={text} />, [result]);
  const shown = useMemo(
    () => (
      <Answer
        result={result}
        selection={selection}
        prepared={prepared}
        text={text}
        later={later}
        locale={locale}
        apply={(change) => dispatch({ type: 'apply', change })}
        touched={touched}
        address={address}
        cloudPath={cloudPath}
      />
    ),
    [result, touched],
  );
  return (
    <div class="tool">
      <div class="tool-ask">
        {ask}
        {line}
      </div>
      <div class="tool-result">
        <Notices ignored={state.ignored} adjusted={adjusted} selection={selection} data={data} locale={locale} text={text} />
        {shown}
      </div>
    </div>
  );
};
