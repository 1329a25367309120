import { href } from '../../i18n/links.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { PackageWords, PatternWords, Words } from '../../portability/words/words.ts';

/** The words of reports as they come from JSON: maps as lists of their entries. */
export interface PackedWords {
  readonly text: Readonly<Record<string, string>>;
  readonly packages: readonly (readonly [string, PackageWords])[];
  readonly patterns: readonly (readonly [string, PatternWords])[];
  readonly torch: string;
  readonly checked: string;
}

/** Words for the page, where links are those of its language. */
export const unpackWords = ({ text, packages, patterns, torch, checked }: PackedWords, locale: Locale): Words => ({
  text: (key) => text[key] ?? key,
  packages: new Map(packages),
  patterns: new Map(patterns),
  torch,
  checked,
  links: (path) => href(path, locale),
});
