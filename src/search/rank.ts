import { normalizeQuery, unify } from './normalize.ts';
import { bigrams } from './segment.ts';
import type { Concept } from './concepts.ts';
import type { SearchIndex, SearchPage } from './types.ts';

/** How much a match tells about a page, by where it stands. Body is a match the full-text index reports. */
export const FIELD_WEIGHTS = { title: 0.95, keywords: 0.9, headings: 0.75, description: 0.5, words: 0.2, body: 0.3 } as const;
type Field = keyof typeof FIELD_WEIGHTS;
const ALIAS_STRENGTH = 0.85;
const LEAD_STRENGTH = 0.5;
const NEAR_STRENGTH = 0.5;

/** Unified texts of a page, ready to be matched. */
export interface PreparedPage {
  readonly page: SearchPage;
  readonly fields: Readonly<Record<Exclude<Field, 'body'>, string>>;
  /** Pairs of neighbouring characters of the title and of each heading */
  readonly pairs: readonly ReadonlySet<string>[];
  /** Headings one by one with their keywords, where each stands for an entry of its own */
  readonly entries: readonly string[];
}

export interface PreparedIndex {
  readonly pages: readonly PreparedPage[];
  /** Number of pages by word, for words that are common */
  readonly common: ReadonlyMap<string, number>;
}

const pairsOf = (text: string): ReadonlySet<string> => new Set(bigrams(unify(text).replace(/[\s\p{P}]/gu, '')));

/** Dice coefficient: 1 for the same pairs of characters, 0 for none in common. Unlike words, it sees "where does it go" in "where it goes". */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size || 1);
};

export const prepareIndex = (index: SearchIndex): PreparedIndex => ({
  common: new Map(Object.entries(index.common)),
  pages: index.pages.map((page) => ({
    page,
    fields: {
      title: unify(page.title),
      keywords: unify(page.keywords),
      headings: unify(page.headings.map(({ text }) => text).join('\n')),
      description: unify(page.description),
      words: page.words,
    },
    pairs: [page.title, ...page.headings.map(({ text }) => text)].map(pairsOf),
    entries: page.entries === true ? page.headings.map(({ text, keywords = '' }) => unify(`${text}\n${keywords}`)) : [],
  })),
});

/** Full-text matches of one concept: strength from 0 to 1 by page id. */
export type BodyMatches = ReadonlyMap<string, number>;

export interface RankedPage {
  readonly page: SearchPage;
  readonly score: number;
  /** Evidence for each concept, from 0 to 1 */
  readonly evidence: readonly number[];
}

const test = (pattern: RegExp | undefined, text: string): boolean => {
  if (!pattern) return false;
  pattern.lastIndex = 0;
  return pattern.test(text);
};

/** 1 when the text has the word itself, less when it has another name of it, 0 when neither. */
export const strength = (concept: Concept, text: string): number =>
  test(concept.exact, text)
    ? 1
    : test(concept.alias, text)
      ? ALIAS_STRENGTH
      : test(concept.lead, text)
        ? LEAD_STRENGTH
        : test(concept.near, text)
          ? NEAR_STRENGTH
          : 0;

/** Bonus for a title that speaks of nothing but the query, and for one that has the query word for word. */
const FOCUS_BONUS = 0.15;
const PHRASE_BONUS = 0.3;
/** Bonus for a title or heading that is worded like the query. */
const LIKENESS_BONUS = 0.15;
/** How much of the score depends on how many of the words a page has at all. */
const COVERAGE_SHARE = 0.2;
/** Pages made from a template stand behind pages somebody wrote, unless they match better. */
const TWIN_FACTOR = 0.85;
/** So does a page of short entries: an article on the same subject says more. */
const ENTRIES_FACTOR = 0.8;

const factorOf = ({ twins, entries }: SearchPage): number => (twins > 1 ? TWIN_FACTOR : entries === true ? ENTRIES_FACTOR : 1);

/** Share of a text's characters that belong to a match. */
const matchedShare = (text: string, concepts: readonly Concept[]): number => {
  const rest = concepts.reduce(
    (left, { exact, alias, lead }) => [exact, alias, lead].reduce((each, pattern) => (pattern ? each.replace(pattern, '') : each), left),
    text,
  );
  return text === '' ? 0 : 1 - rest.length / text.length;
};

/** Fields of a page for one query: of a page of entries only the entry that matches best counts, since the others speak of something else. */
const fieldsFor = (concepts: readonly Concept[], { fields, entries }: PreparedPage): PreparedPage['fields'] => {
  if (entries.length === 0) return fields;
  const matches = entries.map((entry) => concepts.reduce((sum, concept) => sum + concept.weight * strength(concept, entry), 0));
  const best = Math.max(...matches);
  return { ...fields, description: '', headings: best > 0 ? (entries[matches.indexOf(best)] ?? '') : '' };
};

/** Evidence of one concept on a page: 1 - product of (1 - weight) over the fields that have it, so that each further field adds less. */
const evidenceOf = (concept: Concept, { page }: PreparedPage, fields: PreparedPage['fields'], body: BodyMatches | undefined): number => {
  let missing = 1 - FIELD_WEIGHTS.body * (body?.get(page.id) ?? 0);
  for (const [field, text] of Object.entries(fields) as [Exclude<Field, 'body'>, string][]) {
    if (text !== '') missing *= 1 - FIELD_WEIGHTS[field] * strength(concept, text);
  }
  return 1 - missing;
};

/**
 * Pages that match at least one concept, best first. Concepts count by how rare they are among the pages (inverse document
 * frequency, in which a weak match counts as part of a page), and a page scores the weighted mean of its evidence.
 * @param body full-text matches by concept, where the full-text index has been asked
 */
export const rankPages = (
  query: string,
  concepts: readonly Concept[],
  { pages, common }: PreparedIndex,
  body: readonly (BodyMatches | undefined)[] = [],
): RankedPage[] => {
  const evidence = pages.map((page) => {
    const fields = fieldsFor(concepts, page);
    return concepts.map((concept, i) => evidenceOf(concept, page, fields, body[i]));
  });
  // A page that speaks of everything says nothing about how rare a word is.
  const votes = pages.map(({ page }) => (page.entries === true ? 0 : 1 / page.twins));
  const count = votes.reduce((sum, vote) => sum + vote, 0);
  const weights = concepts.map((concept, i) => {
    const matches = evidence.reduce((sum, page, p) => sum + (page[i] ?? 0) * (votes[p] ?? 1), 0);
    const frequency = Math.max(matches, (common.get(concept.surface) ?? 0) * FIELD_WEIGHTS.body);
    return (concept.weight * Math.log(1 + count / (frequency + 0.5))) / Math.log(1 + count / 0.5);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const queryPairs = pairsOf(query);
  const phrase = normalizeQuery(query).replace(/\s/g, '');
  return pages
    .map(({ page, fields, pairs }, p) => {
      const own = evidence[p] ?? [];
      const mean = own.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / total;
      const covered = own.reduce((sum, value, i) => sum + (value > 0 ? (weights[i] ?? 0) : 0), 0) / total;
      const bonus =
        LIKENESS_BONUS * Math.max(...pairs.map((each) => likeness(each, queryPairs))) +
        FOCUS_BONUS * matchedShare(fields.title, concepts) +
        (phrase.length > 1 && fields.title.replace(/\s/g, '').includes(phrase) ? PHRASE_BONUS : 0);
      const score = mean === 0 ? 0 : (mean * (1 - COVERAGE_SHARE + COVERAGE_SHARE * covered) + bonus) * factorOf(page);
      return { page, evidence: own, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1));
};
