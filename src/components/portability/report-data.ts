import { createHash } from 'node:crypto';
import { loadFacts } from '../../facts/registry.ts';
import { href } from '../../i18n/links.ts';
import type { Locale } from '../../i18n/locales.ts';
import { textsUnder } from '../../i18n/ui.ts';
import type { PackedWords } from '../../islands/portability/report-words.ts';
import { localize } from '../../portability/words/localize.ts';
import type { Package } from '../../schemas/package.ts';

/**
 * The words of packages that need nothing are the larger half of all, and a report shows only what such a package does: why can be read at its
 * record. Those with a first version, a line to write or a build for CUDA may still need something, depending on how they are asked for.
 */
const isSaidInFull = ({ effect, sinceVersion, line, category }: Package): boolean =>
  effect !== 'runs' || sinceVersion !== undefined || line !== undefined || category === 'framework';

/** The words of reports in one language: what the page loads with the first check. */
export const reportData = (locale: Locale): PackedWords => {
  const records = loadFacts();
  const { packages, patterns, torch, checked } = localize(records, locale);
  const inFull = new Set(records.packages.filter(isSaidInFull).map(({ id }) => id));
  return {
    text: textsUnder(locale, 'portability.'),
    packages: [...packages].filter(([id]) => inFull.has(id)),
    brief: [...packages].filter(([id]) => !inFull.has(id)).map(([id, { name, status, confidence }]) => [id, name, status, confidence]),
    patterns: [...patterns],
    torch,
    checked,
  };
};

/** Address of that data. It changes with its content, so that a script never meets words it was not made for. */
export const reportDataAddress = (locale: Locale): string =>
  `${href('/portability/words.json', locale)}?v=${createHash('sha256')
    .update(JSON.stringify(reportData(locale)))
    .digest('hex')
    .slice(0, 8)}`;
