import { describe, expect, it } from 'vitest';
import { isOlderThanAYear } from '../../src/facts/age.ts';
import { changes } from '../../src/navigation/changes.ts';
import { articles, parsePage, site, type Page } from './site.ts';

/** The date behind each link to a source. */
const DATE = /<\/a>\s*[（(](\d{4}(?:-\d\d){0,2})/g;

/** Sources that speak only of times more than a year ago and do not say so, or say so wrongly. */
const staleWithoutAWord = ({ path, root }: Page, today: string): string[] =>
  root.querySelectorAll('.sources li').flatMap((entry) => {
    const dates = [...entry.innerHTML.matchAll(DATE)].map(([, date = '']) => date);
    const old = dates.length > 0 && dates.every((date) => isOlderThanAYear(date, today));
    return old === (entry.querySelector('.source-old') !== null) ? [] : [`${path}: ${entry.text.slice(0, 60)}`];
  });

describe('how old the facts of a page are', () => {
  // The day the site was built, which may be yesterday's.
  const today = new Date().toISOString().slice(0, 10);

  it('stands beside every source that is over a year old', () => {
    expect(articles(site()).flatMap((page) => staleWithoutAWord(page, today))).toEqual([]);
    expect(articles(site()).some(({ root }) => root.querySelector('.source-old'))).toBe(true);
  });

  it('would be missed', () => {
    const page = parsePage('/x/', '<section class="sources"><ol><li><a href="https://example.com/a">a</a>（2024-05-01）</li></ol></section>');
    expect(staleWithoutAWord(page, today)).toHaveLength(1);
  });
});

describe('the list of changes', () => {
  it.each(['/changes/', '/en/changes/'])('%s has every entry under its own anchor, and leads to pages', (path) => {
    const page = site().pages.find((one) => one.path === path);
    for (const { id } of changes()) expect(page?.root.querySelector(`li[id="c-${id}"] a[href]`)).not.toBeNull();
  });
});
