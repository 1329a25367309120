import { expect } from '@playwright/test';
import { EXAMPLE_IDS } from '../../../src/islands/portability/example-ids.ts';
import { field, go, HOME, notices, open, test, verdict } from './tool.ts';
import { expectWellMade } from './wellmade.ts';

test('the form can be seen, read aloud and hit, empty and with notices', async ({ page }) => {
  test.slow();
  await open(page);
  await expectWellMade(page);
  await page.locator('.checker-private summary').click();
  await go(page).click();
  await expect(notices(page)).not.toBeEmpty();
  await expectWellMade(page);
  await page.locator('#checker-files').setInputFiles([
    { name: 'a-file-with-a-long-name-that-goes-on-and-on-and-on-and-on-requirements.txt', mimeType: 'text/plain', buffer: Buffer.from('torch\n') },
    { name: 'huge.py', mimeType: 'text/plain', buffer: Buffer.alloc(5_000_001, 'a') },
    { name: 'binary.py', mimeType: 'text/plain', buffer: Buffer.from([0, 0, 0]) },
  ]);
  await expect(verdict(page)).toBeVisible();
  await field(page).fill('numpy\n');
  await expect(page.getByText('内容が変わりました')).toBeVisible();
  await expectWellMade(page);
});

for (const id of EXAMPLE_IDS) {
  test(`the report on the example ${id} can be seen, read aloud and hit, with every fold open`, async ({ page }) => {
    test.slow();
    await open(page, `${id === 'lora' ? HOME.en : HOME.ja}?example=${id}`);
    await expect(verdict(page)).toBeVisible();
    for (const fold of await page.locator('.report summary').all()) await fold.click();
    await expect(page.locator('.report details:not([open])')).toHaveCount(0);
    await expectWellMade(page);
  });
}

test('unknown, skipped, guarded and unreadable can be seen, read aloud and hit', async ({ page }) => {
  test.slow();
  await open(page);
  await page.locator('#checker-files').setInputFiles([
    {
      name: 'requirements.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('nobody-knows-this\nnvidia-nccl-cu12; sys_platform == "linux"\n-r other.txt\n???\n'),
    },
    {
      name: 'a.py',
      mimeType: 'text/plain',
      buffer: Buffer.from(
        'import torch\nif torch.cuda.is_available():\n    x = torch.zeros(1).cuda()\nelif torch.backends.mps.is_available():\n    x = 1\nelse:\n    x = 2\n',
      ),
    },
  ]);
  await expect(verdict(page)).toContainText('判定には入っていません');
  await expect(page.locator('.report-unknown')).toContainText('nobody-knows-this');
  for (const fold of await page.locator('.report summary').all()) await fold.click();
  await expect(page.locator('.report')).toContainText('CUDAがあるときだけ通る');
  await expect(page.locator('.report')).toContainText('nvidia-nccl-cu12');
  await expectWellMade(page);
});

test('on paper stands the report, without what can only be pressed', async ({ page }) => {
  await open(page, `${HOME.ja}?example=lora`);
  await expect(verdict(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.checker-ask')).toBeHidden();
  await expect(page.locator('.report-share')).toBeHidden();
  await expect(page.locator('.checker-about').first()).toBeHidden();
  await expect(verdict(page)).toBeVisible();
  await expect(page.locator('.report-plan')).toBeVisible();
});
