import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/facts/registry.ts';
import { site } from './site.ts';

const KB = 1024;

/** Best compression, as static hosts send it. */
const best = (file: Buffer): number => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const IMPORTS = [
  /(?:^|[;}\n])\s*(?:import|export)\s*(?:[^'"()]*?\sfrom\s*|[^'"()]*?from)?["'](\.[^"']+)["']/g,
  /\bimport\(\s*["'`](\.[^"'`]+)["'`]/g,
  /new URL\(\s*["'`]?(?:\/|\.\/)?((?:_astro\/)?worker-[\w-]+\.js)["'`]/g,
];

const read = (file: string): string => readFileSync(join(site().directory, file), 'utf8');

/** A script with everything it imports, at once or later, and the worker it starts. */
const withImports = (entries: readonly string[]): Set<string> => {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const source = read(file);
    for (const pattern of IMPORTS)
      for (const [, imported = ''] of source.matchAll(pattern)) add(imported.startsWith('_astro/') ? imported : join(file, '..', imported));
  };
  for (const entry of entries) add(entry);
  return files;
};

const islandFiles = (html: string): string[] =>
  [...html.matchAll(/<astro-island\b[^>]*>/g)].flatMap(([tag]) =>
    [...tag.matchAll(/\s(?:component|renderer)-url="([^"]+)"/g)].map(([, url = '']) => url.slice(1)),
  );

const PAGES = ['/portability/', '/en/portability/'];
const pageAt = (path: string): string => {
  const page = site().pages.find((one) => one.path === path);
  if (page === undefined) throw new Error(`no page at ${path}`);
  return page.html;
};

describe('what the checker costs a reader', () => {
  it.each(PAGES)('%s: at most 120 KB of script, with its worker and all that loads later', (path) => {
    const files = withImports(islandFiles(pageAt(path)));
    expect([...files].filter((file) => file.includes('worker-'))).toHaveLength(1);
    expect([...files].some((file) => /Report\./.test(file))).toBe(true);
    expect([...files].filter((file) => /selector|Selector/.test(file))).toEqual([]);
    const script = [...files].reduce((sum, file) => sum + best(readFileSync(join(site().directory, file))), 0);
    const words = best(readFileSync(join(site().directory, path, 'words.json')));
    console.log(`${path}: ${(script / KB).toFixed(1)} KB of script, ${(words / KB).toFixed(1)} KB of words`);
    expect(script).toBeLessThanOrEqual(120 * KB);
    expect(words).toBeLessThanOrEqual(36 * KB);
  });
  it.each(PAGES)('%s: at most 20 KB before the first check', (path) => {
    const html = pageAt(path);
    const atOnce = new Set(islandFiles(html));
    const add = (file: string): void => {
      for (const [, imported = ''] of read(file).matchAll(IMPORTS[0] ?? /$^/g)) {
        const name = join(file, '..', imported);
        if (!atOnce.has(name)) {
          atOnce.add(name);
          add(name);
        }
      }
    };
    for (const file of [...atOnce]) add(file);
    const bytes = [...atOnce].reduce((sum, file) => sum + best(readFileSync(join(site().directory, file))), 0);
    expect(bytes).toBeLessThanOrEqual(20 * KB);
    expect(html).toMatch(/<astro-island\b[^>]*\sclient="visible"/);
  });
  it('is nothing on any other page', () => {
    const own = new Set(PAGES.flatMap((path) => [...withImports(islandFiles(pageAt(path)))]));
    const shared = /preact|client|preload-helper|links/;
    const names = [...own].filter((file) => !shared.test(file)).map((file) => file.replace(/^_astro\//, ''));
    expect(names.length).toBeGreaterThan(3);
    for (const { path, html } of site().pages) {
      if (PAGES.includes(path)) continue;
      for (const name of names) expect(html.includes(name), `${path} asks for ${name}`).toBe(false);
    }
    for (const file of readdirSync(join(site().directory, '_astro')).filter((one) => /^(?:Base|dialog|selector|Selector|later)/.test(one))) {
      for (const name of names) expect(read(`_astro/${file}`).includes(name), `${file} asks for ${name}`).toBe(false);
    }
  });
  it('has no schemas in its worker, and nothing in it that connects', () => {
    const [worker = ''] = [...withImports(islandFiles(pageAt('/portability/')))].filter((file) => file.includes('worker-'));
    const source = read(worker);
    expect(source).not.toMatch(/ZodError|zod\.dev/);
    expect(source).not.toMatch(/\b(?:fetch|import|importScripts)\(|new (?:XMLHttpRequest|WebSocket|EventSource)|sendBeacon/);
  });
});

describe('the pages of records', () => {
  it.each(['/facts/packages/', '/en/facts/packages/', '/facts/cuda-code/', '/en/facts/cuda-code/'])(
    '%s holds every record once, under its id, with its sources',
    (path) => {
      const { packages, codePatterns } = loadFacts();
      const root = site().pages.find((one) => one.path === path)?.root;
      const rows = root?.querySelectorAll('.records li') ?? [];
      const records = path.includes('packages') ? packages : codePatterns;
      expect(rows.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
      for (const { id, sources } of records) {
        const links = root?.querySelectorAll(`[id="${id}"] .record-sources a`) ?? [];
        expect(
          links.map((link) => link.getAttribute('href')),
          id,
        ).toEqual(sources.map(({ url }) => url));
      }
      console.log(`${path}: ${(best(Buffer.from(pageAt(path))) / KB).toFixed(1)} KB`);
    },
  );
});
