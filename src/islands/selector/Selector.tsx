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
  const [{ selection, ignored, adjusted, touched }, dispatch] = useReducer(
    useMemo(() => selectorReducer(catalog), [catalog]),
    start,
    initialState,
  );
  useEffect(() => dispatch({ type: 'restore', parsed: parseSelection(location.search, catalog, start) }), []);

  const chosen = useAfterPaint(selection);
  const address = `${path}?${formatSelection(chosen, catalog, start)}`;
  useAddress(address, touched);
  const result = useMemo(() => answer(chosen, prepared), [chosen, prepared]);
  // The same element for the same answer: Preact passes over it while the form changes.
  const line = useMemo(() => <VerdictLine result={result} selection={chosen} data={data} locale={locale} text={text} />, [result]);
  const shown = useMemo(
    () => (
      <Answer
        result={result}
        selection={chosen}
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
        <Ask selection={selection} data={data} catalog={catalog} locale={locale} text={text} later={later} path={path} dispatch={dispatch} />
        {line}
      </div>
      <div class="tool-result">
        <Notices ignored={ignored} adjusted={adjusted} selection={selection} data={data} locale={locale} text={text} />
        {shown}
      </div>
    </div>
  );
};
