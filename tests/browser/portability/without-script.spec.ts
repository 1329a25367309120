import { expect, test } from '@playwright/test';
import { HOME } from './tool.ts';

test.use({ javaScriptEnabled: false });

for (const [locale, home] of Object.entries(HOME)) {
  test(`in ${locale}, the page says what it would do, gives the command and leads to the lists`, async ({ page }) => {
    await page.goto(home);
    await expect(page.locator('main')).toContainText('npm run -s portability -- PATH');
    await expect(page.locator('main .notice')).toContainText('JavaScript');
    // Buttons that would do nothing are not shown.
    await expect(page.locator('.checker')).toBeHidden();
    const root = home.replace('portability/', '');
    for (const path of ['facts/packages/', 'facts/cuda-code/', 'mps-operators/']) await expect(page.locator(`main a[href="${root}${path}"]`)).toBeVisible();
  });
}

test('a record is reached by its name, and stands out', async ({ page }) => {
  await page.goto('/facts/packages/#flash-attn');
  const record = page.locator('#flash-attn');
  await expect(record).toBeInViewport();
  await expect(record).toContainText('動かない');
  await expect(record.locator('a[href^="https://"]').first()).toBeVisible();
  await page.goto('/en/facts/cuda-code/#cuda-method');
  await expect(page.locator('#cuda-method')).toBeInViewport();
});
