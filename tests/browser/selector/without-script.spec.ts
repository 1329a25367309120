import { expect, test } from '@playwright/test';
import { HOME, open, verdict } from './tool.ts';

test.use({ javaScriptEnabled: false });

test('the question can be read and set, and the address keeps it', async ({ page }) => {
  await page.goto(HOME.ja);
  const form = page.locator('form.ask');
  await expect(verdict(page).locator('strong')).toContainText('Qwen3 8B');
  for (const task of ['画像生成', '文字起こし', 'フル学習']) await expect(form.getByText(task, { exact: true })).toBeVisible();
  await form.getByRole('textbox', { name: '文脈の長さ' }).fill('16384');
  await form.getByRole('textbox', { name: '予算の上限' }).fill('300000');
  await form.locator('summary', { hasText: 'そのほかの条件' }).click();
  await form.getByRole('combobox', { name: '形' }).selectOption('desk');
  await form.getByRole('button', { name: 'この条件のアドレスを開く' }).click();
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toMatchObject({ task: 'chat', model: 'qwen3-8b', ctx: '16384', budget: '300000', form: 'desk' });
});

test('another task can be chosen, and the next page has nothing to complain of', async ({ page, browser }) => {
  await page.goto(HOME.ja);
  await page.locator('form.ask').getByRole('radio', { name: '画像生成' }).check();
  await page.getByRole('textbox', { name: '予算の上限' }).fill('300000');
  await page.getByRole('button', { name: 'この条件のアドレスを開く' }).click();
  const awake = await browser.newPage({ javaScriptEnabled: true });
  await open(awake, page.url());
  await expect(awake.getByRole('radio', { name: '画像生成' })).toBeChecked();
  await expect(verdict(awake).locator('strong')).toContainText('FLUX.2 klein 4B');
  await expect(awake.getByRole('textbox', { name: '予算の上限' })).toHaveValue('300000');
  await expect(awake.locator('.ask-notice')).toHaveCount(0);
  await awake.close();
});

test('buttons that would do nothing are not shown', async ({ page }) => {
  await page.goto(HOME.ja);
  await expect(page.locator('.needs-js:visible')).toHaveCount(0);
});

test('answers by use are pages of their own, and a table says what fits', async ({ page }) => {
  await page.goto(HOME.ja);
  const table = page.getByRole('table').filter({ hasText: 'Qwen3 8B' });
  await expect(table.getByRole('columnheader', { name: '16GB' })).toBeVisible();
  const presets = page.locator('main a[href^="/spec-selector/"]');
  expect(await presets.count()).toBeGreaterThan(10);
  await page.locator('main a[href="/spec-selector/train-from-scratch/"]').first().click();
  await expect(page.locator('h1')).not.toHaveText('スペック診断');
  await expect(verdict(page).locator('strong')).not.toBeEmpty();
});

test('the form of the home page leads to its question', async ({ page }) => {
  await page.goto('/');
  const form = page.locator('form[action="/spec-selector/"]');
  await form.locator('select[name=model]').selectOption('llama-3.3-70b');
  await form.locator('select[name=form]').selectOption('desk');
  await form.getByRole('button').click();
  const address = new URL(page.url());
  expect(address.pathname).toBe('/spec-selector/');
  expect(address.searchParams.get('model')).toBe('llama-3.3-70b');
  expect(address.searchParams.get('form')).toBe('desk');
});
