import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/facts/registry.ts';
import { countWays, wayOf } from '../../src/operators/way.ts';
import { site } from './site.ts';

const KB = 1024;
const table = loadFacts().operatorTables.at(-1);
if (table === undefined) throw new Error('no table of operators');
const { operators, version, commit } = table;
const counts = countWays(operators);
const pageAt = (path: string) => {
  const page = site().pages.find((each) => each.path === path);
  if (page === undefined) throw new Error(`no page ${path}`);
  return page;
};

describe.each(['/', '/en/'])('the page of operators under %s', (edition) => {
  const { html, root } = pageAt(`${edition}mps-operators/`);
  const rows = root.querySelectorAll('.operators tr[id]');

  it('holds every operator once, with its way, in at most 60 KB', () => {
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(60 * KB);
    expect(rows.map(({ id }) => id).sort()).toEqual(operators.map(({ name }) => name).sort());
    const ways = new Map(rows.map((row) => [row.id, row.getAttribute('data-way')]));
    for (const operator of operators) expect({ name: operator.name, way: ways.get(operator.name) }).toEqual({ name: operator.name, way: wayOf(operator) });
    for (const row of rows) expect(row.querySelector('th a')?.getAttribute('href'), row.id).toBe(`#${row.id}`);
  });

  it('names version, commit and sources, and the way out of each that is missing', () => {
    expect(root.querySelector('.meta-line')?.text).toContain(version);
    expect(root.querySelector('.meta-line')?.text).toContain(commit.slice(0, 8));
    for (const { url } of table.sources) expect(html, url).toContain(url);
    const listed = root.querySelectorAll('.operator-list a').map((link) => link.getAttribute('href')?.slice(1));
    const missing = operators.filter(({ mps, missingOverloads }) => mps === 'none' || missingOverloads !== undefined).map(({ name }) => name);
    expect(listed.sort()).toEqual(missing.sort());
    for (const row of rows) if (/^(?:fallback|none)$/.test(row.getAttribute('data-way') ?? '')) expect(row.querySelector('p'), row.id).not.toBeNull();
  });

  it('draws every operator, and says the same as a table', () => {
    const figure = root.querySelector('#fig-operators');
    const cells = figure?.querySelectorAll('tbody td').map(({ text }) => Number(text)) ?? [];
    expect(cells.reduce((sum, count) => sum + count, 0)).toBe(operators.length);
    expect(figure?.querySelectorAll('svg rect').length).toBe(cells.filter((count) => count > 0).length);
  });

  it('offers all ways to filter by, with their counts', () => {
    const values = root.querySelectorAll('.operator-filter [name=kernel]').map((radio) => radio.getAttribute('value') ?? '');
    expect(values).toEqual(['', ...Object.keys(counts)]);
    const labels = root.querySelectorAll('.operator-filter fieldset label').map(({ text }) => Number(/\d+/.exec(text)?.[0]));
    expect(labels).toEqual([operators.length, ...Object.values(counts)]);
  });

  it('leads to the article and to the checker', () => {
    for (const path of ['pytorch-mps/#cpu-fallback', 'portability/']) expect(root.querySelector(`main a[href="${edition}${path}"]`), path).not.toBeNull();
  });
});

describe('the table of operators as data', () => {
  it('is the same as in the facts', () => {
    const data = JSON.parse(readFileSync(join(site().directory, 'mps-operators/operators.json'), 'utf8')) as { operators: ({ way: string } & object)[] };
    expect(data).toMatchObject({ version, commit, date: table.date, sources: table.sources, counts: { total: operators.length, ...counts } });
    expect(data.operators).toEqual(operators.map((operator) => ({ ...operator, way: wayOf(operator) })));
  });
});

describe('ways to the table of operators', () => {
  it('stand in navigation, llms.txt, the page for lost readers and the list of figures', () => {
    expect(readFileSync(join(site().directory, 'llms.txt'), 'utf8')).toContain('/mps-operators/');
    for (const path of ['/404.html', '/facts/', '/search/', '/verdict/']) {
      expect(pageAt(path).root.querySelector('a[href="/mps-operators/"]'), path).not.toBeNull();
    }
  });
});
