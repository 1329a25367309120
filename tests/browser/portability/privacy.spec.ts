import { expect } from '@playwright/test';
import { check, field, go, HOME, open, test, verdict } from './tool.ts';

test('after the first check nothing is asked of anybody, and it works without a connection', async ({ page, context }) => {
  await open(page);
  await check(page, 'torch\n');
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await context.setOffline(true);
  for (const [text, word] of [
    ['import torch\nx = torch.zeros(1).cuda()\n', '書き換えれば動く'],
    ['gsplat\n', 'NVIDIAが必要'],
    ['numpy\n', 'そのまま動く'],
  ] as const) {
    await field(page).fill(text);
    await go(page).click();
    await expect(verdict(page)).toContainText(word);
  }
  expect(requests).toEqual([]);
});

test('the worker has no means of connecting or of keeping anything', async ({ page }) => {
  await open(page, `${HOME.ja}?example=training`);
  await expect(verdict(page)).toBeVisible();
  const [worker] = page.workers();
  const left = await worker?.evaluate(() =>
    ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'indexedDB', 'caches', 'Worker'].filter(
      (name) => (globalThis as unknown as Record<string, unknown>)[name] !== undefined,
    ),
  );
  expect(left).toEqual([]);
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
});

test('the page may not connect elsewhere', async ({ page, complaints }) => {
  await open(page);
  const sent = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => true,
      () => false,
    ),
  );
  expect(sent).toBe(false);
  // This is what was tried here, and nothing else.
  expect(complaints.filter((complaint) => !/example\.org/.test(complaint))).toEqual([]);
  complaints.length = 0;
});

test('where the program cannot be loaded, that is said, and the next try may do', async ({ page, context, complaints }) => {
  await open(page);
  await context.setOffline(true);
  await field(page).fill('numpy==2\n');
  await go(page).click();
  await expect(page.locator('.checker-notices')).toContainText('読み込めませんでした');
  await context.setOffline(false);
  await go(page).click();
  await expect(verdict(page)).toContainText('そのまま動く');
  complaints.length = 0;
});
