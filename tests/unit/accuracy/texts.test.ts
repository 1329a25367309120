import { describe, expect, test } from 'vitest';
import { PEER_RULES } from '../../../src/accuracy/memory-peers.ts';
import { accuracyReport } from '../../../src/accuracy/report.ts';
import { loadFacts } from '../../../src/facts/registry.ts';
import { LOCALES } from '../../../src/i18n/locales.ts';
import { t } from '../../../src/i18n/ui.ts';
import { EXCLUSIONS, OUTLIER_CAUSES } from '../../../src/schemas/llm-benchmark.ts';
import { MEMORY_CATEGORIES } from '../../../src/schemas/memory-figure.ts';

/** Codes in the facts become words on the page: a new code without words fails here, not in the build of whoever uses it first. */
const KEYS = [
  ...EXCLUSIONS.map((code) => `accuracy.excluded.${code}`),
  ...OUTLIER_CAUSES.flatMap((code) => [`accuracy.outlier.${code}`, `accuracy.outlier.${code}.text`]),
  ...PEER_RULES.map((rule) => `accuracy.rule.${rule}`),
  ...MEMORY_CATEGORIES.map((category) => `accuracy.memory.${category}`),
  ...accuracyReport(loadFacts()).targets.map(({ key }) => `accuracy.target.${key}`),
];

describe.each(LOCALES)('%s', (locale) => {
  test.each(KEYS)('%s', (key) => {
    expect(t(locale, key)).not.toBe('');
  });
});
