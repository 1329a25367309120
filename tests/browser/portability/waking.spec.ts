import { expect } from '@playwright/test';
import { HOME, open, test } from './tool.ts';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

test('waking up moves nothing and changes no word', async ({ page }) => {
  await page.addInitScript(() => {
    const counted = window as unknown as { shifts: number; served: string | undefined };
    counted.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) counted.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    // What the server rendered, taken before the first script of the tool runs.
    document.addEventListener('DOMContentLoaded', () => (counted.served = document.querySelector<HTMLElement>('.checker')?.innerText));
  });
  for (const address of Object.values(HOME)) {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await open(page, address);
      await page.waitForTimeout(300);
      const { shifts, served, awake } = await page.evaluate(() => {
        const counted = window as unknown as { shifts: number; served: string };
        return { shifts: counted.shifts, served: counted.served, awake: document.querySelector<HTMLElement>('.checker')?.innerText };
      });
      expect(served).not.toBe('');
      expect(awake).toBe(served);
      expect(shifts, `${address} at ${size.width} px`).toBe(0);
    }
  }
});

test('what checks loads with the first check, and not before', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await open(page);
  await page.waitForLoadState('networkidle');
  const heavy = /worker|Report|words\.json|examples/;
  expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
  await page.getByRole('link', { name: 'MLXのコード' }).click();
  await expect(page.locator('.report-verdict')).toBeVisible();
  for (const part of ['worker', 'Report', 'words.json', 'examples']) expect(loaded.filter((url) => url.includes(part))).toHaveLength(1);
});

test('what was typed before it woke up stays', async ({ page }) => {
  // The island waits until its script is let through.
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/Checker(?:Ja|En)/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(HOME.ja);
  await page.locator('#checker-text').fill('flash-attn\n');
  release();
  await page.locator('#checker-go:enabled').click();
  await expect(page.locator('.report-verdict')).toContainText('flash-attn');
});
