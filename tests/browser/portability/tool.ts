import { expect, type Page } from '@playwright/test';
import type { EXAMPLES } from '../../../src/islands/portability/examples.ts';

export { test } from '../selector/tool.ts';

export const HOME = { ja: '/portability/', en: '/en/portability/' } as const;

export type Example = keyof typeof EXAMPLES;

/** Opens the checker and waits until it is awake. */
export const open = async (page: Page, address: string = HOME.ja): Promise<void> => {
  await page.goto(address);
  await page.locator('#checker-go:enabled').waitFor();
};

export const field = (page: Page) => page.locator('#checker-text');
export const go = (page: Page) => page.locator('#checker-go');
export const verdict = (page: Page) => page.locator('.report-verdict');
export const notices = (page: Page) => page.locator('.checker-notices');

/** Puts a text into the field and checks it. */
export const check = async (page: Page, text: string): Promise<void> => {
  await field(page).fill(text);
  await go(page).click();
  await expect(verdict(page)).toBeVisible();
};

/** Counts frames from now on, with the longest time between two of them. */
export const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched = window as unknown as { longestFrame: number };
    watched.longestFrame = 0;
    let before = performance.now();
    const next = (now: number): void => {
      watched.longestFrame = Math.max(watched.longestFrame, now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });

/** In ms. */
export const longestFrame = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { longestFrame: number }).longestFrame);
