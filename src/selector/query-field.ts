import { wholeIn, NONE, shown, type IgnoredReason, type IgnoredValue, type QueryKey } from './query-values.ts';
import type { Limits } from './limits.ts';
import type { Catalog } from './catalog.ts';
import type { Selection } from './selection.ts';

/** The value of a key; undefined where the query has none, or an empty one, as a form sends for a field that was left alone. */
export type Values = (key: QueryKey) => string | undefined;

export interface FieldReading {
  readonly selection: Selection;
  readonly ignored: readonly IgnoredValue[];
}

/** A part of the selection as it stands in a query string. */
export interface Field {
  /** Takes its keys into the selection, which already has task and model and the fields before this one. */
  readonly read: (values: Values, selection: Selection, catalog: Catalog) => FieldReading;
  readonly write: (selection: Selection) => readonly (readonly [QueryKey, string])[];
  /** Whether it is written even where it is as the page starts. */
  readonly always?: (selection: Selection) => boolean;
}

type Change = Partial<Selection>;

/** A field of one key. */
export const field = (
  key: QueryKey,
  read: (text: string, selection: Selection, catalog: Catalog) => Change | IgnoredReason,
  write: (selection: Selection) => string,
  always?: Field['always'],
): Field => ({
  read: (values, selection, catalog) => {
    const text = values(key);
    if (text === undefined) return { selection, ignored: [] };
    const change = read(text, selection, catalog);
    return typeof change === 'string'
      ? { selection, ignored: [{ key, value: shown(text), reason: change }] }
      : { selection: { ...selection, ...change }, ignored: [] };
  },
  write: (selection) => [[key, write(selection)]],
  ...(always && { always }),
});

type NumberKey = { [K in keyof Selection]: Selection[K] extends number ? K : never }[keyof Selection];

/** A whole number between limits that may depend on task and model. */
export const whole = (key: QueryKey, name: NumberKey, limits: Limits | ((selection: Selection, catalog: Catalog) => Limits)): Field =>
  field(
    key,
    (text, selection, catalog) => {
      const value = wholeIn(text, typeof limits === 'function' ? limits(selection, catalog) : limits);
      return typeof value === 'number' ? { [name]: value } : value;
    },
    (selection) => String(selection[name]),
  );

/** One of a few words. The words stand in links. */
export const word = <K extends keyof Selection>(key: QueryKey, name: K, words: Readonly<Record<string, Selection[K]>>): Field =>
  field(
    key,
    (text) => (Object.hasOwn(words, text) ? { [name]: words[text] } : 'unknown'),
    (selection) => Object.keys(words).find((candidate) => words[candidate] === selection[name]) ?? NONE,
  );
