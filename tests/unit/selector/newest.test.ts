import { describe, expect, test } from 'vitest';
import { withoutOlder } from '../../../src/advisor/recommend/newest.ts';
import { ask, chosen, prepared } from './prepared.ts';

const model = (id: string, paramsB = 8, contextMax = 8192, activeParamsB: number | null = null) => ({ id, paramsB, contextMax, activeParamsB });
const idsOf = (models: readonly { readonly id: string }[]): string[] => models.map(({ id }) => id);

describe('the newest of about a size', () => {
  test('an older version goes, whatever the order', () => {
    expect(idsOf(withoutOlder([model('llama-3.1-8b'), model('llama-3-8b'), model('llama-2-13b', 13), model('llama-2-70b', 70)]))).toEqual([
      'llama-3.1-8b',
      'llama-2-70b',
    ]);
  });

  test.each([
    ['a number that is the size', [model('ministral-8b', 8), model('ministral-14b', 8.5)]],
    ['another variety', [model('qwen2.5-coder-32b', 32.8), model('qwen3-32b', 32.8)]],
    ['another size of the same name', [model('glm-4-air', 9), model('glm-5-air', 100)]],
    ['a dense model', [model('qwen3-30b-a3b', 30, 8192, 3), model('qwen3.8-27b', 27)]],
    ['a newer one that holds less', [model('llama-3-8b', 8, 131_072), model('llama-3.1-8b')]],
  ])('%s is no newer version', (_, models) => {
    expect(withoutOlder(models)).toEqual(models);
  });

  test('a newer one that holds as much as is wanted is enough', () => {
    const models = [model('qwen2.5-14b', 14.8, 131_072), model('qwen3-14b', 14.8, 40_960)];
    expect(idsOf(withoutOlder(models, 32_768))).toEqual(['qwen3-14b']);
    expect(idsOf(withoutOlder(models, 65_536))).toEqual(['qwen2.5-14b', 'qwen3-14b']);
  });

  test('of the list the older ones go that have a successor, and no others', () => {
    const gone = prepared.data.models.filter((one) => !prepared.newest.includes(one)).map(({ id }) => id);
    expect(gone).toContain('llama-3-8b');
    expect(gone).toContain('llama-3.1-70b');
    for (const id of ['llama-3.1-405b', 'llama-3.2-3b', 'qwen2.5-coder-32b', 'gpt-oss-20b']) expect(gone).not.toContain(id);
  });

  test('is what a larger model of the family is replaced by', () => {
    const replaced = (task: 'chat' | 'lora', id: string) => {
      const { suggestions } = ask({ ...chosen(task, id), owned: { chip: 'm4-10', memoryGB: 16 } });
      return suggestions.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'model').map(({ values }) => values.model));
    };
    expect(replaced('chat', 'llama-3.3-70b')).toContain('llama-3.1-8b');
    expect(replaced('chat', 'llama-3-8b')).not.toContain('llama-3-8b');
    expect(replaced('lora', 'llama-3.3-70b')).toContain('llama-3.1-8b');
  });
});
