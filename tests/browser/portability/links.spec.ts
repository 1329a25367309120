import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { EXAMPLES } from '../../../src/islands/portability/examples.ts';
import { check, field, HOME, notices, open, test, verdict } from './tool.ts';

const button = (page: Page, name: string) => page.locator('.report-share').getByRole('button', { name });
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('every example opens from a link, filled in and checked', async ({ page }) => {
  test.slow();
  for (const [id, files] of Object.entries(EXAMPLES)) {
    await open(page, `${HOME.ja}?example=${id}`);
    await expect(verdict(page), id).toBeVisible();
    const [only] = files;
    if (files.length === 1) await expect(field(page)).toHaveValue(only?.text ?? '');
    else await expect(page.locator('.checker-inputs li')).toHaveCount(files.length);
  }
});

test('an example nobody has is named, and nothing is lost', async ({ page }) => {
  await open(page, `${HOME.en}?example=${encodeURIComponent('<b>no')}`);
  await expect(notices(page)).toContainText('There is no example called “<b>no”');
  await expect(verdict(page)).toHaveCount(0);
});

test('a shared link brings back the input and its result, to somebody else', async ({ page, context }) => {
  await open(page);
  await check(page, 'torch==2.4.1+cu121\n# 日本語 \u{1f600}\ngsplat\n');
  await button(page, 'リンクをコピー').click();
  await expect(page.locator('.report-share [role=status]')).toContainText('サーバーには送られません');
  const link = await copied(page);
  expect(link).toMatch(/^http:\/\/localhost:\d+\/portability\/#in=[\w-]+$/);
  const other = await context.newPage();
  await open(other, link);
  await expect(verdict(other)).toContainText('NVIDIAが必要');
  await expect(field(other)).toHaveValue('torch==2.4.1+cu121\n# 日本語 \u{1f600}\ngsplat\n');
  await expect(notices(other)).toContainText('リンクに入っていた1個のファイル');
  // Once the input is another, the address no longer says what it was.
  await field(other).fill('torch\n');
  await expect(other).toHaveURL(/\/portability\/$/);
});

test('a link of several files brings back all of them', async ({ page, context }) => {
  await open(page, `${HOME.ja}?example=lora`);
  await button(page, 'リンクをコピー').click();
  await expect(page.locator('.report-share [role=status]')).not.toBeEmpty();
  const other = await context.newPage();
  await open(other, await copied(page));
  await expect(other.locator('.checker-inputs li')).toHaveCount(2);
  await expect(verdict(other)).toBeVisible();
});

test('a broken link says so and loses nothing', async ({ page }) => {
  await open(page);
  await field(page).fill('torch\n');
  await page.evaluate(() => (location.hash = '#in=broken'));
  await expect(notices(page)).toContainText('読み取れませんでした');
  await expect(field(page)).toHaveValue('torch\n');
});

test('what an example replaces can be brought back', async ({ page }) => {
  await open(page);
  await field(page).fill('my-own-package\n');
  await page.getByRole('link', { name: '学習のコード' }).click();
  await expect(verdict(page)).toBeVisible();
  await notices(page).getByRole('button', { name: '元に戻す' }).click();
  await expect(field(page)).toHaveValue('my-own-package\n');
  await page.getByRole('link', { name: 'Dockerfile' }).click();
  await page.getByRole('link', { name: '学習のコード' }).click();
  // From one example to the next nothing is lost.
  await expect(notices(page)).toBeEmpty();
});

test('the name of an example does not stay with a text of another kind', async ({ page }) => {
  await open(page, `${HOME.ja}?example=requirements`);
  await expect(verdict(page)).toBeVisible();
  const name = page.getByRole('textbox', { name: 'ファイル名' });
  await expect(name).toHaveValue('requirements.txt');
  await field(page).fill('torch\nnumpy\n');
  await expect(name).toHaveValue('requirements.txt');
  await check(page, 'import torch\nx = torch.zeros(1).cuda()\n');
  await expect(name).toHaveValue('');
  await expect(verdict(page)).toContainText('書き換えれば動く');
});

test('too much for a link is said to be too much', async ({ page }) => {
  await open(page);
  const noise = Array.from({ length: 9000 }, (_, place) => `package-${(place * 7919) % 104_729}==${place % 97}.${place % 89}`).join('\n');
  await page.locator('#checker-files').setInputFiles([{ name: 'requirements.txt', mimeType: 'text/plain', buffer: Buffer.from(noise) }]);
  await expect(verdict(page)).toBeVisible();
  await button(page, 'リンクをコピー').click();
  await expect(page.locator('.report-share [role=status]')).toContainText('リンクに入りません');
});

test('the report can be copied and saved as Markdown', async ({ page }) => {
  await open(page, `${HOME.en}?example=requirements`);
  await button(page, 'Copy as Markdown').click();
  await expect(page.locator('.report-share [role=status]')).toHaveText('Copied');
  const text = await copied(page);
  expect(text).toMatch(/^# CUDA to Mac check: Runs with changes/);
  expect(text).toContain('- flash-attn==2.6.3');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save .md').click()]);
  expect(download.suggestedFilename()).toBe('mac-portability.md');
  expect(readFileSync(await download.path(), 'utf8').replace(/\r\n/g, '\n')).toBe(text.replace(/\r\n/g, '\n'));
});
