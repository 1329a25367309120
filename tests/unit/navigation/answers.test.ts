import { describe, expect, it } from 'vitest';
import { answersIn } from '../../../src/navigation/answers.ts';

const answer = (html: string) => answersIn(`<h3 id="q">?</h3><div data-answer="q">${html}</div><p>more</p>`).get('q');

describe('answers as plain text', () => {
  it('have no citation numbers, and words in buttons and links like any other', () => {
    expect(answer('<p>使えます。\u2060<a class="cite" href="#source-1">[1]</a><button>MLX</button>と<a href="/cuda/">CUDA</a>です。</p>')).toBe(
      '使えます。MLXとCUDAです。',
    );
  });
  it('have a line for each paragraph, list item and row', () => {
    expect(answer('<p>次の二通り。</p>\n<ul>\n<li>A &amp; B</li>\n<li>C</li>\n</ul>')).toBe('次の二通り。\nA & B\nC');
    expect(answer('<table><thead><tr><th>容量</th><th>目安</th></tr></thead><tbody><tr><td>16GB</td><td>8B</td></tr></tbody></table>')).toBe(
      '容量 目安\n16GB 8B',
    );
  });
  it('keep the lines of code, without its colours', () => {
    expect(answer('<p>例:</p><pre class="x"><code><span class="token">if</span> a:\n    b()\n</code></pre>')).toBe('例:\nif a:\n    b()');
  });
  it('are found by their id', () => {
    expect([...answersIn('<div data-answer="a">1</div><div data-answer="b">2</div>')]).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });
});
