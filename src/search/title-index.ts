import { unify } from './normalize.ts';
import { anyOf } from './pattern.ts';
import { commonWords, countWords, signatures } from './signature.ts';
import { countTwins } from './twins.ts';
import type { LanguageWords, SearchIndex, SearchPage } from './types.ts';

/** A page as it comes from the built site, with all of its text. */
export type PageSource = Omit<SearchPage, 'twins' | 'words'> & { readonly text: string };

/**
 * Telling words kept per page besides titles and headings. A small site can afford many; a large one gets fewer per page, so
 * that the file readers download before their first result does not grow without end.
 */
const wordsPerPage = (pages: number): number => Math.max(4, Math.min(48, Math.floor(3600 / pages)));

/** Words on more pages than this share are counted exactly; rarer ones are rare enough whatever their count. */
const COMMON_SHARE = 0.15;

/** A term that stands in a text once is mentioned in passing. */
const MENTIONS = 2;

/** The terms of the glossary that a text speaks of, by their first name. */
const termsIn = (text: string, terms: readonly (readonly string[])[]): string[] =>
  terms.flatMap((names) => {
    const forms = names.map(unify);
    // Plain search first: it is much faster, and most terms are not in most texts.
    if (!forms.some((form) => text.includes(form))) return [];
    return [...text.matchAll(anyOf(forms))].length >= MENTIONS ? (forms[0] ?? []) : [];
  });

/** Describes the pages of one language for the title index: what each is about, and which words say little on this site. */
export const describePages = (
  sources: readonly PageSource[],
  language: string,
  words: LanguageWords,
  terms: readonly (readonly string[])[],
): Pick<SearchIndex, 'pages' | 'common'> => {
  const twins = countTwins(sources);
  const votes = twins.map((count) => 1 / count);
  const known = sources.map(({ title, description, keywords, headings }) =>
    unify([title, description, keywords, ...headings.map(({ text }) => text)].join('\n')),
  );
  const stop = new Set(words.stop);
  const counts = sources.map(({ text }) => countWords(text, language, stop));
  // Pages of one template are told apart by their titles; what they have in common answers no question about one of them.
  const isTwin = (i: number): boolean => (twins[i] ?? 1) > 1;
  // Nor does a page that speaks of everything.
  const isAboutNothing = (i: number): boolean => isTwin(i) || sources[i]?.entries === true;
  const telling = signatures(
    counts,
    votes,
    known,
    sources.map((_, i) => (isAboutNothing(i) ? 0 : wordsPerPage(sources.length))),
  );
  const pages = sources.map(({ text, ...page }, i) => ({
    ...page,
    headings: isTwin(i) ? [] : page.headings,
    twins: twins[i] ?? 1,
    words: isAboutNothing(i) ? '' : [...new Set([...(telling[i] ?? []), ...termsIn(unify(text), terms)])].join(','),
  }));
  return { pages, common: commonWords(counts, votes, COMMON_SHARE) };
};
