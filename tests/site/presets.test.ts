import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { COMMON_MODELS, USE_PRESETS } from '../../src/navigation/use-presets.ts';
import { site } from './site.ts';

const read = (path: string): string => readFileSync(join(site().directory, path), 'utf8');
const pageAt = (path: string) => {
  const page = site().pages.find((one) => one.path === path);
  if (page === undefined) throw new Error(`${path}: no such page`);
  return page;
};

/** What a browser without scripts shows: the parser keeps it as text. */
const withoutScript = (path: string) => parse(pageAt(path).html.replaceAll(/<\/?noscript>/g, ''));

describe.each([
  ['ja', '/'],
  ['en', '/en/'],
])('pages by use in %s', (locale, root) => {
  const addresses = USE_PRESETS.map(({ id }) => `${root}spec-selector/${id}/`);

  it('are all there, each with its own words and an answer for its share image', () => {
    const words = addresses.map((address) => {
      const { root: html } = pageAt(address);
      expect(html.querySelector('.lead')?.text, address).toMatch(/\d/);
      expect(html.querySelectorAll('.preset-more a').length, address).toBeGreaterThan(0);
      expect(html.querySelector('meta[property="og:image"]')?.getAttribute('data-result'), address).toContain('"verdict"');
      return [html.querySelector('h1')?.text, html.querySelector('meta[name=description]')?.getAttribute('content')].join(': ');
    });
    expect(new Set(words).size).toBe(USE_PRESETS.length);
  });

  it('are in the sitemap and in the search', () => {
    const sitemap = read('sitemap-0.xml');
    const { pages } = JSON.parse(read(`search/${locale}.json`)) as { pages: { url: string }[] };
    for (const address of addresses) {
      expect(sitemap).toContain(`${address}</loc>`);
      expect(pages.map(({ url }) => url)).toContain(address);
    }
  });

  it('are linked from the home page, whose form needs no script', () => {
    const { root: html } = pageAt(root);
    const links = html.querySelectorAll('.home-tool a').map((link) => link.getAttribute('href'));
    expect(links).toEqual(addresses);
    const form = html.querySelector('.home-tool form');
    expect([form?.getAttribute('method'), form?.getAttribute('action')]).toEqual(['get', `${root}spec-selector/`]);
    expect(form?.querySelectorAll('select').map((select) => select.getAttribute('name'))).toEqual(['model', 'form']);
  });

  it('stand before the table of what fits and the models where there is no script', () => {
    const html = withoutScript(`${root}spec-selector/`);
    const links = html.querySelectorAll('.presets a').map((link) => link.getAttribute('href'));
    expect(links.slice(0, addresses.length)).toEqual(addresses);
    expect(links.length).toBeGreaterThan(100);
    const rows = html.querySelectorAll('.fits tbody tr');
    expect(rows).toHaveLength(COMMON_MODELS.length);
    for (const row of rows) expect(row.querySelectorAll('td .visually-hidden').length).toBeGreaterThanOrEqual(10);
  });
});
