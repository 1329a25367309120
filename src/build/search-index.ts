import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import * as pagefind from 'pagefind';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { textsUnder } from '../i18n/ui.ts';
import { readTerms, searchNames } from '../glossary/read.ts';
import type { Term } from '../schemas/term.ts';
import { describePages, type PageSource } from '../search/title-index.ts';
import type { SearchIndex, SearchPage } from '../search/types.ts';
import { en } from '../search/words/en.ts';
import { ja } from '../search/words/ja.ts';

export interface SearchIndexOptions {
  /** Folder of the built site */
  readonly distDir: string;
  /** Path the site is served under, with a slash at both ends */
  readonly base: string;
}

/** What Pagefind keeps of a page; its fragment files are this object, compressed. */
interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly text: string }[];
}

interface IndexedPage {
  readonly id: string;
  readonly language: string;
  readonly fragment: Fragment;
}

/** Files of Pagefind that the site's own dialog does not use: its ready-made interfaces, and the worker (see src/islands/search/full-text.ts). */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;
/** Citation numbers and source titles are no words of a page. */
const NOT_TEXT = ['.cite', '.fig figcaption p + p'];
const SIGNATURE = 'pagefind_dcd';
/** Japanese readers ask in English too: the error message they paste is English. */
const WORDS = { ja: { ...ja, stop: [...ja.stop, ...en.stop] }, en };

const orThrow = <T extends { errors: string[] }>(step: string, response: T): T => {
  if (response.errors.length > 0) throw new Error(`search index: ${step}: ${response.errors.join('; ')}`);
  return response;
};

/** Pagefind packs its files as gzip with a signature in front of the content. */
const unpack = (content: Uint8Array): string => {
  const text = gunzipSync(content).toString('utf8');
  if (!text.startsWith(SIGNATURE)) throw new Error('search index: a fragment has no Pagefind signature; has its format changed?');
  return text.slice(SIGNATURE.length);
};

const readPages = (files: readonly pagefind.IndexFile[]): IndexedPage[] =>
  files.flatMap(({ path, content }) => {
    const [, id, language] = /^fragment\/((\w+?)_\w+)\.pf_fragment$/.exec(path) ?? [];
    return id && language ? [{ id, language, fragment: JSON.parse(unpack(content)) as Fragment }] : [];
  });

const readPage = (distDir: string, url: string): Promise<string> =>
  readFile(join(distDir, decodeURIComponent(url), url.endsWith('/') ? 'index.html' : ''), 'utf8');

/** The description stands in the head, which Pagefind does not read. */
const descriptionIn = (html: string): string => {
  const tag = /<meta\b[^>]*\bname="?description\b[^>]*>/i.exec(html.slice(0, html.indexOf('</head>')))?.[0];
  return tag === undefined ? '' : (parse(tag).firstElementChild?.getAttribute('content') ?? '');
};

/** Keywords of the entries of a page, by the id of their heading: an entry names it in `data-answer`. */
const entryKeywords = (html: string): ReadonlyMap<string, string> =>
  new Map(
    parse(html)
      .querySelectorAll('[data-answer][data-keywords]')
      .map((entry) => [entry.getAttribute('data-answer') ?? '', entry.getAttribute('data-keywords') ?? '']),
  );

const isHeading = ({ element, id, text }: Fragment['anchors'][number]): boolean => /^h[23]$/.test(element) && id !== '' && text.trim() !== '';

const toSource = async ({ distDir, base }: SearchIndexOptions, { id, fragment }: IndexedPage): Promise<PageSource> => {
  const html = await readPage(distDir, fragment.url);
  const hasEntries = fragment.meta['entries'] !== undefined;
  const keywords = hasEntries ? entryKeywords(html) : undefined;
  return {
    id,
    url: base + fragment.url.replace(/^\//, ''),
    title: fragment.meta['title'] ?? '',
    section: fragment.filters['section']?.[0] ?? '',
    description: descriptionIn(html),
    keywords: fragment.meta['keywords'] ?? '',
    headings: fragment.anchors.filter(isHeading).map(({ id: anchor, text }) => {
      const own = keywords?.get(anchor);
      return { id: anchor, text: text.trim(), ...(own && { keywords: own }) };
    }),
    ...(hasEntries && { entries: true }),
    text: fragment.content.replaceAll('\u200b', ''),
  };
};

/** All names of each term that a reader of the language may type. */
const namesOf = (terms: readonly Term[], language: Locale): string[][] => terms.map((term) => searchNames(term, language));

/** Ids and names of the sections that have pages, in the order of content/ui. */
const sectionsOf = (language: Locale, pages: readonly SearchPage[]): SearchIndex['sections'] => {
  const used = new Set(pages.map(({ section }) => section));
  return Object.entries(textsUnder(language, 'section.'))
    .filter(([id]) => used.has(id))
    .map(([id, label]) => ({ id, label }));
};

export interface SearchIndexReport {
  readonly pages: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/**
 * Makes the search of a built site: Pagefind's full-text index in `<distDir>/pagefind` and one title index per language in
 * `<distDir>/search/<language>.json`. Pages are those with `data-pagefind-body`; their language is that of `<html lang>`.
 * @throws when Pagefind reports an error, or when a page has no title
 */
export const buildSearchIndex = async (options: SearchIndexOptions): Promise<SearchIndexReport> => {
  const { distDir } = options;
  const started = performance.now();
  const { index } = orThrow('start', await pagefind.createIndex({ excludeSelectors: NOT_TEXT }));
  if (!index) throw new Error('search index: Pagefind did not start');
  orThrow('read pages', await index.addDirectory({ path: distDir }));
  const { files } = orThrow('write', await index.getFiles());
  await pagefind.close();

  const kept = files.filter(({ path }) => !UNUSED.test(path));
  for (const directory of new Set(kept.map(({ path }) => dirname(join(distDir, 'pagefind', path))))) await mkdir(directory, { recursive: true });
  await Promise.all(kept.map(({ path, content }) => writeFile(join(distDir, 'pagefind', path), content)));

  const entry = JSON.parse(new TextDecoder().decode(kept.find(({ path }) => path === 'pagefind-entry.json')?.content)) as {
    languages: Record<string, { hash: string; wasm: string | null }>;
  };
  const terms = readTerms();
  const indexed = readPages(files);
  const report: Record<string, number> = {};
  await mkdir(join(distDir, 'search'), { recursive: true });
  for (const language of LOCALES) {
    const about = entry.languages[language];
    const names = namesOf(terms, language);
    const sources = await Promise.all(indexed.filter((page) => page.language === language).map((page) => toSource(options, page)));
    const untitled = sources.find(({ title }) => title === '');
    if (untitled) throw new Error(`search index: ${untitled.url}: no element with data-pagefind-meta="title"`);
    const { pages, common } = describePages(
      sources.sort((a, b) => (a.url < b.url ? -1 : 1)),
      language,
      WORDS[language],
      names,
    );
    const data: SearchIndex = {
      language,
      sections: sectionsOf(language, pages),
      pages,
      words: WORDS[language],
      terms: names,
      common,
      fullText: {
        tag: about?.hash ?? '',
        files: about ? [`pagefind.${about.hash}.pf_meta`, `wasm.${about.wasm ?? 'unknown'}.pagefind`] : [],
      },
    };
    await writeFile(join(distDir, 'search', `${language}.json`), JSON.stringify(data));
    report[language] = pages.length;
  }
  return { pages: report, seconds: (performance.now() - started) / 1000 };
};
