import { expect, test } from '@playwright/test';
import { listen } from './complaints.ts';
import { distinctPages } from './pages.ts';

test('no page breaks its policy, logs an error or asks another host', async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = await listen(page);
  for (const path of distinctPages()) {
    await page.goto(path);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState('networkidle');
  }
  expect(complaints).toEqual([]);
});

test('nor does the search, the selector or a change of theme', async ({ page }) => {
  const complaints = await listen(page);
  await page.goto('/spec-selector/');
  await page.locator('astro-island:not([ssr])').first().waitFor();
  await page.getByRole('radio', { name: '画像生成' }).check();
  await page.locator('[data-theme-select]').selectOption('dark');
  await page.locator('header [data-search-open]').click();
  await page.locator('dialog [type=search]').fill('メモリ');
  await page.locator('dialog [data-search-result]').first().waitFor();
  expect(complaints).toEqual([]);
});

test('the listener notices a blocked inline script and a logged error', async ({ page }) => {
  const complaints = await listen(page);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    console.error('canary');
  });
  await expect.poll(() => complaints.some((complaint) => complaint.startsWith('policy: script-src'))).toBe(true);
  await expect.poll(() => complaints).toContain('console: canary');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});
