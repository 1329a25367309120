import { expect, type Page } from '@playwright/test';
import { HOME, open, test } from './tool.ts';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

/** A page that starts with an answer of its own. */
const PRESET = '/spec-selector/train-from-scratch/';

/** Adds up how far things jump that nobody touched. */
const watchShifts = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const counted = window as unknown as { shifts: number };
    counted.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) counted.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
};

const shifts = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { shifts: number }).shifts);

test('waking up moves nothing and changes no word', async ({ page }) => {
  await watchShifts(page);
  // What the server rendered, taken before the first script of the tool runs.
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      (window as unknown as { served: string | undefined }).served = document.querySelector<HTMLElement>('.tool')?.innerText;
    });
  });
  for (const address of [...Object.values(HOME), PRESET]) {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await open(page, address);
      await page.waitForTimeout(300);
      const words = await page.evaluate(() => [(window as unknown as { served: string }).served, document.querySelector<HTMLElement>('.tool')?.innerText]);
      expect(words[0]).toMatch(/GB/);
      expect(words[1]).toBe(words[0]);
      expect(await shifts(page), `${address} at ${size.width} px`).toBe(0);
    }
  }
});

test('what measures shifts notices one', async ({ page }) => {
  await watchShifts(page);
  await open(page, HOME.ja);
  await page.locator('.tool').evaluate((tool) => {
    const canary = document.createElement('p');
    canary.textContent = 'canary';
    tool.before(canary);
  });
  await expect.poll(() => shifts(page)).toBeGreaterThan(0);
});

test('nothing of the tool is loaded before it comes into view', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') loaded.push(request.url());
  });
  await page.setViewportSize({ width: 390, height: 80 });
  await page.goto(HOME.ja);
  await page.waitForLoadState('networkidle');
  const before = loaded.length;
  expect(loaded.filter((url) => /selector/i.test(url))).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.answer-share button:enabled').first().waitFor();
  expect(loaded.length).toBeGreaterThan(before);
});
