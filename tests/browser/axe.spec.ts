import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { distinctPages } from './pages.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on the colours: all that a second look in the other theme can find. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

const violations = async (page: Page, axe = new AxeBuilder({ page }).withTags(TAGS)): Promise<string[]> =>
  (await axe.analyze()).violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));

/** Lays out what a browser skips while it is off screen: until then it lies over what follows, and axe would see targets that no reader sees. */
const layOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
    }
  });

for (const path of distinctPages()) {
  test(`${path} has no accessibility violation in the light and the dark theme`, async ({ page }) => {
    // Tables of hundreds of rows take a while.
    test.slow();
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    await layOut(page);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violations(page, new AxeBuilder({ page }).withRules(COLOURS))).toEqual([]);
  });
}

test('axe would notice an image without a text and grey text on grey', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const canary = document.createElement('p');
    canary.append(new Image(), 'faint');
    canary.style.color = '#999';
    canary.style.background = '#aaa';
    document.querySelector('main')?.append(canary);
  });
  const found = (await violations(page)).map((violation) => violation.split(':')[0]);
  expect(found).toContain('image-alt');
  expect(found).toContain('color-contrast');
});
