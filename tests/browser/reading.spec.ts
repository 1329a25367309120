import { expect, test } from '@playwright/test';
import { KINDS } from './pages.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an article reads whole: summary, figures as text and table, contents, sources, share links', async ({ page }) => {
    await page.goto(KINDS.article);
    await expect(page.locator('.summary li')).toHaveCount(3);
    await expect(page.locator('article figure svg[role=img]').first()).toBeVisible();
    await expect(page.locator('article figure details').first()).toBeAttached();
    await expect(page.locator('.sources li').first()).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.locator('.toc a').first()).toBeVisible();
    await expect(page.locator('.share').getByText('リンクをコピー')).toBeHidden();
    await expect(page.locator('.share a').first()).toBeVisible();
    await expect(page.locator('.theme')).toBeHidden();
  });

  test('the search button leads to a list of every page', async ({ page }) => {
    await page.goto(KINDS.article);
    await page.locator('header [data-search-open]').click();
    await expect(page).toHaveURL(/\/search\/$/);
    for (const path of ['/verdict/', '/cuda/', '/memory-limits/', '/pytorch-mps/', '/recommended-specs/', '/spec-selector/', '/facts/chips/']) {
      await expect(page.locator(`main a[href="${path}"]`)).toHaveCount(1);
    }
  });

  test('the selector shows an answer, and its presets are pages of their own', async ({ page }) => {
    await page.goto(KINDS.selector);
    await expect(page.locator('main')).toContainText('GB');
    await page.locator('main a[href="/spec-selector/qwen3-8b/"]').first().click();
    await expect(page).toHaveURL(/\/spec-selector\/qwen3-8b\//);
    await expect(page.locator('h1')).toContainText('動かせるMac');
  });
});

test('the table of contents follows the reader, on a phone too', async ({ page }) => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await page.goto(KINDS.article);
    const third = page.locator('article.prose h2').nth(2);
    await third.evaluate((heading) => scrollTo({ top: heading.getBoundingClientRect().top + scrollY - 60, behavior: 'instant' }));
    const id = await third.getAttribute('id');
    await expect(page.locator('.toc a[aria-current]')).toHaveAttribute('href', `#${id}`);
    await expect(page.locator('.toc')).toBeInViewport();
    if (viewport.width < 1024) await expect(page.locator('[data-toc-current]')).not.toBeEmpty();
  }
});

test('heading, code and page links are copied, and it is said aloud', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto('/pytorch-mps/');
  const heading = page.locator('article h2').first();
  await heading.hover();
  await heading.locator('.anchor').click();
  const id = await heading.getAttribute('id');
  expect(await clipboard()).toMatch(new RegExp(`/pytorch-mps/#${id}$`));
  await expect(page.locator('[role=status]').first()).toHaveText('コピーしました');
  await page.locator('.copy-code').first().click();
  expect(await clipboard()).toBe((await page.locator('article pre').first().innerText()).trim());
  await page.locator('[data-copy]').click();
  expect(await clipboard()).toMatch(/^https:\/\/[^/]+\/pytorch-mps\/$/);
});

test('the theme stays chosen from page to page and does not flash', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.locator('[data-theme-select]').selectOption('dark');
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(dark).not.toBe(light);
  // The first style the next page computes, before its body is parsed, is already the chosen one.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      (window as unknown as { first: string }).first = document.documentElement.dataset['theme'] ?? '';
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(KINDS.article);
  expect(await page.evaluate(() => (window as unknown as { first: string }).first)).toBe('dark');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(dark);
  await expect(page.locator('[data-theme-select]')).toHaveValue('dark');
});

test('a page without a translation says so and names its source as canonical', async ({ page }) => {
  await page.goto(KINDS.untranslated);
  await expect(page.locator('main > .notice')).toContainText('no English edition');
  await expect(page.locator('main > .notice a')).toHaveAttribute('href', '/cuda/');
  await expect(page.locator('article')).toHaveAttribute('lang', 'ja');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /example\/cuda\/$/);
});

test('the language link leads to the same page', async ({ page }) => {
  await page.goto('/verdict/');
  await page.locator('header .language').click();
  await expect(page).toHaveURL(/\/en\/verdict\/$/);
  await page.locator('header .language').click();
  await expect(page).toHaveURL(/localhost:\d+\/verdict\/$/);
});

test('a link to an unknown address shows the page for it, with a way to search', async ({ page }) => {
  const response = await page.goto('/no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('ページが見つかりません');
  await page.locator('main [data-search-open]').click();
  await expect(page.locator('dialog [type=search]')).toBeFocused();
});

test('no page scrolls sideways at 390 px or 320 px', async ({ page }) => {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of Object.values(KINDS)) {
      await page.goto(path);
      expect({ path, width: await page.evaluate(() => document.documentElement.scrollWidth) }).toEqual({ path, width });
    }
  }
});

test('the first stop of the Tab key leads past the header', async ({ page }) => {
  await page.goto(KINDS.article);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});
