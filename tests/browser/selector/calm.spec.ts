import { expect, type Page } from '@playwright/test';
import { HOME, open, test, verdict } from './tool.ts';

const slider = (page: Page) => page.getByRole('slider', { name: '文脈の長さを段階で選ぶ' });

interface Watched {
  readonly announced: string[];
  /** How often the verdict was written anew. */
  answers: number;
}

/** Notes what is read aloud, and how often the answer is written anew. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched: Watched = { announced: [], answers: 0 };
    (window as unknown as { watched: Watched }).watched = watched;
    const aloud = document.querySelector('.answer > [aria-live]');
    const terms = document.querySelector('#answer-verdict');
    if (!aloud || !terms) throw new Error('there is no verdict to watch');
    const options = { childList: true, characterData: true, subtree: true };
    let last = aloud.textContent;
    new MutationObserver(() => {
      // An empty text written over an empty one says nothing.
      if (aloud.textContent !== last) watched.announced.push(aloud.textContent);
      last = aloud.textContent;
    }).observe(aloud, options);
    new MutationObserver(() => watched.answers++).observe(terms, options);
  });

const watched = (page: Page): Promise<Watched> => page.evaluate(() => (window as unknown as { watched: Watched }).watched);

test('many changes are read aloud once, when they have come to rest', async ({ page }) => {
  await open(page, HOME.ja);
  await watch(page);
  await slider(page).focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'End']) await page.keyboard.press(key);
  await expect(verdict(page)).toContainText('文脈40,960トークン');
  await expect.poll(async () => (await watched(page)).announced.length).toBe(1);
  await page.waitForTimeout(1000);
  const { announced } = await watched(page);
  expect(announced).toHaveLength(1);
  expect(announced[0]).toContain((await verdict(page).locator('strong').innerText()).trim());
});

test('nothing is read aloud before the reader has changed anything', async ({ page }) => {
  await open(page, `${HOME.ja}?model=llama-3.3-70b`);
  await page.waitForTimeout(1200);
  await expect(page.locator('.answer > [aria-live]')).toBeEmpty();
});

const FRAMES = 12;

test('a slider is answered once per frame, however often it reports', async ({ page }) => {
  await open(page, HOME.ja);
  await watch(page);
  const reports = await slider(page).evaluate(async (range: HTMLInputElement, frames) => {
    const most = Number(range.max);
    let count = 0;
    for (let frame = 0; frame < frames; frame++) {
      await new Promise(requestAnimationFrame);
      for (let report = 0; report < 10; report++) {
        range.value = String(count++ % (most + 1));
        range.dispatchEvent(new Event('input', { bubbles: true }));
        await Promise.resolve();
      }
    }
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return count;
  }, FRAMES);
  const { answers } = await watched(page);
  expect(reports).toBe(10 * FRAMES);
  expect(answers).toBeGreaterThan(1);
  expect(answers).toBeLessThanOrEqual(FRAMES);
});
