import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXAMPLE_IDS } from '../../../src/islands/portability/example-ids.ts';

const FOLDERS = ['content/articles/ja', 'content/articles/en', 'content/faq/ja'];

const links = FOLDERS.flatMap((folder) =>
  readdirSync(folder).flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/\/portability\/(?:\?example=([\w-]+))?/g)].map(([, example]) => ({
      file: `${folder}/${file}`,
      example,
    })),
  ),
);

test.each(links.filter(({ example }) => example !== undefined))('$file: there is an example $example', ({ example }) => {
  expect(EXAMPLE_IDS).toContain(example);
});

test.each(['cuda', 'pytorch-mps', 'cuda-research'])('the article %s leads to the checker with an example filled in', (slug) => {
  expect(links.filter(({ file, example }) => file === `content/articles/ja/${slug}.mdx` && example !== undefined)).not.toEqual([]);
});
