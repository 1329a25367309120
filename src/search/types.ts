/** A heading a result can lead to. `id` is its anchor on the page. */
export interface SearchHeading {
  readonly id: string;
  readonly text: string;
  /** Of an entry: words the author added because its text does not use them */
  readonly keywords?: string;
}

/** What the title index knows of one page. */
export interface SearchPage {
  /** Identifier of the page in the full-text index of the same build */
  readonly id: string;
  /** Address with the site's base path */
  readonly url: string;
  readonly title: string;
  /** Id of one of the index's sections, or an empty string */
  readonly section: string;
  readonly description: string;
  /** Words the author added because the text does not use them, separated by spaces */
  readonly keywords: string;
  readonly headings: readonly SearchHeading[];
  /** A page of many short entries, each under its heading: a query is answered by one of them, not by all together */
  readonly entries?: boolean;
  /** How many pages are made from the same template, this one included. They count together as one page */
  readonly twins: number;
  /** Words that tell this page's text from the others and terms it speaks of, unified, separated by commas */
  readonly words: string;
}

/** Word lists of one language; see the folder `words`. */
export interface LanguageWords {
  /** Words that never carry meaning in a query: particles, auxiliaries, polite phrases */
  readonly stop: readonly string[];
  /** Words that carry little: "how", "possible", "difference" */
  readonly weak: readonly string[];
  /** Words that readers use for the same thing, one group per line */
  readonly synonyms: readonly (readonly string[])[];
  /** What readers say, and the subject they are then looking for: "freezes" leads to "swap". Works in this direction only */
  readonly leads: readonly (readonly [said: readonly string[], meant: readonly string[]])[];
}

/** The title index of one language: a small file that answers most queries before the full-text index is needed. */
export interface SearchIndex {
  readonly language: string;
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  readonly pages: readonly SearchPage[];
  readonly words: LanguageWords;
  /** Groups of names for one thing, from the glossary */
  readonly terms: readonly (readonly string[])[];
  /** Words that stand on many pages, with the number of those pages: they tell little about any of them */
  readonly common: Readonly<Record<string, number>>;
  /** Files of the full-text index that every search needs, so that they can be requested together */
  readonly fullText: { readonly tag: string; readonly files: readonly string[] };
}

/** A stretch of text, either part of a match or not. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}
