import { useEffect, useMemo, useReducer } from 'preact/hooks';
import selectorData from 'virtual:selector-data';
import type { Locale } from '../../i18n/locales.ts';
import { answer } from '../../selector/answer.ts';
import { catalogOf } from '../../selector/catalog.ts';
import { prepare } from '../../selector/prepare.ts';
import { formatSelection, parseSelection } from '../../selector/query.ts';
import type { Selection } from '../../selector/selection.ts';
import { useAddress } from '../spec-selector/effects.ts';
import { Answer } from './answer/Answer.tsx';
import { Ask } from './Ask.tsx';
import { Notices } from './ask/Notices.tsx';
import { initialState, selectorReducer } from './state.ts';
import type { ToolText } from './text.ts';

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
  text: ToolText;
}

/** Data and what is made of them, once per page; on the server once per build. */
const load = () => {
  const data = selectorData();
  return { data, catalog: catalogOf(data), prepared: prepare(data) };
};
let loaded: ReturnType<typeof load> | undefined;

/**
 * The spec selector: a question, its answer, one state, one address. The server renders the answer for `start`; the query string takes over
 * when the tool wakes up.
 */
export const Selector = ({ locale, text, start, path, cloudPath }: Props) => {
  const { data, catalog, prepared } = (loaded ??= load());
  const [{ selection, ignored, adjusted, touched }, dispatch] = useReducer(
    useMemo(() => selectorReducer(catalog), [catalog]),
    start,
    initialState,
  );
  useEffect(() => dispatch({ type: 'restore', parsed: parseSelection(location.search, catalog, start) }), []);

  const address = `${path}?${formatSelection(selection, catalog, start)}`;
  useAddress(address, touched);
  const result = useMemo(() => answer(selection, prepared), [selection, prepared]);
  return (
    <div class="tool">
      <Ask selection={selection} data={data} catalog={catalog} locale={locale} text={text} path={path} dispatch={dispatch} />
      <div class="tool-result">
        <Notices ignored={ignored} adjusted={adjusted} selection={selection} data={data} locale={locale} text={text} />
        <Answer
          result={result}
          selection={selection}
          prepared={prepared}
          text={text}
          locale={locale}
          apply={(change) => dispatch({ type: 'apply', change })}
          touched={touched}
          address={address}
          cloudPath={cloudPath}
        />
      </div>
    </div>
  );
};
