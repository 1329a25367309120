import { expect, test, type Page } from '@playwright/test';
import { KINDS } from './pages.ts';

const input = (page: Page) => page.locator('dialog [type=search]');
const results = (page: Page) => page.locator('dialog [data-search-result]');

test('opens with the button, with / and with Ctrl+K, and gives the focus back', async ({ page }) => {
  await page.goto(KINDS.article);
  const opener = page.locator('header [data-search-open]');
  for (const open of [() => opener.click(), () => page.keyboard.press('/'), () => page.keyboard.press('Control+k')]) {
    await opener.focus();
    await open();
    await expect(input(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});

test('is used with the keyboard alone: type, arrows, Enter', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await input(page).pressSequentially('CUDA');
  await results(page).first().waitFor();
  await page.keyboard.press('ArrowDown');
  const active = await input(page).getAttribute('aria-activedescendant');
  expect(active).toBeTruthy();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cuda\//);
});

test('Enter that ends a composition chooses nothing', async ({ page }) => {
  await page.goto('/');
  const session = await page.context().newCDPSession(page);
  await page.keyboard.press('/');
  await expect(input(page)).toBeFocused();
  await session.send('Input.imeSetComposition', { text: 'めもり', selectionStart: 3, selectionEnd: 3 });
  // What an input method sends with the Enter that commits: a key event of code 229 while composing.
  await input(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
  await expect(page).toHaveURL(/localhost:\d+\/$/);
  await session.send('Input.insertText', { text: 'メモリ' });
  await results(page).first().waitFor();
  await expect(page).toHaveURL(/localhost:\d+\/$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/localhost:\d+\/$/);
});

test('says how many results there are, and what to do when there is none', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await input(page).fill('MPS');
  await results(page).first().waitFor();
  await expect(page.locator('dialog [role=status]')).toContainText(/\d+/);
  await input(page).fill('ぬるぽがっぬるぽがっxyzzy');
  await expect(results(page)).toHaveCount(0);
  await expect(page.locator('dialog')).toContainText(/見つかりません/);
});

test('filters by section', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await input(page).fill('メモリ');
  await results(page).first().waitFor();
  await page.locator('dialog').getByRole('radio', { name: 'Macの限界' }).check({ force: true });
  await expect(results(page).first()).toBeVisible();
  const links = await results(page).evaluateAll((rows) => rows.map((row) => (row.closest('a') ?? row.querySelector('a'))?.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toMatch(/\/(cuda|cuda-research|memory-limits|llm-training|image-model-training)\//);
});

test('a hostile query is text, not markup', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  for (const query of ['<img src=x onerror=alert(1)>', '"', '\\', '%', 'a'.repeat(5000), '\ud800', '🍎'.repeat(200)]) {
    await input(page).fill(query);
    await page.waitForTimeout(150);
    await expect(page.locator('dialog img')).toHaveCount(0);
  }
  await input(page).fill('メモリ');
  await expect(results(page).first()).toBeVisible();
});

test('each language searches its own pages', async ({ page }) => {
  await page.goto('/en/verdict/');
  await page.keyboard.press('/');
  await input(page).fill('training large models');
  await results(page).first().waitFor();
  const links = await results(page).evaluateAll((rows) => rows.map((row) => (row.closest('a') ?? row.querySelector('a'))?.getAttribute('href') ?? ''));
  expect(links[0]).toContain('/en/verdict/');
  for (const link of links) expect(link).toContain('/en/');
});

test('costs nothing before it is opened', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(KINDS.article, { waitUntil: 'networkidle' });
  expect(requests.filter((url) => /pagefind|\/search\/|dialog/.test(url))).toEqual([]);
});
