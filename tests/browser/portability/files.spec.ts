import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { check, go, notices, open, test, verdict } from './tool.ts';

const PROJECT: Readonly<Record<string, string>> = {
  'requirements.txt': 'torch\nflash-attn\n',
  'src/train.py': 'import torch\nx = torch.zeros(2).cuda()\n',
  'README.md': 'hello',
  'logo.svg': '<svg/>',
  '.git/config': '[core]',
  'node_modules/left/setup.py': 'import gsplat',
  'venv/lib/tool.py': 'import gsplat',
};

/** Writes files into a folder of the test. */
const folderWith = (info: TestInfo, files: Readonly<Record<string, string>>): string => {
  const root = info.outputPath('project');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};

const expectProject = async (page: Page): Promise<void> => {
  await expect(verdict(page)).toContainText('書き換えれば動く');
  await expect(page.locator('.checker-inputs li')).toHaveText([/^requirements\.txt/, /^src\/train\.py/]);
  await expect(notices(page)).toContainText('2個のファイルを加えました');
  await expect(notices(page)).toContainText('名前のファイル2個は飛ばしました');
};

test('a folder that is chosen is read, without what was installed or built', async ({ page }, info) => {
  await open(page);
  await page.locator('#checker-folder').setInputFiles(folderWith(info, PROJECT));
  await expectProject(page);
  await expect(notices(page)).toContainText('.git node_modules venv');
});

test('a folder that is dropped anywhere on the page is read', async ({ page }, info) => {
  await open(page);
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [folderWith(info, PROJECT)], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const) await client.send('Input.dispatchDragEvent', { type, x: 600, y: 700, data });
  await expect(page.locator('.checker-over')).toBeVisible();
  await client.send('Input.dispatchDragEvent', { type: 'drop', x: 600, y: 700, data });
  await expectProject(page);
  await expect(page.locator('.checker-over')).toHaveCount(0);
  await expect(notices(page)).toContainText('.git node_modules venv');
});

test('files are read whatever their names, and what came of each is said', async ({ page }) => {
  await open(page);
  await page.locator('#checker-files').setInputFiles([
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('torch==2.4.1+cu121\nnumpy\n') },
    { name: 'photo.py', mimeType: 'text/plain', buffer: Buffer.from([0, 1, 2, 0, 255, 254]) },
    { name: 'huge.py', mimeType: 'text/plain', buffer: Buffer.alloc(5_000_001, 'a') },
  ]);
  await expect(verdict(page)).toContainText('書き換えれば動く');
  await expect(notices(page)).toContainText('huge.py');
  await expect(notices(page)).toContainText('5MBまで');
  await expect(page.locator('.report')).toContainText('photo.py:1');
  await expect(page.locator('.report')).toContainText('文章ではないファイル');
});

test('a file that is pasted is read', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['gsplat\n'], 'requirements.txt'));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(verdict(page)).toContainText('NVIDIAが必要');
});

test('the same file again takes the place of the former', async ({ page }) => {
  await open(page);
  const choose = (text: string) =>
    page.locator('#checker-files').setInputFiles([{ name: 'requirements.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }]);
  await choose('gsplat\n');
  await expect(verdict(page)).toContainText('NVIDIAが必要');
  await choose('torch\n');
  await expect(verdict(page)).toContainText('そのまま動く');
  await expect(page.locator('.checker-inputs li')).toHaveCount(1);
});

test('what was typed is checked together with files, and stays', async ({ page }) => {
  await open(page);
  await check(page, 'torch\n');
  await page.locator('#checker-files').setInputFiles([{ name: 'more.txt', mimeType: 'text/plain', buffer: Buffer.from('gsplat\n') }]);
  await expect(verdict(page)).toContainText('NVIDIAが必要');
  await expect(page.locator('#checker-text')).toHaveValue('torch\n');
  await expect(go(page)).not.toBeFocused();
});
