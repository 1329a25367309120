import { loadFacts } from '../../facts/registry.ts';
import type { Locale } from '../../i18n/locales.ts';
import { dateText } from '../../islands/selector/answer/figures.ts';

/** The day the Macs on sale were last compared with their sources, in words: a table of what fits is no newer than that. */
export const asOf = (locale: Locale): string =>
  dateText(
    loadFacts()
      .macs.filter(({ onSale }) => onSale)
      .reduce((oldest, { verified }) => (verified < oldest ? verified : oldest), '9999'),
    locale,
  );
