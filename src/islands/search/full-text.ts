import type { BodyMatches } from '../../search/rank.ts';
import type { Concept } from '../../search/concepts.ts';
import { isPlausible } from '../../search/plausible.ts';
import type { SearchIndex } from '../../search/types.ts';

/** The part of Pagefind's JavaScript API that is used here. */
interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindData>;
}

export interface PagefindData {
  /** Text of the page; words are separated by zero-width spaces in Japanese, by spaces in English */
  readonly raw_content: string;
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly text: string; readonly location: number }[];
}

interface Pagefind {
  options(options: { noWorker: boolean; metaCacheTag: string }): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: PagefindResult[] }>;
}

export interface FullText {
  /** Pages whose text has the concept. Other names of it are tried when nothing has the word itself. */
  match(concept: Concept): Promise<BodyMatches>;
  /** Text of a page that some match has named; undefined when it cannot be loaded */
  read(pageId: string): Promise<PagefindData | undefined>;
}

/** Where a word stands, with strengths from 0.4 to 1 by page id. */
interface Found {
  readonly inPages: ReadonlyMap<string, number>;
  readonly inEntries: ReadonlyMap<string, number>;
}

const OTHER_NAMES = 3;
const ALIAS_STRENGTH = 0.8;

/** Requests files ahead, so that they travel together; Pagefind asks for them one after another and then finds them here. */
const requestAhead = (addresses: readonly string[]): void => {
  for (const address of addresses) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = 'anonymous';
    link.href = address;
    document.head.append(link);
  }
};

/**
 * Loads Pagefind and the files every search needs. Without its worker: the worker is a second copy of the same code, cannot
 * use what was requested ahead, and a search over the pages of one site takes a few milliseconds.
 */
export const loadFullText = async (base: string, { fullText, pages }: SearchIndex): Promise<FullText> => {
  const folder = `${base}pagefind/`;
  requestAhead([...fullText.files.map((file) => folder + file), `${folder}pagefind-entry.json?ts=${fullText.tag}`]);
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ noWorker: true, metaCacheTag: fullText.tag });
  await pagefind.init();

  // The text of a page of entries speaks of everything: it counts for words that stand nowhere else.
  const ofEntries = new Set(pages.filter(({ entries }) => entries === true).map(({ id }) => id));
  const results = new Map<string, PagefindResult>();
  const searches = new Map<string, Promise<Found>>();
  const strengths = (found: readonly PagefindResult[]): Map<string, number> => {
    const best = Math.max(...found.map(({ score }) => score), Number.EPSILON);
    return new Map(found.map(({ id, score }) => [id, 0.4 + (0.6 * score) / best]));
  };
  const search = (word: string): Promise<Found> => {
    const known = searches.get(word);
    if (known) return known;
    const running = pagefind.search(word).then(async ({ results: all }) => {
      const best = await all[0]?.data();
      const found = best !== undefined && isPlausible(word, best.raw_content) ? all : [];
      for (const result of found) results.set(result.id, result);
      return { inPages: strengths(found.filter(({ id }) => !ofEntries.has(id))), inEntries: strengths(found.filter(({ id }) => ofEntries.has(id))) };
    });
    searches.set(word, running);
    return running;
  };

  return {
    match: async ({ surface, aliases }) => {
      const own = await search(surface);
      if (own.inPages.size > 0) return own.inPages;
      const others = await Promise.all(aliases.slice(0, OTHER_NAMES).map(search));
      const merged = new Map<string, number>();
      for (const { inPages } of others) for (const [id, strength] of inPages) merged.set(id, Math.max(merged.get(id) ?? 0, strength * ALIAS_STRENGTH));
      return merged.size > 0 ? merged : own.inEntries;
    },
    read: async (pageId) => results.get(pageId)?.data(),
  };
};
