import { parse, TomlError } from 'smol-toml';
import type { Collector } from './collect.ts';

export type Table = Readonly<Record<string, unknown>>;

export const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The value under a chain of keys; undefined where one is missing or no table. */
export const valueAt = (table: unknown, ...keys: readonly string[]): unknown => {
  let value = table;
  for (const key of keys) {
    if (!isTable(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
};

/** The table under a chain of keys; an empty one where there is none. */
export const tableAt = (table: unknown, ...keys: readonly string[]): Table => {
  const value = valueAt(table, ...keys);
  return isTable(value) ? value : {};
};

/** The list under a chain of keys; an empty one where there is none. */
export const listAt = (table: unknown, ...keys: readonly string[]): readonly unknown[] => {
  const value = valueAt(table, ...keys);
  return Array.isArray(value) ? value : [];
};

/** The text under a chain of keys; null where there is none. */
export const textAt = (table: unknown, ...keys: readonly string[]): string | null => {
  const value = valueAt(table, ...keys);
  return typeof value === 'string' ? value : null;
};

export const isText = (value: unknown): value is string => typeof value === 'string';

const DEEPEST = 100;

/** The first line of the parser's message: what follows repeats the file. */
const reasonOf = (error: TomlError): string => (error.message.split('\n', 1)[0] ?? '').replace('Invalid TOML document: ', '');

/** Parses TOML; null where it cannot, with the problem reported at its line. */
export const parseToml = (text: string, collect: Collector): Table | null => {
  try {
    return parse(text, { maxDepth: DEEPEST });
  } catch (error) {
    if (error instanceof TomlError) {
      const reason = reasonOf(error);
      collect.problem(reason.includes('nested') ? 'too-deep' : 'syntax-toml', reason, error.line);
      return null;
    }
    if (error instanceof RangeError) {
      collect.problem('too-deep', error.message, 1);
      return null;
    }
    throw error;
  }
};
