import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { site } from './site.ts';

/** What the site has to cover, from the verdict (1) to the table of contents (17): the list the site grew out of. */
const TOPICS = Array.from({ length: 17 }, (_, index) => index + 1);

const topicsOf = (file: string): number[] => {
  const [, matter = ''] = /^---\n([\s\S]*?)\n---/.exec(readFileSync(`content/articles/ja/${file}`, 'utf8')) ?? [];
  return (parse(matter) as { topics?: number[] }).topics ?? [];
};

it('every topic is the job of an article, with sections to land on', () => {
  const articles = readdirSync('content/articles/ja').map((file) => ({ path: `/${file.replace(/\.mdx$/, '')}/`, topics: topicsOf(file) }));
  expect(articles.length).toBeGreaterThanOrEqual(24);
  expect(TOPICS.filter((topic) => !articles.some(({ topics }) => topics.includes(topic)))).toEqual([]);
  for (const { path } of articles) {
    const page = site().pages.find((one) => one.path === path);
    expect(page?.root.querySelectorAll('article h2[id]').length, path).toBeGreaterThanOrEqual(4);
    expect(page?.root.querySelectorAll('article .summary li').length, path).toBe(3);
    expect(page?.root.querySelectorAll('article figure.fig').length, path).toBeGreaterThanOrEqual(1);
  }
});
