import { nearMatches } from '../facts/near.ts';

/** A word without what people write in different ways: capitals, spaces and signs. `Qwen3 32B`, `qwen3_32b` and `qwen3-32b` are one. */
export const folded = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Something that is asked for by name. */
export interface Entry {
  readonly id: string;
  /** Other names of exactly this. */
  readonly also?: readonly string[];
}

export interface Directory {
  /** The one id a word can stand for, in whatever spelling. */
  readonly resolve: (word: string) => string | undefined;
  /** Ids that may have been meant, the likeliest first. */
  readonly near: (word: string) => string[];
}

/** As many as there are sizes of a model. */
const MOST = 5;

/** No id is longer; comparing longer words costs time and finds nothing. */
const LONGEST = 64;

/** A single letter says nothing. */
const LEAST = 2;

/** Two letters are part of everything. */
const LEAST_PART = 3;

/** So much of a word, counted in letters, has to stand in an id that is near by its parts alone. Our choice. */
const LEAST_COVERED = 0.4;

/** Runs of letters and of numbers: `ud-q4_k_xl` is ud, q, 4, k, xl. */
const partsOf = (word: string): string[] => word.match(/\p{L}+|\p{N}+/gu) ?? [];

/** A repository is named by what follows its owner; who makes a chip says nothing. */
const bare = (word: string): string => word.slice(word.lastIndexOf('/') + 1).replace(/^apple\s+/i, '');

const sharedStart = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

const sumOfLengths = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** How many letters a word may be longer or shorter and still be the other one misspelt: the tolerance of `nearMatches`. */
const toleranceOf = (word: string): number => Math.max(2, Math.floor(word.length / 4));

interface Known {
  readonly id: string;
  readonly fold: string;
  readonly parts: ReadonlySet<string>;
}

/** Ids that are misspelt by a few letters, the nearest first; of equally near ones that with the same beginning. */
const misspelt = (word: string, known: readonly Known[]): Known[] => {
  const tolerance = toleranceOf(word);
  // Words that cannot match by their length are not compared: there are thousands of misspelt ids in a file.
  const folds = known.filter(({ fold }) => Math.abs(fold.length - word.length) <= tolerance).map(({ fold }) => fold);
  const near = nearMatches(word, folds, folds.length);
  return near.sort((a, b) => sharedStart(word, b) - sharedStart(word, a)).flatMap((fold) => known.filter((one) => one.fold === fold));
};

/** Ids that share most of the parts of a word: `deepseek-r1:70b` and `deepseek-r1-distill-llama-70b`. */
const alike = (word: string, known: readonly Known[]): Known[] => {
  const parts = partsOf(word.normalize('NFKC').toLowerCase());
  const total = sumOfLengths(parts);
  const fold = folded(word);
  return known
    .map((one) => ({ one, covered: sumOfLengths(parts.filter((part) => one.parts.has(part))) / total }))
    .filter(({ covered }) => covered >= LEAST_COVERED)
    .sort((a, b) => b.covered - a.covered || sharedStart(fold, b.one.fold) - sharedStart(fold, a.one.fold) || a.one.parts.size - b.one.parts.size)
    .map(({ one }) => one);
};

const nearest = (word: string, known: readonly Known[]): string[] => {
  const wanted = bare(word);
  const fold = folded(wanted);
  if (fold.length < LEAST || fold.length > LONGEST) return [];
  const begun = known.filter((one) => one.fold.length >= LEAST_PART && fold.startsWith(one.fold)).sort((a, b) => b.fold.length - a.fold.length);
  const found = [
    ...begun,
    ...known.filter((one) => one.fold.startsWith(fold)),
    ...misspelt(fold, known),
    ...(fold.length < LEAST_PART ? [] : known.filter((one) => one.fold.includes(fold))),
  ];
  return [...new Set((found.length > 0 ? found : alike(wanted, known)).map(({ id }) => id))].slice(0, MOST);
};

/** What is known by name. Entries that share a spelling are found by none. */
export const directoryOf = (entries: readonly Entry[]): Directory => {
  const known = entries.map(({ id }): Known => ({ id, fold: folded(id), parts: new Set(partsOf(id)) }));
  const ids = new Map<string, Set<string>>();
  for (const { id, also = [] } of entries) {
    for (const name of [id, ...also]) ids.set(folded(name), (ids.get(folded(name)) ?? new Set()).add(id));
  }
  return {
    resolve: (word) => {
      const found = ids.get(folded(word));
      return found?.size === 1 ? [...found][0] : undefined;
    },
    near: (word) => nearest(word, known),
  };
};
