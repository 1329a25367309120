import { href } from '../i18n/links.ts';
import { otherLocale, type Locale } from '../i18n/locales.ts';
import { t } from '../i18n/ui.ts';
import type { Term } from '../schemas/term.ts';
import { markTerms, type Use } from './mark-terms.ts';
import { termMatcher, type TermMatcher } from './matcher.ts';
import { readTerms } from './read.ts';

export const GLOSSARY_PATH = '/glossary/';

interface Options {
  readonly locale: Locale;
  /** Slug of the article: its own subject gets no definition */
  readonly slug?: string;
  /** How many terms get a definition */
  readonly most: number;
}

/** Ids of the definitions. A heading's id has no underscore, so none can be the same. */
const definitionId = ({ id }: Term): string => `term_${id}`;
const HINT_ID = 'term_hint';

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const LATIN = /[\p{Script=Latin}\p{N}]/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/u;
/** Browsers set Latin letters a little apart from Japanese ones, but not across the edge of a button. */
const isSetApart = (a: string, b: string): boolean => (LATIN.test(a) && JAPANESE.test(b)) || (JAPANESE.test(a) && LATIN.test(b));

const button = ({ words, term, before, after }: Use): string => {
  const gaps = [isSetApart(before, words.charAt(0)) && ' gap-before', isSetApart(words.slice(-1), after) && ' gap-after'].filter(Boolean).join('');
  return `<button type="button" class="term${gaps}" popovertarget="${definitionId(term)}" aria-describedby="${HINT_ID}">${words}</button>`;
};

/**
 * A line may end on either side of a button, as of a picture: the brackets and marks around it are held to it. A name too long for a line of a
 * phone is let go.
 */
const holdMarks = (html: string): string =>
  html.replace(/[（「『【(]*<button type="button" class="term[^>]*>[^<]{1,20}<\/button>[）」』】)、。]*/g, (held) =>
    held.startsWith('<') && held.endsWith('>') ? held : `<span class="unbroken">${held}</span>`,
  );

const popover = (term: Term, locale: Locale): string => {
  const other = otherLocale(locale);
  const twin = term[other] === term[locale] ? '' : ` <span lang="${other}">${escapeHtml(term[other])}</span>`;
  const entry = href(`${GLOSSARY_PATH}#${term.id}`, locale);
  return (
    `<div popover id="${definitionId(term)}"><p><strong>${escapeHtml(term[locale])}</strong>${twin}</p>` +
    `<p>${escapeHtml(term.definition[locale])}</p><p><a href="${entry}">${t(locale, 'glossary.entry')}</a></p></div>`
  );
};

const matchers = new Map<string, TermMatcher>();
const matcherFor = (locale: Locale, slug: string | undefined): TermMatcher => {
  const key = `${locale}/${slug ?? ''}`;
  const matcher = matchers.get(key) ?? termMatcher(readTerms(), locale, slug);
  matchers.set(key, matcher);
  return matcher;
};

/**
 * Gives the first use of each term in some HTML a definition: the words become a button, and the definitions stand behind the text, closed. A
 * browser opens them without a script; one that knows no popovers shows them as a list. The search index leaves them out.
 */
export const withDefinitions = (html: string, { locale, slug, most }: Options): string => {
  const { html: marked, terms } = markTerms(html, matcherFor(locale, slug), button, most);
  if (terms.length === 0) return marked;
  const hint = `<p id="${HINT_ID}" hidden>${t(locale, 'glossary.hint')}</p>`;
  return `${holdMarks(marked)}<div class="definitions" data-pagefind-ignore>${hint}${terms.map((term) => popover(term, locale)).join('')}</div>`;
};
