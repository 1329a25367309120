import { expect, type Page } from '@playwright/test';
import fc from 'fast-check';
import { formatSelection, parseSelection, QUERY_KEYS } from '../../../src/selector/query.ts';
import { anySelection } from '../../unit/selector/any-selection.ts';
import { catalog, start } from '../../unit/selector/catalog.ts';
import { HOME, open, test, verdict } from './tool.ts';

const SEED = 20_261_121;
const GROUPS = 4;
const PER_GROUP = 32;

/** Values somebody types, damages or attacks with. None is sound everywhere; some are in some key. */
const HOSTILE = [
  ...['0', '-0', '-1', '1.5', '1e309', 'NaN', 'Infinity', '0x10', '９９', '９万', '9'.repeat(13), '99999999999'],
  ...['null', 'undefined', 'none', 'own', 'true', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "';--", '../../etc/passwd', 'javascript:alert(1)', '{subject}', '$&', '%s'],
  ...['クウェン', '🦙'.repeat(60), 'x'.repeat(3000), 'a b', '\u0000', '\u202Eabc', ',,,', 'a,b,c,d,e,f,g,h,i,j,k,l', 'mac-mini-2026/m6-12/9999'],
  ...['qwen3-8b', 'sdxl-1.0', 'whisper-large-v3', 'q4_k_m', 'mlx-4bit', 'm4-10', 'm9', '16', '17', '4096'],
];

const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) });
const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...QUERY_KEYS) }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) });
const pairs = fc
  .array(fc.tuple(key, value), { minLength: 1, maxLength: 8 })
  .map((list) => list.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`).join('&'));

const sound = anySelection.map((selection) => formatSelection(selection, catalog, start));

/** A sound link of which a part was lost, repeated or changed on the way. */
const damaged = fc.tuple(sound, fc.nat(), pairs).map(([query, place, added]) => `${query.slice(0, place % query.length)}&${added}`);

/** Not even percent signs go in pairs. */
const noise = fc.string({ maxLength: 200 }).map((text) => `model=%ED%A0%80&%&&==${text.replaceAll('#', '')}`);

const queries = fc.sample(
  fc.oneof({ weight: 3, arbitrary: sound }, { weight: 3, arbitrary: pairs }, { weight: 2, arbitrary: damaged }, { weight: 1, arbitrary: noise }),
  { seed: SEED, numRuns: GROUPS * PER_GROUP },
);

/** A figure that was not computed, or a text with a gap. */
const BROKEN = /undefined|NaN|Infinity|\[object|\{\w+\}|null/;

/** What the page makes of its address. */
const shownAt = (page: Page) =>
  page.evaluate(() => ({
    search: location.search,
    notices: [...document.querySelectorAll('.ask-notices code')].map(({ textContent }) => textContent),
    verdict: document.querySelector('#answer-verdict strong')?.textContent ?? '',
    answer: document.querySelector<HTMLElement>('.answer')?.innerText ?? '',
    width: document.documentElement.scrollWidth,
  }));

for (let group = 0; group < GROUPS; group++) {
  test(`any address gets an answer, and every value that is not used is named (${group + 1} of ${GROUPS})`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const query of queries.slice(group * PER_GROUP, (group + 1) * PER_GROUP)) {
      await open(page, `${HOME.ja}?${query}`);
      const shown = await shownAt(page);
      const { ignored } = parseSelection(shown.search, catalog, start);
      expect.soft(shown.notices, query).toEqual(ignored.map((one) => `${one.key}=${one.value}`));
      expect.soft(shown.verdict, query).toMatch(/。$/);
      expect.soft(shown.answer, query).not.toMatch(BROKEN);
      expect.soft(shown.width, query).toBe(390);
    }
  });
}

test('values it does not know are named one by one, and the answer stands', async ({ page }) => {
  await open(page, `${HOME.ja}?model=gpt-9&ctx=-5&macos=9&quant=q4_k_m`);
  const notice = page.locator('.ask-notices');
  for (const named of ['model=gpt-9', 'ctx=-5', 'macos=9']) await expect(notice).toContainText(named);
  await expect(notice).not.toContainText('quant=');
  await expect(verdict(page)).toContainText('Qwen3 8B（4bit Q4_K_M）');
});

/** Links that are out there. The first two are from before there were tasks. */
const OLD_LINKS = [
  { query: 'model=llama-3.3-70b', shows: 'Llama 3.3 70B' },
  { query: 'model=qwen3-8b&quant=q8_0&ctx=32768&macos=15', shows: '文脈32,768トークン' },
  { query: 'task=image&model=sdxl-1.0&px=768', shows: '768×768' },
  { query: 'task=chat&model=qwen3-8b&chip=m2-8&mem=16', shows: /お持ちの.*M2.*16GB/ },
];

test('old links mean what they meant', async ({ page }) => {
  for (const { query, shows } of OLD_LINKS) {
    await open(page, `${HOME.ja}?${query}`);
    await expect(verdict(page)).toContainText(shows);
    await expect(page.locator('.ask-notices')).toBeEmpty();
  }
});
