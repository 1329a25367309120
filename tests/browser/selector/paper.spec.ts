import { expect } from '@playwright/test';
import { HOME, open, test } from './tool.ts';

/** Every page of a PDF is an object of this type. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

for (const [locale, address] of Object.entries(HOME)) {
  test(`the answer fits on one sheet (${locale})`, async ({ page }) => {
    await open(page, address);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#answer-verdict strong')).toBeVisible();
    await expect(page.locator('.answer-share')).toBeHidden();
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
  });
}
