import type { CodePattern } from '../../schemas/code-pattern.ts';
import type { Package } from '../../schemas/package.ts';

/** A source as a report names it. */
export interface SourceWords {
  readonly url: string;
  readonly title: string;
  readonly asOf: string;
}

/** What is said about a package, in one language. */
export interface PackageWords extends Pick<Package, 'name' | 'status' | 'way' | 'sinceVersion' | 'sinceDate' | 'confidence'> {
  /** A page may leave the words of packages that need nothing to their record. */
  readonly reason?: string | undefined;
  readonly replacement?: string | undefined;
  readonly sources: readonly SourceWords[];
}

/** What is said about a pattern of code, in one language. */
export interface PatternWords extends Pick<CodePattern, 'confidence'> {
  readonly title: string;
  readonly why: string;
  readonly instead: string;
  readonly sources: readonly SourceWords[];
}

/** What the facts say, in one language. */
export interface FactWords {
  /** By id. */
  readonly packages: ReadonlyMap<string, PackageWords>;
  readonly patterns: ReadonlyMap<string, PatternWords>;
  /** Version of PyTorch the table of operators speaks of. */
  readonly torch: string;
  /** Day of the latest check of a record, YYYY-MM-DD. */
  readonly checked: string;
}

/** Everything a report needs in order to speak one language. */
export interface Words extends FactWords {
  /** Interface strings by their keys in content/ui without `portability.`. A missing key is a defect of the dictionary; it may throw or show itself. */
  readonly text: (key: string) => string;
  /** Address of a page, from its path at the root of the language: `/cloud-gpus/`. */
  readonly links: (path: string) => string;
}

/** Puts values into a text: `{count}` with `{ count: 3 }`. A name without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The text of a key with values put in. */
export const say = (words: Pick<Words, 'text'>, key: string, values: Readonly<Record<string, string | number>> = {}): string => fill(words.text(key), values);
