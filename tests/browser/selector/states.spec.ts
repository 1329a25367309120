import { expect, type Page } from '@playwright/test';
import { HOME, open, test, verdict } from './tool.ts';
import { expectWellMade } from './wellmade.ts';

interface State {
  readonly name: string;
  readonly query: string;
  readonly arrive?: (page: Page) => Promise<void>;
}

const combobox = (page: Page) => page.getByRole('combobox', { name: 'モデル', exact: true });

const openList = async (page: Page): Promise<void> => {
  await combobox(page).press('ArrowDown');
  await expect(page.locator('[role=option][data-active]')).toBeInViewport();
};

const VS = 'vs=mac-mini-2026/m6-12/16,mac-mini-2026/m6-12/24,mac-mini-2026/m6-12/32';

/** States of the tool that the tasks do not pass through. */
const STATES: readonly State[] = [
  { name: 'a coding agent', query: 'task=agent' },
  { name: 'speech', query: 'task=speech' },
  { name: 'embeddings', query: 'task=embedding' },
  { name: 'development of applications, without a sound answer', query: 'task=apps&chip=a18-pro-5&mem=8' },
  { name: 'a model of one’s own', query: 'model=own&params=300&active=12' },
  { name: 'an estimate that is unknown', query: 'task=image&model=qwen-image' },
  { name: 'the list of models', query: '', arrive: openList },
  {
    name: 'a search that finds nothing',
    query: '',
    arrive: async (page) => {
      await combobox(page).click();
      await page.keyboard.type('xyzzy');
      await expect(page.locator('.ask-options')).toContainText('この名前のモデルは見つかりません');
    },
  },
  {
    name: 'every fold open',
    query: 'chip=m4-10&mem=32&macos=15&wired=24576&apps=4&disk=200',
    arrive: async (page) => {
      for (const fold of await page.locator('.tool summary:visible').all()) await fold.click();
      await expect(page.locator('.tool details:not([open])')).toHaveCount(0);
    },
  },
  { name: 'the grid of models', query: 'view=grid', arrive: (page) => expect(page.locator('.answer-grid tbody')).toContainText('Qwen3 8B') },
  {
    name: 'the grid of quantizations',
    query: 'view=grid',
    arrive: async (page) => {
      await page.locator('.answer-grid').getByRole('radio', { name: '量子化' }).check();
      await expect(page.locator('.answer-grid tbody')).toContainText('Q8_0');
    },
  },
  {
    name: 'three Macs side by side',
    query: VS,
    arrive: (page) => expect(page.locator('.answer-compare').getByRole('columnheader')).toHaveCount(3),
  },
  {
    name: 'values of the address that were not used',
    query: `model=gpt-9&ctx=-5&chip=m9&vs=${'x'.repeat(200)}`,
    arrive: (page) => expect(page.locator('.ask-notices li')).toHaveCount(4),
  },
  {
    name: 'settings a model does not take, and a number that is none',
    query: 'model=qwen3.5-9b&ctx=262144',
    arrive: async (page) => {
      await combobox(page).click();
      await page.keyboard.type('qwen3 8b');
      await page.keyboard.press('Enter');
      await expect(page.locator('.ask-notices')).toContainText('短くしました');
      await page.getByRole('textbox', { name: '予算の上限' }).fill('たくさん');
      await expect(page.getByText('数として読めません')).toBeVisible();
    },
  },
];

// In two tests of several states each: opening a page is quick, starting a browser is not.
for (const half of [0, 1]) {
  test(`every state can be seen, read aloud and hit (${half + 1} of 2)`, async ({ page }) => {
    test.slow();
    for (const { name, query, arrive } of STATES.filter((_, place) => place % 2 === half)) {
      await test.step(name, async () => {
        await open(page, `${HOME.ja}?${query}`);
        await arrive?.(page);
        await expect(verdict(page).locator('strong')).not.toBeEmpty();
        await expectWellMade(page);
      });
    }
  });
}

test('what measures sizes notices a button that is too small', async ({ page }) => {
  await open(page, HOME.ja);
  await page.locator('.answer').evaluate((answer) => {
    const canary = document.createElement('button');
    canary.textContent = '×';
    canary.style.cssText = 'all: revert; width: 12px; height: 12px; padding: 0';
    answer.append(canary);
  });
  await expect(expectWellMade(page)).rejects.toThrow(/smallTargets/);
});
