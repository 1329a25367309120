import { expect, type Page } from '@playwright/test';
import { Hands } from '../selector/hands.ts';
import { check, field, go, HOME, notices, open, test, verdict } from './tool.ts';

const CODE = 'import torch\nmodel = torch.nn.Linear(2, 2).cuda()\n';

test('somebody with a keyboard only types, checks, and lands at the result', async ({ page }) => {
  await open(page);
  const hands = new Hands(page);
  await hands.reach(field(page));
  await page.keyboard.insertText(CODE);
  await expect(page.locator('#checker-guess')).toContainText('Python');
  await hands.use(go(page), 'Enter');
  await expect(verdict(page)).toContainText('書き換えれば動く');
  await expect(page.locator('#report')).toBeFocused();
  // What was found is reached from there: source that scrolls, folds, links.
  await hands.use(page.locator('.report-share button').first());
  await expect(page.locator('.report-share [role=status]')).not.toBeEmpty();
  await hands.use(page.locator('.report-sources summary').first(), 'Enter');
  await expect(page.locator('.report-sources a').first()).toBeVisible();
});

test('Ctrl and Enter in the field check what it holds; an Enter alone is a new line', async ({ page }) => {
  await open(page);
  await field(page).focus();
  await page.keyboard.insertText('torch');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('flash-attn');
  await expect(field(page)).toHaveValue('torch\nflash-attn');
  await page.keyboard.press('Control+Enter');
  await expect(verdict(page)).toContainText('flash-attn');
});

test('nothing to check is said, at the field', async ({ page }) => {
  await open(page);
  await go(page).click();
  await expect(notices(page)).toContainText('調べるものがありません');
  await expect(field(page)).toBeFocused();
  await page.keyboard.insertText('torch');
  await expect(notices(page)).toBeEmpty();
});

test('the result is announced once, with its sentence', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const heard: string[] = [];
    (window as unknown as { heard: string[] }).heard = heard;
    for (const region of document.querySelectorAll('.checker > [role=status]')) {
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  await check(page, 'torch==2.4.1+cu121\n');
  const heard = (): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toEqual([expect.stringMatching(/^結果：書き換えれば動く。/)]);
});

test('a change after the check is said to be one, until it is checked again', async ({ page }) => {
  await open(page);
  await check(page, 'torch\n');
  await expect(page.getByText('内容が変わりました')).toHaveCount(0);
  await field(page).fill('torch\ngsplat\n');
  await expect(page.getByText('内容が変わりました')).toBeVisible();
  await go(page).click();
  await expect(verdict(page)).toContainText('NVIDIAが必要');
  await expect(page.getByText('内容が変わりました')).toHaveCount(0);
});

test('several texts are checked together, and can be taken away again', async ({ page }) => {
  await open(page);
  await field(page).fill('torch\ngsplat\n');
  await page.getByRole('textbox', { name: 'ファイル名' }).fill('requirements.txt');
  await page.getByRole('button', { name: '一覧に加えて次を貼る' }).click();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await check(page, CODE);
  await expect(verdict(page)).toContainText('NVIDIAが必要');
  await page.getByRole('button', { name: 'requirements.txtを外す' }).click();
  await go(page).click();
  await expect(verdict(page)).toContainText('書き換えれば動く');
});

/** Puts a text on the clipboard and pastes it, as a reader does. */
const paste = async (page: Page, text: string): Promise<void> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
};

test('what is pasted into the field stands in it; a long text becomes a file', async ({ page }) => {
  await open(page);
  await field(page).focus();
  await paste(page, CODE);
  await expect(field(page)).toHaveValue(CODE);
  await paste(page, `# ${'x'.repeat(250_000)}\nimport gsplat\n`);
  await expect(notices(page)).toContainText('一覧に加えました');
  await expect(field(page)).toHaveValue(CODE);
  await expect(page.locator('.checker-inputs li')).toHaveCount(1);
});

for (const [locale, word] of [
  ['ja', 'そのまま動く'],
  ['en', 'Runs as it is'],
] as const) {
  test(`a project for MLX runs, in ${locale}`, async ({ page }) => {
    await open(page, HOME[locale]);
    await page.getByRole('link', { name: /^MLX/ }).click();
    await expect(verdict(page)).toContainText(word);
    await expect(page).toHaveURL(/\?example=mlx$/);
  });
}

test('source that looks like markup stays source', async ({ page }) => {
  await open(page);
  await check(page, 'import torch\nx = torch.tensor(1).cuda()  # <img src=x onerror=alert(1)>\n');
  await expect(page.locator('.report img')).toHaveCount(0);
  await expect(page.locator('.report')).toContainText('<img src=x onerror=alert(1)>');
});
