import { expect, test } from 'vitest';
import { ogEntry } from '../../../src/build/og-entries.ts';

const page = (attributes: string): string =>
  `<!doctype html><html lang="ja"><meta property="og:title" content="16GB &#38; LLM"><meta property="og:image" content="https://x/og.png"${attributes}></html>`;

test('takes title, place and section from the page', () => {
  expect(ogEntry(page(' data-path="/a/" data-section="道具"'))).toMatchObject({ locale: 'ja', pagePath: '/a/', title: '16GB & LLM', section: '道具' });
  expect(ogEntry(page(' data-path="/a/"'))).not.toHaveProperty('result');
});

test('takes the answer with it, quotation marks and all', () => {
  const result = { status: 'no', verdict: '× "13" & <b>', detail: '', bar: { memory: 1, limit: 0.74, weights: 0.3, need: 0.4 } };
  const written = JSON.stringify(result).replaceAll('&', '&#38;').replaceAll('"', '&#34;');
  expect(ogEntry(page(` data-path="/a/" data-section="道具" data-result="${written}"`))?.result).toEqual(result);
});

test('an untranslated copy has no image of its own', () => {
  expect(ogEntry(page(''))).toBeUndefined();
});
