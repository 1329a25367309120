import { describe, expect, it } from 'vitest';
import { namesIn, readTerms, searchNames } from '../../../src/glossary/read.ts';
import { LOCALES } from '../../../src/i18n/locales.ts';
import { key } from '../../../src/search/lexicon.ts';

const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('names of terms', () => {
  it.each(LOCALES)('mean one term each in %s', (locale) => {
    expect(repeated(readTerms().flatMap((term) => namesIn(term, locale)))).toEqual([]);
  });

  it.each(LOCALES)('stand once with each term in %s', (locale) => {
    for (const term of readTerms()) {
      const names = [term[locale], ...(term.alsoCalled?.[locale] ?? []), ...term.aliases[locale]];
      expect(repeated(names.map(key)), term.id).toEqual([]);
      for (const name of names) expect(searchNames(term, locale)).toContain(name);
    }
  });

  it('begin with the term itself: the title index knows it by its first name', () => {
    for (const term of readTerms()) for (const locale of LOCALES) expect(searchNames(term, locale)[0]).toBe(term[locale]);
  });
});
