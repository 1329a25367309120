import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { KINDS } from './pages.ts';

const term = (page: Page) => page.locator('article.prose button.term').first();
const definition = (page: Page) => page.locator('[popover]:popover-open');

/** How far a box stands out of the window, in pixels; 0 for one inside. */
const outside = async (page: Page): Promise<number> =>
  definition(page).evaluate((box) => {
    const { left, top, right, bottom } = box.getBoundingClientRect();
    return Math.max(0, -left, -top, right - innerWidth, bottom - innerHeight);
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('Enter opens a definition, Tab leads to its link, Escape closes it and goes back to the word', async ({ page }) => {
    await page.goto(KINDS.article);
    await expect(definition(page)).toHaveCount(0);
    await term(page).focus();
    await page.keyboard.press('Enter');
    await expect(definition(page)).toHaveCount(1);
    await expect(definition(page)).toContainText((await term(page).textContent()) ?? '');
    await page.keyboard.press('Tab');
    await expect(definition(page).getByRole('link')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(definition(page)).toHaveCount(0);
    await expect(term(page)).toBeFocused();
  });

  test('a click opens a definition, one elsewhere closes it, and its link leads to the entry', async ({ page }) => {
    await page.goto(KINDS.article);
    await term(page).click();
    await expect(definition(page)).toHaveCount(1);
    await page.locator('h1').click();
    await expect(definition(page)).toHaveCount(0);
    await term(page).click();
    const id = (await term(page).getAttribute('popovertarget'))?.replace('term_', '');
    await definition(page).getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/glossary/#${id}$`));
    await expect(page.locator(`h3[id="${id}"]`)).toBeInViewport();
  });
});

for (const width of [320, 390, 1280]) {
  test(`every definition opens inside a window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const path of [KINDS.article, KINDS.english, '/faq/']) {
      await page.goto(path);
      for (const button of await page.locator('button.term').all()) {
        await button.click();
        await expect(definition(page)).toHaveCount(1);
        expect(await outside(page), `${path}: ${await button.textContent()}`).toBe(0);
        await page.keyboard.press('Escape');
      }
    }
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`an open definition has no accessibility violation in the ${scheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(KINDS.article);
    await term(page).click();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
  });
}

test('the word names the button, and the button says that it explains', async ({ page }) => {
  await page.goto(KINDS.article);
  const words = (await term(page).textContent()) ?? '';
  await expect(term(page)).toHaveAccessibleName(words);
  await expect(term(page)).toHaveAccessibleDescription('用語の説明');
});

test('a paragraph is copied as it reads', async ({ page }) => {
  await page.goto(KINDS.article);
  const [copied, text] = await term(page).evaluate((button) => {
    const paragraph = button.closest('p, li') as HTMLElement;
    getSelection()?.selectAllChildren(paragraph);
    return [getSelection()?.toString(), paragraph.textContent];
  });
  expect(copied?.trim()).toBe(text?.trim());
});
