import { href } from '../../i18n/links.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { PackageWords, PatternWords, Words } from '../../portability/words/words.ts';

/** The words of reports as they come from JSON. */
export interface PackedWords {
  readonly text: Readonly<Record<string, string>>;
  readonly packages: readonly (readonly [string, PackageWords])[];
  /** Packages that need nothing: id, name, status, confidence. Why can be read at their records. */
  readonly brief: readonly (readonly [string, string, PackageWords['status'], PackageWords['confidence']])[];
  readonly patterns: readonly (readonly [string, PatternWords])[];
  readonly torch: string;
  readonly checked: string;
}

/** Words for the page, where links are those of its language. */
export const unpackWords = ({ text, packages, brief, patterns, torch, checked }: PackedWords, locale: Locale): Words => ({
  text: (key) => text[key] ?? key,
  packages: new Map([
    ...packages,
    ...brief.map(([id, name, status, confidence]): [string, PackageWords] => [id, { name, status, way: 'keep', confidence, sources: [] }]),
  ]),
  patterns: new Map(patterns),
  torch,
  checked,
  links: (path) => href(path, locale),
});
