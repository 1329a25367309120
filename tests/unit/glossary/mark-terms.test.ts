import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { markTerms } from '../../../src/glossary/mark-terms.ts';
import { termMatcher } from '../../../src/glossary/matcher.ts';
import { term } from './terms.ts';

const TERMS = [term('quantization', '量子化'), term('token', 'トークン'), term('mlx', 'MLX', { en: 'MLX' }), term('amp', 'amp', { en: 'amp' })];
const matcher = termMatcher(TERMS, 'ja');
const marked = (html: string, most = 8) => markTerms(html, matcher, ({ words }) => `[${words}]`, most).html;

describe('marking terms in HTML', () => {
  it('marks the first use of each', () => {
    expect(marked('<p>量子化とトークン。</p><p>量子化とMLX</p>')).toBe('<p>[量子化]と[トークン]。</p><p>量子化と[MLX]</p>');
  });
  it.each(['h2', 'h3', 'a', 'code', 'pre', 'button', 'figure', 'table', 'svg', 'script', 'style', 'summary', 'label', 'textarea'])(
    'leaves <%s> alone',
    (name) => {
      expect(marked(`<${name} class="x">量子化<b>トークン</b></${name}><p>量子化</p>`)).toBe(
        `<${name} class="x">量子化<b>トークン</b></${name}><p>[量子化]</p>`,
      );
    },
  );
  it('leaves titles of boxes alone, and what the search leaves out', () => {
    expect(marked('<p class="summary-title">量子化</p><p data-pagefind-ignore>トークン</p>')).toBe(
      '<p class="summary-title">量子化</p><p data-pagefind-ignore>トークン</p>',
    );
  });
  it('goes on inside boxes and lists', () => {
    expect(marked('<div class="summary"><ul><li>量子化</li></ul></div>')).toBe('<div class="summary"><ul><li>[量子化]</li></ul></div>');
  });
  it('does not look into attributes, comments and entities', () => {
    const html = '<img alt="量子化 > トークン"><!-- 量子化 --><p>Q&amp;A &amp; MLX</p>';
    expect(marked(html)).toBe('<img alt="量子化 > トークン"><!-- 量子化 --><p>Q&amp;A &amp; [MLX]</p>');
  });
  it('takes void and self-closing elements for what they are', () => {
    expect(marked('<p>一<br>二<svg><path d="M0"/></svg>量子化</p>')).toBe('<p>一<br>二<svg><path d="M0"/></svg>[量子化]</p>');
  });
  it('stops at its limit, in the order of the text', () => {
    const { html, terms } = markTerms('<p>MLX、トークン、量子化</p>', matcher, ({ words }) => `[${words}]`, 2);
    expect(html).toBe('<p>[MLX]、[トークン]、量子化</p>');
    expect(terms.map(({ id }) => id)).toEqual(['mlx', 'token']);
  });
  it('tells what stands beside a use', () => {
    const beside: string[] = [];
    markTerms('<p>でMLXを</p><p>量子化</p>', matcher, ({ words, before, after }) => (beside.push(`${before}|${words}|${after}`), words), 8);
    expect(beside).toEqual(['で|MLX|を', '|量子化|']);
  });
});

/** Pieces of HTML, well formed or not. */
const piece = fc.oneof(
  fc.constantFrom(...TERMS.map(({ ja }) => ja)),
  fc.constantFrom(
    '<p>',
    '</p>',
    '<a href="#量子化">',
    '</a>',
    '<code>',
    '</code>',
    '<br>',
    '<br/>',
    '<script>',
    '</script>',
    '<li',
    '>',
    '<',
    '</',
    '<!--',
    '-->',
    '&amp;',
    '&',
    '"',
    "'",
    '<b class="トークン">',
    '</b>',
  ),
  fc.string({ maxLength: 6 }),
);
const anyHtml = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
const wrap = (words: string) => `\u0001${words}\u0002`;

describe('any HTML', () => {
  it('keeps every character', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const result = markTerms(html, matcher, ({ words }) => wrap(words), 8).html;
        expect(result.replaceAll(/[\u0001\u0002]/g, '')).toBe(html.replaceAll(/[\u0001\u0002]/g, ''));
      }),
      { numRuns: 1000 },
    );
  });
  it('that is well formed keeps its text, and no mark stands in a tag, link, heading or code', () => {
    const tree = fc.letrec<{ node: string; text: string; element: string }>((tie) => ({
      text: fc.array(fc.constantFrom(...TERMS.map(({ ja }) => ja), 'の', '、', ' ', '&lt;', 'x'), { maxLength: 6 }).map((parts) => parts.join('')),
      element: fc
        .tuple(fc.constantFrom('p', 'b', 'a', 'code', 'h2', 'li', 'em', 'figure'), fc.array(tie('node'), { maxLength: 4 }))
        .map(([name, children]) => `<${name} title="量子化">${children.join('')}</${name}>`),
      node: fc.oneof({ depthSize: 'small', maxDepth: 4 }, tie('text'), tie('element')),
    })).node;
    fc.assert(
      fc.property(tree, (html) => {
        const result = markTerms(html, matcher, ({ words }) => `<button>${words}</button>`, 8);
        const before = parse(`<div>${html}</div>`, { parseNoneClosedTags: true });
        const after = parse(`<div>${result.html}</div>`, { parseNoneClosedTags: true });
        expect(after.textContent).toBe(before.textContent);
        const buttons = after.querySelectorAll('button');
        expect(buttons).toHaveLength(result.terms.length);
        expect(buttons.filter((button) => button.closest('a, code, h2, figure'))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
