/**
 * The texts of one language by their keys, as in content/ui without `tool.`. Every key the island asks for stands there: a test renders all
 * states and fails on a missing one.
 */
export type ToolText = (key: string) => string | undefined;

export type Values = Readonly<Record<string, string | number>>;

/** Texts as they stand in content/ui: on the server and in tests. */
export const textFrom =
  (texts: Readonly<Record<string, string>>): ToolText =>
  (key) =>
    texts[key];

/** Puts values into a text: `{gb}GB` with `{ gb: 16 }`. A name without a value stays as it is. */
export const fill = (text: string, values: Values): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The text of a key with values put in. A key that is missing shows itself: an island must not break over a text. */
export const say = (text: ToolText, key: string, values: Values = {}): string => fill(text(key) ?? key, values);
