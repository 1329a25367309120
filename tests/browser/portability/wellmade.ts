import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Both widths and both themes in two looks: colours do not depend on the width, nor sizes on the theme. */
const LOOKS = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const;

const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).withTags(TAGS).include('.checker').analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );

/** What is too small to be hit with a finger: less than 24 px wide or high (WCAG 2.5.8). A field drawn by its label is as large as that. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.locator('.checker').evaluate((checker) => {
    const isInSentence = (element: Element): boolean =>
      element.localName === 'a' &&
      [...(element.parentElement?.childNodes ?? [])].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '');
    const drawn = (element: Element): Element => (element instanceof HTMLInputElement && element.type === 'file' ? (element.labels?.[0] ?? element) : element);
    return [...checker.querySelectorAll('a[href], button, input, textarea, summary, [tabindex="0"]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isInSentence(element))
      .map((element) => ({ element, box: drawn(element).getBoundingClientRect() }))
      .filter(({ box }) => Math.min(box.width, box.height) < 24)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)}: ${box.width} × ${box.height}`);
  });

/** Looks at the checker as it stands, wide and narrow, light and dark: axe, sizes of what can be pressed, nothing beyond the edge. */
export const expectWellMade = async (page: Page): Promise<void> => {
  const before = page.viewportSize();
  for (const { width, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = {
      violations: await violations(page),
      smallTargets: await smallTargets(page),
      pageWidth: await page.evaluate(() => document.documentElement.scrollWidth),
    };
    expect(found, `${width} px, ${colorScheme}`).toEqual({ violations: [], smallTargets: [], pageWidth: width });
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (before) await page.setViewportSize(before);
};
