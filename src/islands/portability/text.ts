import { fill } from '../../portability/words/words.ts';

export type Values = Readonly<Record<string, string | number>>;

/** A text of the form by its key under `portabilityForm.`, with values put in. A key that is missing shows itself: an island must not break over a text. */
export type Say = (key: string, values?: Values) => string;

export const sayer =
  (texts: Readonly<Record<string, string>>): Say =>
  (key, values = {}) =>
    fill(texts[key] ?? key, values);
