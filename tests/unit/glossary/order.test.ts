import { describe, expect, it } from 'vitest';
import { glossaryRows } from '../../../src/glossary/order.ts';
import { readTerms } from '../../../src/glossary/read.ts';
import { term } from './terms.ts';

describe('the order of the glossary', () => {
  const rowsOf = (yomi: readonly string[]) =>
    glossaryRows(
      yomi.map((reading, i) => term(`t${i}`, reading, { yomi: reading })),
      'ja',
    );

  it('follows the reading, voiced and small characters among their row', () => {
    expect(
      rowsOf(['がくしゅう', 'あーむ', 'かそう', 'ぱいとーち', 'ゔぃーえーいー', 'わいやー']).map(
        ({ id, terms }) => `${id}: ${terms.map(({ ja }) => ja).join(' ')}`,
      ),
    ).toEqual(['a: あーむ', 'ka: がくしゅう かそう', 'ha: ぱいとーち', 'wa: ゔぃーえーいー わいやー']);
  });
  it('follows the letters in English', () => {
    expect(
      glossaryRows([term('b', 'い', { en: 'beta' }), term('a', 'ろ', { en: 'Alpha' }), term('c', 'は', { en: 'bF16' })], 'en').map(({ label, terms }) => [
        label,
        terms.map(({ en }) => en),
      ]),
    ).toEqual([
      ['A', ['Alpha']],
      ['B', ['beta', 'bF16']],
    ]);
  });
  it.each(['ja', 'en'] as const)('has a place for every term in %s', (locale) => {
    expect(glossaryRows(readTerms(), locale).flatMap(({ terms }) => terms)).toHaveLength(readTerms().length);
  });
});
