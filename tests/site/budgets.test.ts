import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { articles, site } from './site.ts';

const KB = 1024;
const brotli = (text: string | Buffer) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

/** Best compression, as static hosts send it: the tool's budget is stated in it. */
const best = (file: Buffer): number => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const STATIC = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[^'"()]*?\sfrom\s*|[^'"()]*?from)?["'](\.[^"']+)["']/g;
const DYNAMIC = /\bimport\(\s*["'`](\.[^"'`]+)["'`]/g;

/** Files with the modules they import at once, and all those with a pattern for imports that happen later. */
const withImports = (entries: readonly string[], directory: string, patterns: readonly RegExp[] = [STATIC]): Set<string> => {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const source = readFileSync(join(directory, file), 'utf8');
    for (const pattern of patterns) for (const [, imported = ''] of source.matchAll(pattern)) add(join(file, '..', imported));
  };
  for (const entry of entries) add(entry);
  return files;
};

/** Scripts and stylesheets a page loads by itself, with the modules those import at once. */
const loadedBy = (html: string, directory: string): string[] => {
  const addresses = html.matchAll(/<(?:script|link rel="(?:stylesheet|modulepreload|preload)")[^>]*\s(?:src|href)="([^"]+\.(?:js|css))"/g);
  return [
    ...withImports(
      Array.from(addresses, ([, address = '']) => address.slice(1)),
      directory,
    ),
  ];
};

describe('what an article costs a reader', () => {
  it.each(articles(site()).map(({ path, html }) => ({ path, html })))('$path: at most 25 KB in at most 6 requests, 5 KB of them script', ({ html }) => {
    const files = loadedBy(html, site().directory);
    const bytes = files.map((file) => ({ file, size: brotli(readFileSync(join(site().directory, file))) }));
    const script = bytes.filter(({ file }) => file.endsWith('.js')).reduce((sum, { size }) => sum + size, 0);
    const all = brotli(html) + bytes.reduce((sum, { size }) => sum + size, 0);
    expect(script).toBeLessThanOrEqual(5 * KB);
    expect(all).toBeLessThanOrEqual(25 * KB);
    // The page itself, its files and its icon.
    expect(files.length + 2).toBeLessThanOrEqual(6);
  });
  it('finds the script that every article loads', () => {
    for (const { html } of articles(site())) expect(loadedBy(html, site().directory).filter((file) => file.endsWith('.js'))).not.toEqual([]);
  });
});

describe('what the spec selector costs a reader', () => {
  const tools = site().pages.filter(({ html }) => html.includes('<astro-island'));
  const islandFiles = (html: string): string[] =>
    [...html.matchAll(/<astro-island\b[^>]*>/g)].flatMap(([tag]) =>
      [...tag.matchAll(/\s(?:component|renderer)-url="([^"]+)"/g)].map(([, url = '']) => url.slice(1)),
    );
  const sizeOf = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + best(readFileSync(join(site().directory, file))), 0);

  it.each(['/spec-selector/', '/en/spec-selector/'])('%s: at most 58 KB of script and data, and at most 72 KB with all that opens later', (path) => {
    const page = tools.find((one) => one.path === path);
    if (page === undefined) throw new Error(`no tool at ${path}`);
    const { directory } = site();
    const entries = islandFiles(page.html);
    const atOnce = sizeOf(withImports(entries, directory));
    const all = sizeOf(withImports(entries, directory, [STATIC, DYNAMIC]));
    console.log(`${path}: ${(atOnce / KB).toFixed(1)} KB at once, ${(all / KB).toFixed(1)} KB with all that opens later`);
    expect(entries).toHaveLength(2);
    expect(atOnce).toBeLessThanOrEqual(58 * KB);
    expect(all).toBeLessThanOrEqual(72 * KB);
  });

  it('is not asked for before it comes into view', () => {
    expect(tools.length).toBeGreaterThan(2);
    for (const { html, path } of tools) {
      const loaded = new Set(loadedBy(html, site().directory));
      const early = islandFiles(html).filter((file) => loaded.has(file));
      expect(early, path).toEqual([]);
      expect(
        [...loaded].filter((file) => /selector|client|Selector/.test(file)),
        path,
      ).toEqual([]);
      expect(html, path).toMatch(/<astro-island\b[^>]*\sclient="visible"/);
    }
  });
});
