import { unify } from '../text/fold.ts';

/** An operator as it is searched. */
export interface Entry {
  /** All its names, unified, with spaces between them */
  readonly names: string;
  /** What else its row says, unified */
  readonly text: string;
}

/** Longer queries are cut: an error message is shorter, and a pasted page must not freeze the search. */
const MAX_LENGTH = 400;
const MAX_WORDS = 8;
/** A word this short only counts where a name begins with it, or a part of one: `to` is no search for `histogram`. */
const SHORT = 3;

const NAMED_IN_ERROR = /aten::([a-z]\w*)/g;

/** A name as it stands in code, as it stands in the table: `F.rrelu(`, `torch.Tensor.take`, `uniform_`. */
const asInTable = (word: string): string =>
  word
    .replace(/^(?:torch\.)?tensor\./, '')
    .replace(/^f\./, 'functional.')
    .replace(/^[._]+|[._]+$/g, '');

/**
 * The words of a query. Of an error message (`The operator 'aten::linalg_eig' is not currently implemented for the MPS device`) only the
 * operators count.
 */
export const wordsOf = (query: string): string[] => {
  const text = unify(query.slice(0, MAX_LENGTH));
  const operators = Array.from(text.matchAll(NAMED_IN_ERROR), ([, name = '']) => name);
  const words = (operators.length > 0 ? operators : text.split(/[^\p{L}\p{N}._-]+/u)).map(asInTable).filter((word) => word !== '');
  return [...new Set(words)].slice(0, MAX_WORDS);
};

/** `torch.` stands in nearly every name. */
const begins = (names: string, word: string): boolean => ` ${names.replaceAll('torch.', '')}`.split(/[ ._]/).some((part) => part.startsWith(word));

const inNames = ({ names }: Entry, word: string): boolean => (word.length < SHORT ? begins(names, word) : names.includes(word));
const anywhere = (entry: Entry, word: string): boolean => inNames(entry, word) || (word.length >= SHORT && entry.text.includes(word));

/**
 * The entries that have every word in their names; where no names do, those that have them anywhere: a note that recommends `torch.linalg.eigh`
 * does not make its operator one.
 */
export const find = <Kind extends Entry>(entries: readonly Kind[], words: readonly string[]): ReadonlySet<Kind> => {
  const having = (has: typeof inNames): Kind[] => entries.filter((entry) => words.every((word) => has(entry, word)));
  const named = having(inNames);
  return new Set(named.length > 0 ? named : having(anywhere));
};
