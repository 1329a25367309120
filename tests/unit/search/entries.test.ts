import { describe, expect, it } from 'vitest';
import { conceptsOf } from '../../../src/search/concepts.ts';
import { bestHeadings } from '../../../src/search/group.ts';
import { createLexicon } from '../../../src/search/lexicon.ts';
import { prepareIndex, rankPages } from '../../../src/search/rank.ts';
import type { SearchIndex, SearchPage } from '../../../src/search/types.ts';
import { jaIndex } from './fixture.ts';

const questions: SearchPage = {
  id: 'questions',
  url: '/faq/',
  title: 'よくある質問',
  section: '',
  description: '画像生成とメモリと音声認識の質問に答えます。',
  keywords: '',
  headings: [
    { id: 'disk', text: 'SSDの寿命は縮みますか？', keywords: 'TBW' },
    { id: 'images', text: '画像生成が遅いのはなぜですか？' },
    { id: 'memory', text: 'メモリの上限は増やせますか？' },
  ],
  entries: true,
  twins: 1,
  words: '',
};
const index: SearchIndex = { ...jaIndex, pages: [...jaIndex.pages, questions] };
const concepts = (query: string) => conceptsOf(query, createLexicon(index));
const rank = (query: string) => rankPages(query, concepts(query), prepareIndex(index)).map(({ page }) => page.url);

describe('a page of entries', () => {
  it('is found by one of them', () => {
    expect(rank('SSDの寿命')[0]).toBe('/faq/');
  });
  it('is found by the keywords of one of them, which lead to it', () => {
    expect(rank('TBW')).toEqual(['/faq/']);
    expect(bestHeadings(questions.headings, concepts('TBW'), 3).map(({ id }) => id)).toEqual(['disk']);
  });
  it('stands behind an article on the same subject', () => {
    expect(rank('メモリの上限')).toEqual(['/memory/', '/faq/']);
  });
  it('does not answer a query with words of several entries', () => {
    const evidence = rankPages('SSD 上限', concepts('SSD 上限'), prepareIndex(index)).find(({ page }) => page.url === '/faq/')?.evidence;
    expect(evidence?.filter((each) => each > 0)).toHaveLength(1);
  });
  it('does not make its words common', () => {
    const score = (of: SearchIndex) =>
      rankPages('画像生成', conceptsOf('画像生成', createLexicon(of)), prepareIndex(of)).find(({ page }) => page.url === '/images/')?.score;
    expect(score(index)).toBe(score(jaIndex));
  });
});
