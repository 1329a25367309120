import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { listen } from './complaints.ts';

const PATH = '/mps-operators/';
const input = (page: Page) => page.locator('#operator-q');
const rows = (page: Page) => page.locator('.operators tr[id]:not([hidden])');
const status = (page: Page) => page.locator('[data-filter-status]');
const row = (page: Page, name: string) => page.locator(`.operators tr[id="${name}"]`);
const way = (page: Page, name: string) => page.locator(`[name=kernel][value="${name}"]`);

test.describe('the table of operators', () => {
  test('is narrowed down while typing, and says how many are left', async ({ page }) => {
    const complaints = await listen(page);
    await page.goto(PATH);
    await expect(status(page)).toContainText('655種類のうち655種類');
    await input(page).fill('linalg.eig');
    await expect(rows(page)).toHaveCount(4);
    await expect(status(page)).toContainText('4種類');
    await way(page, 'fallback').check();
    await expect(rows(page)).toHaveCount(2);
    await expect(page).toHaveURL(/\?q=linalg\.eig&kernel=fallback$/);
    await page.getByRole('button', { name: '条件を消す' }).click();
    await expect(rows(page)).toHaveCount(655);
    await expect(input(page)).toBeFocused();
    expect(complaints).toEqual([]);
  });

  test('finds the operator of an error message', async ({ page }) => {
    await page.goto(PATH);
    await input(page).fill("NotImplementedError: The operator 'aten::frexp.Tensor_out' is not currently implemented for the MPS device.");
    await expect(rows(page)).toHaveCount(1);
    await expect(row(page, 'frexp')).toBeVisible();
  });

  test('waits for the end of a composition', async ({ page }) => {
    await page.goto(PATH);
    await input(page).focus();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'こゆう', selectionStart: 3, selectionEnd: 3 });
    await expect(rows(page)).toHaveCount(655);
    await session.send('Input.insertText', { text: '固有値' });
    await expect(rows(page)).toHaveCount(2);
  });

  test('goes back one spell of typing at a time', async ({ page }) => {
    await page.goto(PATH);
    await input(page).pressSequentially('pool');
    await way(page, 'fallback').check();
    await expect(rows(page)).toHaveCount(4);
    await page.goBack();
    await expect(page).toHaveURL(/\?q=pool$/);
    await expect(way(page, '')).toBeChecked();
    await page.goBack();
    await expect(page).toHaveURL(/\/mps-operators\/$/);
    await expect(input(page)).toHaveValue('');
    await expect(rows(page)).toHaveCount(655);
    await page.goForward();
    await expect(input(page)).toHaveValue('pool');
  });

  test('shows and marks the row of a link, whatever the filter says', async ({ page }) => {
    await page.goto(`${PATH}?q=pool&kernel=native#linalg_eig`);
    await expect(row(page, 'linalg_eig')).toBeInViewport();
    await expect(row(page, 'linalg_eig')).toHaveClass('linked');
    await expect(status(page)).toContainText('条件に合わなくても表示しています');
    await input(page).fill('pool3');
    await expect(row(page, 'linalg_eig')).toBeHidden();
  });

  test('marks the row of a link that is followed, and lets go of it on the way back', async ({ page }) => {
    await page.goto(PATH);
    await page.locator('.operator-list a[href="#take"]').click();
    await expect(row(page, 'take')).toBeInViewport();
    await expect(row(page, 'take')).toHaveClass('linked');
    await page.goBack();
    await expect(page.locator('.linked')).toHaveCount(0);
  });

  test('says what of a link does not exist, and shows everything', async ({ page }) => {
    await page.goto(`${PATH}?kernel=cuda`);
    await expect(page.locator('[data-filter-notice]')).toContainText('kernel=cuda');
    await expect(rows(page)).toHaveCount(655);
    await page.goto(`${PATH}?x=1#no_such_operator`);
    await expect(page.locator('[data-filter-notice]')).toContainText('no_such_operator');
    await page.goto(`${PATH}?q=%E0%A4%A&y#%E0%A4%A`);
    await expect(page.locator('[data-filter-notice]')).toBeVisible();
  });

  test('suggests what is nearest when nothing is found', async ({ page }) => {
    await page.goto(`${PATH}?q=linalg_eg`);
    await expect(status(page)).toContainText('見つかりません');
    await page.locator('[data-filter-near] a', { hasText: /^linalg_eig$/ }).click();
    await expect(row(page, 'linalg_eig')).toBeInViewport();
  });

  test('is used with the keyboard alone', async ({ page }) => {
    await page.goto(`${PATH}#table`);
    await input(page).focus();
    await page.keyboard.type('eig');
    await page.keyboard.press('Tab');
    await expect(way(page, '')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(way(page, 'none')).toBeChecked();
    await page.keyboard.press('ArrowUp');
    await expect(way(page, 'fallback')).toBeChecked();
    await expect(rows(page)).toHaveCount(2);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: '条件を消す' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(row(page, 'linalg_eig').locator('a')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/kernel=fallback#linalg_eig$/);
  });

  for (const width of [320, 390, 1280]) {
    test(`does not scroll sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const path of [PATH, `/en${PATH}`]) {
        await page.goto(path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    });
  }

  // The whole page is looked at in axe.spec.ts; here, what the filter adds to it, on a phone.
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no accessibility violation while filtered, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${PATH}?kernel=fallback#mm`);
      await page.addStyleTag({ content: '.operators tr { content-visibility: visible !important }' }).catch(() => undefined);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
    });
  }
});

test.describe('the table of operators without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('is all there, without a filter that would do nothing, and a link marks its row', async ({ page }) => {
    await page.goto(`${PATH}#linalg_eig`);
    await expect(rows(page)).toHaveCount(655);
    await expect(page.locator('.operator-filter')).toBeHidden();
    await expect(row(page, 'linalg_eig')).toBeInViewport();
    const background = (name: string) => row(page, name).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background('linalg_eig')).not.toBe(await background('take'));
  });
});
