import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse as parseHtml } from 'node-html-parser';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { macSizes } from '../../src/build/claims/mac-sizes.ts';
import { unsourcedFigures } from '../../src/build/claims/check.ts';
import { loadFacts } from '../../src/facts/registry.ts';
import { faqSchema } from '../../src/schemas/faq.ts';
import { site } from './site.ts';

const KB = 1024;
const FOLDER = 'content/faq/ja';

const read = (path: string): string => readFileSync(join(site().directory, path), 'utf8');
const page = site().pages.find(({ path }) => path === '/faq/');
if (page === undefined) throw new Error('/faq/: no such page');
const { root, html } = page;

const records = readdirSync(FOLDER).map((file) => ({
  id: file.replace(/\.mdx$/, ''),
  ...faqSchema.parse(parse(/^---\n([\s\S]*?)\n---\n/.exec(readFileSync(join(FOLDER, file), 'utf8'))?.[1] ?? '')),
}));
const headings = root.querySelectorAll('.faq h3');

interface FaqPage {
  readonly '@type': string;
  readonly inLanguage: string;
  readonly mainEntity: readonly {
    readonly '@type': string;
    readonly name: string;
    readonly acceptedAnswer: { readonly '@type': string; readonly text: string };
  }[];
}
const jsonLd = root.querySelectorAll('script[type="application/ld+json"]').map((script) => JSON.parse(script.text) as FaqPage);

describe('the questions', () => {
  it('stand on one page, each with its own anchor, a link to it and an answer', () => {
    expect(headings.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
    for (const { id, question } of records) {
      const heading = root.querySelector(`.faq h3[id="${id}"]`);
      expect(heading?.text.trim()).toBe(question);
      expect(heading?.querySelector('a.anchor')?.getAttribute('href')).toBe(`#${id}`);
      expect(root.querySelector(`[data-answer="${id}"]`)?.text.trim().length, id).toBeGreaterThan(60);
    }
  });

  it('are listed at the top in the order of the page, under links to their groups', () => {
    const listed = root.querySelectorAll('.faq-contents li a').map((link) => link.getAttribute('href'));
    expect(listed).toEqual(headings.map(({ id }) => `#${id}`));
    for (const link of root.querySelectorAll('.faq-contents p a')) expect(root.querySelector(link.getAttribute('href') ?? ''), link.text).not.toBeNull();
  });

  it('ask each thing once, under a place of its own', () => {
    expect(new Set(records.map(({ question }) => question)).size).toBe(records.length);
    const places = records.map(({ section, order }) => `${section} ${order}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  it('lead to articles that exist', () => {
    expect(
      records.flatMap(({ id, read: slugs }) => slugs.filter((slug) => !existsSync(`content/articles/ja/${slug}.mdx`)).map((slug) => `${id}: ${slug}`)),
    ).toEqual([]);
  });

  it('give no figure without a source', () => {
    const answers = parseHtml(root.querySelector('.faq')?.outerHTML ?? '');
    // The day of the last check needs none.
    for (const more of answers.querySelectorAll('.faq-more')) more.remove();
    expect(answers.querySelectorAll('[data-answer]')).toHaveLength(records.length);
    expect(unsourcedFigures(answers, [], macSizes(loadFacts().macs))).toEqual([]);
  });

  it('say when each answer was checked', () => {
    expect(root.querySelectorAll('.faq-more time')).toHaveLength(records.length);
  });
});

describe('what others read of the questions', () => {
  it('is a FAQPage with plain answers', () => {
    const faq = jsonLd.filter((data) => data['@type'] === 'FAQPage');
    expect(faq).toHaveLength(1);
    expect(faq[0]?.inLanguage).toBe('ja');
    expect(faq[0]?.mainEntity.map(({ name }) => name)).toEqual(headings.map(({ text }) => text.trim()));
    for (const entity of faq[0]?.mainEntity ?? []) {
      expect([entity['@type'], entity.acceptedAnswer['@type']]).toEqual(['Question', 'Answer']);
      const { text } = entity.acceptedAnswer;
      expect(text.length, entity.name).toBeGreaterThan(60);
      expect(text, entity.name).not.toMatch(/<\/?[a-z]|&[a-z]+;|。\[\d+\]|\u2060|用語集で見る/);
    }
  });

  it('is a Markdown edition with the list of sources', () => {
    const markdown = read('/faq/index.md');
    for (const { question } of records) expect(markdown).toContain(`### ${question}`);
    expect(markdown).toMatch(/\n1\. /);
    expect(read('llms.txt')).toContain('/faq/)');
  });

  it('are results of the search, one by one', () => {
    const { pages } = JSON.parse(read('search/ja.json')) as { pages: { url: string; entries?: boolean; headings: { id: string }[] }[] };
    const found = pages.find(({ url }) => url === '/faq/');
    expect(found?.entries).toBe(true);
    for (const { id } of records) expect(found?.headings.map((heading) => heading.id)).toContain(id);
  });

  it('weighs at most 60 KB', () => {
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(60 * KB);
  });
});

describe('the English edition', () => {
  it('shows the Japanese with a notice as long as a question lacks its translation, and is then nothing for search engines', () => {
    const english = site().pages.find(({ path }) => path === '/en/faq/');
    const translated = records.every(({ id }) => existsSync(`content/faq/en/${id}.mdx`));
    expect(english?.root.querySelector('main > .notice') === null).toBe(translated);
    expect(english?.root.querySelector('meta[name=robots][content=noindex]') === null).toBe(translated);
    expect(read('sitemap-0.xml').includes('/en/faq/</loc>')).toBe(translated);
  });
});
