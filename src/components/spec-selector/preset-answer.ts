import selectorData from 'virtual:selector-data';
import type { Locale } from '../../i18n/locales.ts';
import { answer } from '../../selector/answer.ts';
import { startSelection } from '../../selector/defaults.ts';
import { prepare, type Prepared } from '../../selector/prepare.ts';
import { parseSelection } from '../../selector/query.ts';
import type { SelectorResult } from '../../selector/result.ts';
import type { Selection } from '../../selector/selection.ts';

/** A question of the selector with its answer. */
export interface Answered {
  readonly selection: Selection;
  readonly result: SelectorResult;
}

let made: Prepared | undefined;
/** The data of the selector, prepared once per build. */
export const prepared = (): Prepared => (made ??= prepare(selectorData()));

/** What a page of this language starts with. */
export const startFor = (locale: Locale): Selection => ({ ...startSelection(prepared().catalog), currency: locale === 'ja' ? 'JPY' : 'USD' });

/**
 * What a query string of a page asks.
 * @throws with the name of the page when it asks for anything that is not there: the page would answer another question
 */
export const presetSelection = (page: string, query: string, locale: Locale): Selection => {
  const { selection, ignored } = parseSelection(query, prepared().catalog, startFor(locale));
  if (ignored.length > 0) throw new Error(`preset ${page}: ${ignored.map(({ key, value, reason }) => `${key}=${value} is ${reason}`).join(', ')}`);
  return selection;
};

/** The answer to the query string of a preset page. */
export const presetAnswer = (id: string, query: string, locale: Locale): Answered => {
  const selection = presetSelection(id, query, locale);
  return { selection, result: answer(selection, prepared()) };
};
