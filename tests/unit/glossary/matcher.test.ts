import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termMatcher } from '../../../src/glossary/matcher.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import { term } from './terms.ts';

const TERMS = [
  term('training', '学習'),
  term('machine-learning', '機械学習', { en: 'machine learning' }),
  term('memory', 'メモリ', { everyday: true }),
  term('pressure', 'メモリプレッシャー', { en: 'memory pressure' }),
  term('bandwidth', 'メモリ帯域幅', { alsoCalled: { ja: ['帯域幅'], en: [] }, aliases: { ja: ['バンド幅'], en: [] } }),
  term('mlx', 'MLX', { en: 'MLX' }),
  term('metal', 'Metal', { en: 'Metal' }),
  term('mps', 'MPS', { en: 'MPS', article: 'pytorch-mps' }),
  term('llama-cpp', 'llama.cpp', { en: 'llama.cpp' }),
  term('q4-k-m', 'Q4_K_M', { en: 'Q4_K_M' }),
  term('token', 'トークン'),
  term('weight', '重み'),
  term('fine-tuning', 'ファインチューニング', { en: 'fine-tuning' }),
];

const found = (text: string, locale: Locale = 'ja', without?: string) =>
  termMatcher(TERMS, locale, without)(text).map(({ start, end, term: { id } }) => `${id}:${text.slice(start, end)}`);

describe('terms in a text', () => {
  it('are found in Japanese as whole words only', () => {
    expect(found('学習する。')).toEqual(['training:学習']);
    expect(found('学習率と転移学習と学習済み')).toEqual([]);
    expect(found('トークナイザとトークン')).toEqual(['token:トークン']);
    expect(found('重み付けと重みを')).toEqual(['weight:重み']);
    expect(found('量子化後のトークンは')).toEqual(['token:トークン']);
  });
  it('are the longest that fit', () => {
    expect(found('機械学習の学習')).toEqual(['machine-learning:機械学習', 'training:学習']);
    expect(found('メモリ帯域幅とメモリプレッシャー')).toEqual(['bandwidth:メモリ帯域幅', 'pressure:メモリプレッシャー']);
  });
  it('go by their exact names, not by what people search with', () => {
    expect(found('帯域幅とバンド幅')).toEqual(['bandwidth:帯域幅']);
  });
  it('leave out what readers know, and what hides in it stays hidden', () => {
    expect(found('メモリを使う')).toEqual([]);
  });
  it('have word boundaries in Latin letters', () => {
    expect(found('MLXとmlx-lmとMLX-LMとMLX2とMLXは')).toEqual(['mlx:MLX', 'mlx:MLX']);
    expect(found('torch.backends.mps、torch.MPS、MPSを使う')).toEqual(['mps:MPS']);
    expect(found('llama.cppはllama.cpp.pyではない')).toEqual(['llama-cpp:llama.cpp']);
    expect(found('Q4_K_MとIQ4_K_MとQ4_K_M_L')).toEqual(['q4-k-m:Q4_K_M']);
    expect(found('CPU/MPSの')).toEqual([]);
    expect(found('速いMLX。次はMetal.')).toEqual(['mlx:MLX', 'metal:Metal']);
  });
  it('may begin a sentence in English, stand in the plural, and keep their capitals', () => {
    expect(found('Machine learning on Metal. Tokens cost; heavy metal does not.', 'en')).toEqual([
      'machine-learning:Machine learning',
      'metal:Metal',
      'token:Tokens',
    ]);
    expect(found('Fine-tuning it, retraining it', 'en')).toEqual(['fine-tuning:Fine-tuning']);
  });
  it('are not what the article is about', () => {
    expect(found('MPSとMLX', 'ja', 'pytorch-mps')).toEqual(['mlx:MLX']);
  });
  it('do not overlap, and stand where they say', () => {
    const words = fc.array(fc.constantFrom(...TERMS.map(({ ja }) => ja), 'の', 'は', '化', ' ', '。', '-', '.', 'A', 'ー', '幅', '機械'), { maxLength: 30 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const use of termMatcher(TERMS, 'ja')(text)) {
          expect(use.start).toBeGreaterThanOrEqual(last);
          expect([use.term.ja, ...(use.term.alsoCalled?.ja ?? [])]).toContain(text.slice(use.start, use.end));
          last = use.end;
        }
      }),
    );
  });
});
