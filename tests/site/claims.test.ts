import { describe, expect, it } from 'vitest';
import { unsourcedFigures } from '../../src/build/claims/check.ts';
import { macSizes } from '../../src/build/claims/mac-sizes.ts';
import { checkedPages } from '../../src/build/claims/pages.ts';
import { loadFacts } from '../../src/facts/registry.ts';
import { articles, site } from './site.ts';

const pages = checkedPages('dist');
const sizes = macSizes(loadFacts().macs);

describe('figures in prose', () => {
  it.each(pages)('$path: each comes from a fact or stands beside a citation', ({ main, titles }) => {
    expect(unsourcedFigures(main, titles, sizes)).toEqual([]);
  });

  it('reads every article in its own language, and the questions', () => {
    expect(pages.map(({ path }) => path).sort()).toEqual([...articles(site()).map(({ path }) => path), '/faq/'].sort());
  });

  it('would notice a citation taken away', () => {
    const cited = pages.filter(({ main }) => main.querySelectorAll('a.cite').length > 0);
    expect(cited.length).toBeGreaterThan(3);
    for (const { main, titles } of cited) {
      const bare = main.clone() as typeof main;
      for (const link of bare.querySelectorAll('a.cite')) link.remove();
      expect(unsourcedFigures(bare, titles, sizes).length).toBeGreaterThan(0);
    }
  });
});
