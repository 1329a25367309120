import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { TextNode, type Node } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { readTerms } from '../../src/glossary/read.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { lintJapanese } from '../textlint/lint.ts';
import { articles, site, type Page } from './site.ts';

const KB = 1024;
/** As many definitions as a text of each kind may have. */
const MOST = { article: 8, questions: 24 };

const read = (path: string): string => readFileSync(join(site().directory, path), 'utf8');
const pageAt = (path: string): Page => {
  const page = site().pages.find((one) => one.path === path);
  if (page === undefined) throw new Error(`${path}: no such page`);
  return page;
};
/** Citations beside a word are no text of the page. */
const textOf = (node: Node | null): string => (node instanceof TextNode ? node.text : '');
const textsWithTerms = site().pages.filter(({ root }) => root.querySelector('button.term'));

describe('the glossary', () => {
  it('has at least 100 terms, each with its reading, both words and both definitions', () => {
    expect(readTerms().length).toBeGreaterThanOrEqual(100);
  });

  it.each(LOCALES)('shows every term in %s, with an anchor, a link to it and its definition', (locale) => {
    const { root } = pageAt(locale === 'ja' ? '/glossary/' : '/en/glossary/');
    const entries = new Map(root.querySelectorAll('.glossary-term').map((entry) => [entry.querySelector('h3')?.id, entry]));
    expect(entries.size).toBe(readTerms().length);
    for (const term of readTerms()) {
      const entry = entries.get(term.id);
      expect(entry?.querySelector(`a.anchor[href="#${term.id}"]`), term.id).not.toBeNull();
      expect(entry?.querySelector('h3')?.text.trim()).toBe(term[locale]);
      expect(entry?.text).toContain(term.definition[locale]);
    }
    for (const link of root.querySelectorAll('.glossary-rows a')) expect(root.querySelector(link.getAttribute('href') ?? ''), link.text).not.toBeNull();
  });

  it('leads to articles that exist', () => {
    const missing = readTerms().filter(({ article }) => article !== undefined && !existsSync(`content/articles/ja/${article}.mdx`));
    expect(missing.map(({ id, article }) => `${id}: ${article}`)).toEqual([]);
  });

  it.each(LOCALES)('is linked from every page, listed and searchable in %s', (locale) => {
    const path = locale === 'ja' ? '/glossary/' : '/en/glossary/';
    for (const { root, path: from } of site().pages.filter(({ root: html }) => html.querySelector('html')?.getAttribute('lang') === locale))
      expect(root.querySelector(`.site-footer a[href="${path}"]`), from).not.toBeNull();
    expect(read('sitemap-0.xml')).toContain(`${path}</loc>`);
    expect(read('llms.txt')).toContain(`${path})`);
    const { pages } = JSON.parse(read(`search/${locale}.json`)) as { pages: { url: string; headings: { id: string }[] }[] };
    const ids = pages.find(({ url }) => url === path)?.headings.map(({ id }) => id);
    expect([...(ids ?? [])].sort()).toEqual(
      readTerms()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('is written in clean Japanese', async () => {
    const text = readTerms()
      .map(({ ja, definition }) => `- ${ja}は、${definition.ja}`)
      .join('\n\n');
    expect((await lintJapanese(text, 'glossary.md')).map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it.each(['/glossary/', '/en/glossary/'])('%s weighs at most 30 KB', (path) => {
    expect(brotliCompressSync(pageAt(path).html).length).toBeLessThanOrEqual(30 * KB);
  });
});

describe('definitions in texts', () => {
  it('stand in every article', () => {
    expect(
      articles(site())
        .filter(({ root }) => !root.querySelector('button.term'))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it.each(textsWithTerms.map((page) => ({ path: page.path, page })))(
    '$path: each button opens its own definition, which leads to the glossary',
    ({ page: { root } }) => {
      const buttons = root.querySelectorAll('button.term');
      const targets = buttons.map((button) => button.getAttribute('popovertarget') ?? '');
      expect(new Set(targets).size).toBe(targets.length);
      expect(root.querySelectorAll('.definitions > [popover]').map(({ id }) => id)).toEqual(targets);
      expect(buttons.length).toBeLessThanOrEqual(root.querySelector('.faq') ? MOST.questions : MOST.article);
      expect(root.querySelectorAll('#term_hint')).toHaveLength(1);
      const locale = root.querySelector('.definitions')?.closest('[lang]')?.getAttribute('lang');
      for (const button of buttons) {
        expect(button.getAttribute('aria-describedby')).toBe('term_hint');
        expect(button.getAttribute('type')).toBe('button');
        expect(button.closest('a, h1, h2, h3, h4, code, pre, figure, table, .sources, .toc')).toBeNull();
        const link = root.querySelector(`[id="${button.getAttribute('popovertarget')}"] a`)?.getAttribute('href') ?? '';
        const [path, id = ''] = link.split('#');
        expect(path).toBe(locale === 'en' ? '/en/glossary/' : '/glossary/');
        expect(pageAt(path ?? '').root.querySelector(`h3[id="${id}"]`), link).not.toBeNull();
      }
    },
  );

  it.each(articles(site()).map((page) => ({ path: page.path, page })))(
    '$path: explains the first use, and nothing the article itself is about',
    ({ path, page: { root } }) => {
      const subject = path.replace(/^\/en\/|\//g, '');
      const text = root
        .querySelectorAll('article.prose :is(p, li)')
        .filter((part) => !part.closest('figure, table, [data-pagefind-ignore], .summary-title, .callout-title'));
      for (const button of root.querySelectorAll('article.prose button.term')) {
        const id = (button.getAttribute('popovertarget') ?? '').replace('term_', '');
        expect(readTerms().find((term) => term.id === id)?.article, id).not.toBe(subject);
        // Before the button, the same words stand only as part of others.
        const at = text.findIndex((part) => part.querySelector(`[popovertarget="term_${id}"]`));
        const before = text.slice(0, at).filter((part) => !part.querySelector('a, code'));
        const word = button.text;
        const alone = new RegExp(`(?<![\\p{L}\\p{N}_/.-])${word.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?![\\p{L}\\p{N}_/.-])`, 'u');
        expect(
          before.filter((part) => alone.test(part.text)).map((part) => part.text),
          `${path}: ${word}`,
        ).toEqual([]);
      }
    },
  );

  it('change no word of the Markdown editions, and are not in the search', () => {
    for (const { path } of articles(site())) expect(read(`${path}index.md`), path).not.toMatch(/popover|term_/);
    const hint = new Set(textsWithTerms.map(({ root }) => root.querySelector('#term_hint')?.text));
    expect(hint).toEqual(new Set(['用語の説明', 'Definition']));
    for (const { root, path } of textsWithTerms) expect(root.querySelector('.definitions')?.hasAttribute('data-pagefind-ignore'), path).toBe(true);
  });

  it('take no word from the search index, and add none', () => {
    const folder = join(site().directory, 'pagefind/fragment');
    const contents = new Map(
      readdirSync(folder).map((file) => {
        const { url, content } = JSON.parse(
          gunzipSync(readFileSync(join(folder, file)))
            .toString('utf8')
            .replace(/^pagefind_dcd/, ''),
        ) as { url: string; content: string };
        return [url, content.replace(/[\s\u200b]/g, '')];
      }),
    );
    for (const { path, root } of articles(site())) {
      const content = contents.get(path) ?? '';
      for (const button of root.querySelectorAll('button.term')) {
        const around = `${textOf(button.previousSibling).slice(-4)}${button.text}${textOf(button.nextSibling).slice(0, 4)}`;
        expect(content, path).toContain(around.replace(/\s/g, ''));
      }
      for (const definition of root.querySelectorAll('.definitions > [popover] p:nth-child(2)'))
        expect(content, path).not.toContain(definition.text.replace(/\s/g, ''));
    }
  });
});
