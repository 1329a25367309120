import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { accuracyReport } from '../../src/accuracy/report.ts';
import { loadFacts } from '../../src/facts/registry.ts';
import { site } from './site.ts';

const KB = 1024;
const report = accuracyReport(loadFacts());
const pageAt = (path: string) => {
  const page = site().pages.find((each) => each.path === path);
  if (page === undefined) throw new Error(`no page ${path}`);
  return page;
};
const size = (html: string): number => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

const ROWS = {
  'accuracy/decode/': report.decode.length,
  'accuracy/prefill/': report.prefill.length,
  'accuracy/memory/': report.memory.results.length + report.memory.excluded.length,
  'accuracy/tasks/': report.taskFigures.length + report.taskSpeeds.length,
};
const EDITIONS = ['/', '/en/'];

describe('the accuracy page', () => {
  it.each(EDITIONS)('%s: says the results the tests assert, in at most 40 KB', (edition) => {
    const { html, root } = pageAt(`${edition}accuracy/`);
    expect(size(html)).toBeLessThanOrEqual(40 * KB);
    for (const { key, unit, result } of report.targets) {
      if (unit === 'part') expect(root.textContent, key).toContain(`${(result * 100).toFixed(1)}%`);
    }
  });

  it.each(EDITIONS)('%s: draws every speed', (edition) => {
    const { root } = pageAt(`${edition}accuracy/`);
    for (const measure of ['decode', 'prefill'] as const) {
      const dots = root.querySelectorAll(`#fig-${measure} path[class^=plot-]:not(.plot-hole)`).map((path) => path.getAttribute('d')?.split('M').length ?? 1);
      expect(dots.reduce((sum, parts) => sum + parts - 1, 0)).toBe(report[measure].length);
    }
  });

  describe.each(EDITIONS)('rows under %s', (edition) => {
    it.each(Object.entries(ROWS))('%s: %i rows, each with an id and a link to its source, in at most 60 KB', (path, rows) => {
      const { html, root } = pageAt(edition + path);
      expect(size(html)).toBeLessThanOrEqual(60 * KB);
      const found = root.querySelectorAll('main tbody tr');
      expect(found.length).toBe(rows);
      for (const row of found) {
        expect(row.id).toMatch(/^[a-z][a-z0-9-]*$/);
        expect(row.querySelector('a[href^="https://"]'), row.id).not.toBeNull();
      }
    });
  });
});
