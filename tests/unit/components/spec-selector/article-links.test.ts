import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prepared, startFor } from '../../../../src/components/spec-selector/preset-answer.ts';
import { parseSelection } from '../../../../src/selector/query.ts';

const FOLDERS = ['content/articles/ja', 'content/articles/en', 'content/faq/ja'];

const links = FOLDERS.flatMap((folder) =>
  readdirSync(folder).flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/\/spec-selector\/(\?[^")\s]+)/g)].map(([, query = '']) => ({ file: `${folder}/${file}`, query })),
  ),
);

const ignoredIn = (query: string): string[] => parseSelection(query, prepared().catalog, startFor('ja')).ignored.map(({ key, value }) => `${key}=${value}`);

test.each(links)('$file: the selector understands $query', ({ query }) => {
  expect(ignoredIn(query)).toEqual([]);
});

test('there are links, and one that is not understood would be noticed', () => {
  expect(links.length).toBeGreaterThan(24);
  expect(ignoredIn('?task=chat&model=no-such-model')).toEqual(['model=no-such-model']);
});
