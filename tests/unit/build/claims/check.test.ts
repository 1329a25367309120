import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { unsourcedFigures } from '../../../../src/build/claims/check.ts';

const SIZES = new Set(['16GB', '32GB', '1TB']);
const unsourced = (html: string, titles: string[] = []) => unsourcedFigures(parse(`<article>${html}</article>`), titles, SIZES).map(({ figure }) => figure);
const CITE = '⁠<a class="cite" href="#source-1">[1]</a>';

test.each([
  ['a fact', '<p>上限は<a class="fact" href="#source-1">25.0GiB</a>です。</p>'],
  ['a version that says what a fact holds for', '<p>macOS 26以降は<a class="fact" href="#source-1">25.0GiB</a>です。</p>'],
  ['a citation after the sentence', `<p>実測は47.14GBでした。${CITE}次の文です。</p>`],
  ['a citation before the full stop', `<p>It took 47 GB${CITE}. And more.</p>`],
  ['a full stop between brackets', `<p>約73ドルです（2026年1月。自己申告）。${CITE}</p>`],
  ['a citation in another cell of the row', `<table><tr><td>3倍</td><td>理由${CITE}</td></tr></table>`],
  ['code', '<p>次を実行します。<code>--limit 3GB</code></p><pre>3GB</pre>'],
  ['a drawing that leads to its sources', '<figure><p>3GB</p><svg><text>3GB</text></svg><a href="https://example.com/a">a</a></figure>'],
  ['the name of a Mac', '<p>32GBのMac miniか、1TBのSSDを選びます。</p>'],
  ['what the page cites elsewhere', `<h2 id="x">120GBが要る</h2><p>7Bに120GBかかります。${CITE}</p>`],
])('passes %s', (_, html) => {
  expect(unsourced(html)).toEqual([]);
});

test.each([
  ['a figure alone', '<p>実測は47.14GBでした。</p>', ['47.14GB']],
  ['the sentence after a cited one', `<p>実測は47GBでした。${CITE}差は3倍です。</p>`, ['3倍']],
  ['the sentence before a cited one', `<p>差は3倍です。実測は47GBでした。${CITE}</p>`, ['3倍']],
  ['another figure beside a fact', '<p>上限は<a class="fact" href="#source-1">25.0GiB</a>で、2倍です。</p>', ['2倍']],
  ['a need as large as a Mac', '<p>7Bには32GB必要です。</p>', ['32GB']],
  ['a drawing without sources', '<figure><figcaption><p>3GB</p></figcaption></figure>', ['3GB']],
  ['a row without a citation', `<table><tr><td>3倍</td><td>a${CITE}</td></tr><tr><td>4倍</td><td>b</td></tr></table>`, ['4倍']],
  ['a list item', '<ul><li>約3割です。</li></ul>', ['3割']],
  ['a heading', '<h2 id="x">120GBが要る</h2>', ['120GB']],
])('notices %s', (_, html, figures) => {
  expect(unsourced(html)).toEqual(figures);
});

test('title and description may only repeat what the page proves', () => {
  expect(unsourced(`<p>7Bに120GBかかります。${CITE}</p>`, ['7Bには120GB', '差は5倍'])).toEqual(['5倍']);
});
