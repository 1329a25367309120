import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

interface Golden {
  readonly query: string;
  /** Pages that answer the query; the first one is the best, the others would do as well */
  readonly pages: readonly string[];
}

const golden = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8')) as Record<'ja' | 'en', Golden[]>;
const START = { ja: '/verdict/', en: '/en/verdict/' };
/** The right page comes first for this share of the queries, and among the first three for all. */
const FIRST_SHARE = 0.95;

for (const language of ['ja', 'en'] as const) {
  test(`golden queries in ${language} find their page`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(START[language]);
    await page.keyboard.press('/');
    const input = page.locator('dialog [type=search]');
    await expect(input).toBeFocused();
    const misses: string[] = [];
    const later: string[] = [];
    for (const { query, pages } of golden[language]) {
      await input.fill(query);
      await expect(page.locator('dialog [role=listbox]')).toHaveAttribute('aria-busy', 'false');
      const found = await page.locator('dialog [data-search-result=page]').evaluateAll((results) => results.map((result) => result.getAttribute('href')));
      const place = found.findIndex((address) => pages.includes(address ?? ''));
      if (place < 0 || place > 2) misses.push(`${query}: ${found.slice(0, 3).join(' ')}`);
      else if (place > 0) later.push(`${query}: ${found.slice(0, 2).join(' ')}`);
    }
    expect(misses, 'not among the first three').toEqual([]);
    expect(1 - later.length / golden[language].length, `not first: ${later.join('; ')}`).toBeGreaterThanOrEqual(FIRST_SHARE);
  });
}

test('the golden set is large enough, and the dialog can be wrong', async ({ page }) => {
  expect(golden.ja.length + golden.en.length).toBeGreaterThanOrEqual(150);
  await page.goto(START.ja);
  await page.keyboard.press('/');
  await page.locator('dialog [type=search]').fill('CUDA');
  await expect(page.locator('dialog [role=listbox]')).toHaveAttribute('aria-busy', 'false');
  expect(await page.locator('dialog [data-search-result=page]').first().getAttribute('href')).not.toBe('/facts/macs/');
});
