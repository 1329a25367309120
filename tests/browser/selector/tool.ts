import { expect, test as plain, type Page } from '@playwright/test';
import { listen } from '../complaints.ts';

/** A test whose page must not complain of anything, whatever the test is about. */
export const test = plain.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints = await listen(page);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export const HOME = { ja: '/spec-selector/', en: '/en/spec-selector/' } as const;

/** The answer in one sentence, with its mark and what it was computed for. */
export const verdict = (page: Page) => page.locator('#answer-verdict');

/** Opens the tool and waits until it has read its address: its buttons cannot be pressed before. */
export const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.locator('.answer-share button:enabled').first().waitFor();
};
