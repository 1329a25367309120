import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findModels, findQuantizations } from '../../../src/selector/find.ts';
import { READINGS } from '../../../src/selector/readings.ts';
import { facts } from './catalog.ts';

const find = (query: string): string[] => findModels(query, facts.models).map(({ id }) => id);
const familiesOf = (query: string): string[] => [...new Set(findModels(query, facts.models).map(({ family }) => family))];

describe('models by name', () => {
  test.each([
    ['qwen', 'Qwen'],
    ['ｑｗｅｎ', 'Qwen'],
    ['QWEN', 'Qwen'],
    ['クウェン', 'Qwen'],
    ['ｸｳｪﾝ', 'Qwen'],
    ['くうぇん', 'Qwen'],
    ['きゅーうぇん', 'Qwen'],
    ['ラマ', 'Llama'],
    ['らま', 'Llama'],
    ['ジェマ', 'Gemma'],
    ['ミストラル', 'Mistral'],
    ['ディープシーク', 'DeepSeek'],
    ['ジーピーティー', 'gpt-oss'],
    ['スワロー', 'Swallow'],
    ['エルワイザ', 'ELYZA'],
    ['ELYZA', 'ELYZA'],
    ['楽天', 'Rakuten'],
    ['さらしな', 'Sarashina'],
    ['コマンド', 'Cohere'],
    ['オルモ', 'OLMo'],
    ['百度', 'ERNIE'],
    ['サイバーエージェント', 'CyberAgent'],
    ['りんな', 'rinna'],
    ['からくり', 'KARAKURI'],
    ['Alibaba', 'Qwen'],
    ['Google', 'Gemma'],
    ['グーグル', 'Gemma'],
    ['Meta', 'Llama'],
    ['OpenAI', 'gpt-oss'],
    ['microsoft', 'Phi'],
    ['qw', 'Qwen'],
  ])('%s', (query, family) => {
    expect(familiesOf(query)[0]).toBe(family);
  });

  test.each([
    ['qwne', 'Qwen'],
    ['deapseek', 'DeepSeek'],
    ['mistrel', 'Mistral'],
    ['lamma', 'Llama'],
    ['gema', 'Gemma'],
    ['elyzza', 'ELYZA'],
    ['クウェソ', 'Qwen'],
  ])('%s, misspelt', (query, family) => {
    expect(familiesOf(query)).toContain(family);
  });

  test('a misspelt word does not fill the list of one that is spelt right', () => {
    expect(familiesOf('phi')).toEqual(['Phi']);
    expect(familiesOf('gemma')).toEqual(['Gemma', 'Swallow']);
  });

  test('parts, with and without what is between them', () => {
    expect(find('gptoss')).toEqual(find('gpt-oss'));
    expect(find('gpt oss 20')[0]).toBe('gpt-oss-20b');
    expect(find('llama3')[0]).toBe('llama-3-8b');
    expect(find('qwen36')).toEqual(['qwen3.6-27b', 'qwen3.6-35b-a3b']);
    expect(find('qwen3 8b')[0]).toBe('qwen3-8b');
    expect(find('gemma 3 27')[0]).toBe('gemma-3-27b');
    expect(find('phi-4')[0]).toBe('phi-4');
    for (const { id, name } of facts.models) {
      expect(find(id)[0]).toBe(id);
      expect(find(name)).toContain(id);
    }
  });
});

describe('models by what they are', () => {
  test('size', () => {
    expect(find('30b').slice(0, 3)).toEqual(['qwen3-30b-a3b', 'qwen3-coder-30b-a3b', 'qwen3-vl-30b-a3b']);
    for (const model of findModels('70b', facts.models)) expect(model.paramsB).toBeGreaterThan(65);
    expect(find('8b')).not.toContain('phi-3-mini');
    expect(find('クウェン8B')[0]).toBe('qwen3-8b');
    expect(find('Qwen 8 B')[0]).toBe('qwen3-8b');
  });

  test('Japanese', () => {
    const japanese = facts.models.filter((model) => model.japanese).map(({ id }) => id);
    for (const query of ['日本語', 'にほんご', '日本語モデル', '日本語のモデル']) expect(find(query), query).toEqual(japanese);
    // Those that have the word in their name go first.
    expect(find('japanese').sort()).toEqual([...japanese].sort());
    expect(find('日本語 8b')).toContain('llama-3.1-swallow-8b');
    for (const model of findModels('日本語 8b', facts.models)) expect(model.japanese).toBe(true);
  });

  test('words about quantizations are passed over', () => {
    expect(find('8B q4')).toEqual(find('8B'));
    expect(find('qwen3-8b Q4_K_M')[0]).toBe('qwen3-8b');
    expect(find('qwen mlx 4bit')).toEqual(find('qwen'));
  });

  test('models of other kinds', () => {
    expect(findModels('フラックス', facts.imageModels).map(({ family }) => family)).toEqual(Array(5).fill('FLUX'));
    expect(findModels('stable diffusion', facts.imageModels)).toHaveLength(4);
    expect(findModels('turbo', facts.speechModels).map(({ id }) => id)).toEqual(['whisper-large-v3-turbo']);
    expect(findModels('日本語', facts.embeddingModels).map(({ id }) => id)).toEqual(['ruri-v3-310m', 'ruri-v3-30m']);
  });
});

describe('the list', () => {
  test('is whole and in its order without a query', () => {
    for (const query of ['', ' ', '　', 'モデル', 'q4']) expect(findModels(query, facts.models), query).toEqual(facts.models);
  });

  test('is empty where nothing is meant', () => {
    for (const query of ['xyzzy', '🙂', 'qwen gemma', '-']) expect(find(query), query).toEqual([]);
  });

  test('holds models of the list only, each once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (query) => {
        const ids = find(query);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(facts.models.length);
        expect(find(query)).toEqual(ids);
      }),
      { numRuns: 300 },
    );
    expect(find('a'.repeat(2 ** 20))).toEqual([]);
    expect(find('qwen '.repeat(2 ** 18))[0]).toBe(find('qwen')[0]);
  });

  test('a longer beginning never finds more', () => {
    for (const word of ['qwen', 'llama', 'gemma', 'deepseek', 'クウェン', 'ミストラル']) {
      const counts = Array.from({ length: word.length - 1 }, (_, index) => find(word.slice(0, index + 2)).length);
      expect(counts, word).toEqual([...counts].sort((a, b) => b - a));
    }
  });

  test('every family has a reading', () => {
    for (const { id, name, family } of facts.models) {
      const text = `${id} ${name} ${family}`.toLowerCase();
      if (family !== 'ABEJA')
        expect(
          READINGS.some(([key]) => text.includes(key)),
          id,
        ).toBe(true);
    }
  });
});

describe('quantizations by name', () => {
  const quants = (query: string): string[] => findQuantizations(query, facts.quantizations).map(({ id }) => id);

  test.each([
    ['q4', 'q4_k_m'],
    ['Q4_K_M', 'q4_k_m'],
    ['q4km', 'q4_k_m'],
    ['8B q4', 'q4_k_m'],
    ['qwen3-8b q8_0', 'q8_0'],
    ['4bit', 'q4_k_m'],
    ['４ビット', 'q4_k_m'],
    ['mlx 8bit', 'mlx-8bit'],
    ['mlx', 'mlx-4bit'],
    ['mxfp4', 'mxfp4'],
    ['fp16', 'mlx-fp16'],
    ['f16', 'f16'],
    ['iq2_m', 'iq2_m'],
  ])('%s', (query, id) => {
    expect(quants(query)[0]).toBe(id);
  });

  test('none in a query without one', () => {
    for (const query of ['', 'qwen', '8b', '日本語', 'm', 'k']) expect(quants(query), query).toEqual([]);
  });
});
