import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/question/text.ts';
import { ask, askLlm, askTask } from './ask.ts';

const LAYERS = [{ kind: 'full', layers: 36, kvHeads: 8, headDim: 128 }];

describe('a need that is not known', () => {
  it('without weights has its cache and nothing that rests on the weights', () => {
    const { memory, budget, unknown, notes, recommendation } = askLlm({ kvLayers: LAYERS, memoryGB: 8, recommend: true });
    expect(memory).toMatchObject({ weightsBytes: null, computeBufferBytes: null, totalBytes: null, kvCacheBytes: 36 * 8 * 128 * 4 * 8192 });
    expect(budget).toMatchObject({ status: null, reason: 'need-unknown' });
    expect(budget?.gpuLimitBytes).toBeGreaterThan(0);
    expect(notes).toContain('weights-unknown');
    expect(recommendation).toBeUndefined();
    expect(unknown.join('\n')).toMatch(/weightsBytes.*\n.*computeBufferBytes.*\n(?:.*\n)*recommendation/);
  });

  it('without layers has its weights and no cache', () => {
    const { memory, budget, unknown, recommendation } = askLlm({ paramsB: 8, memoryGB: 8, contextTokens: 1_000_000, chip: 'm1-8', budgetUSD: 9999 });
    expect(memory).toMatchObject({ kvCacheBytes: null, recurrentStateBytes: null, totalBytes: null });
    expect(memory.weightsBytes).toBeGreaterThan(4e9);
    expect(budget?.status).toBeNull();
    expect(recommendation).toBeUndefined();
    expect(unknown.join('\n')).toContain('kvCacheBytes');
  });

  it.each([{ kvLayers: [] }, { paramsB: 8, kvLayers: [] }, { recurrent: { layers: 1, convKernel: 4, dInner: 64, nGroups: 1, dState: 16 } }])(
    'recommends nothing: %j',
    (question) => {
      const { recommendation, budget, memory } = askLlm({ ...question, memoryGB: 16, recommend: true });
      expect([recommendation, budget?.status, memory.totalBytes]).toEqual([undefined, null, null]);
    },
  );

  it('is whole where everything is given, also without attention', () => {
    const recurrent = { layers: 24, convKernel: 4, dInner: 4096, nGroups: 1, dState: 128 };
    expect(askLlm({ paramsB: 3, recurrent, memoryGB: 16 })).toMatchObject({ memory: { kvCacheBytes: 0 }, budget: { status: 'comfortable' } });
    expect(askLlm({ kvLayers: LAYERS, vocab: 151_936 }).memory.computeBufferBytes).toBeGreaterThan(512 * 4 * 151_936);
  });

  it('of another task says that nothing is recommended', () => {
    const { memory, recommendation, unknown } = askTask({ task: 'image', model: 'sd3.5-medium', recommend: true });
    expect([memory, recommendation]).toEqual([null, undefined]);
    expect(unknown.at(-1)).toMatch(/^recommendation: /);
  });

  it('reads so', () => {
    const text = textOf(ask({ kvLayers: LAYERS, memoryGB: 8 }));
    expect(text).toMatch(/weights +\? GiB\n {2}KV cache +1\.13 GiB/);
    expect(text).toMatch(/verdict +not known/);
  });
});
