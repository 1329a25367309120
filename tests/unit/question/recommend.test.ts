import { describe, expect, it } from 'vitest';
import type { RecommendResult } from '../../../src/question/recommend.ts';
import { textOf } from '../../../src/question/text.ts';
import { ask, askLlm, askTask, facts } from './ask.ts';

const recommended = (question: Readonly<Record<string, unknown>>): RecommendResult => {
  const { recommendation } = askLlm({ recommend: true, ...question });
  if (recommendation === undefined) throw new Error('nothing recommended');
  return recommendation;
};

describe('the cheapest Mac', () => {
  it.each(facts.models.map(({ id }) => id))('for %s costs no more than any other that fits, in either currency', (model) => {
    const { candidates, cheapest, orderedBy } = recommended({ model });
    const fitting = candidates.filter(({ status }) => status === 'comfortable' || status === 'fits');
    const compared = fitting.length > 0 ? fitting : candidates;
    const amounts = ({ price, foreignPrice }: (typeof candidates)[number]) =>
      new Map([price, foreignPrice].flatMap((one) => (one ? [[one.currency, one.amount]] : [])));
    const least = candidates.find(({ id }) => id === cheapest);
    expect(least === undefined).toBe(compared.every((one) => amounts(one).size === 0));
    if (least === undefined) return;
    for (const one of compared) {
      const shared = [orderedBy, ...amounts(one).keys()].find((currency) => amounts(one).has(currency) && amounts(least).has(currency));
      if (shared !== undefined) expect(amounts(least).get(shared)).toBeLessThanOrEqual(amounts(one).get(shared) ?? 0);
    }
  });

  it('is the first of the list without a currency, and says by which prices', () => {
    const { candidates, cheapest, orderedBy } = recommended({ model: 'qwen3-32b' });
    expect(cheapest).toBe(candidates[0]?.id);
    expect(candidates[0]?.reasons).toContain('cheapest');
    expect(orderedBy).toBe('USD');
    expect(textOf(ask({ model: 'qwen3-32b', recommend: true }))).toMatch(/cheapest +mac-mini-2026\/m6-12\/32 {2}\(by prices in USD\)/);
  });
});

describe('other Macs', () => {
  it('are judged by their own limit and the newest macOS, beside the other applications', () => {
    const plain = recommended({ model: 'qwen3-8b' });
    expect({ ...recommended({ model: 'qwen3-8b', memoryGB: 16, wiredLimitMiB: 8000, macOS: 12 }), alternatives: [] }).toEqual(plain);
    expect(recommended({ model: 'qwen3-8b', otherAppsGB: 8 }).candidates[0]?.id).not.toBe(plain.candidates[0]?.id);
  });

  it('have a speed with its unit', () => {
    expect(recommended({ model: 'qwen3-8b' }).speedUnit).toBe('tokens per second');
    const { recommendation, speed } = askTask({ task: 'image', model: 'flux.1-dev', chip: 'm5-pro-16', recommend: true });
    expect(recommendation?.speedUnit).toBe('images per second');
    const same = recommendation?.candidates.find(({ id }) => id.includes('/m5-pro-16/'));
    expect((same?.speed?.mid ?? 0) * (speed?.mid ?? 0)).toBeCloseTo(1, 1);
  });
});

describe('what else would help', () => {
  it('is fast enough where a speed was asked for', () => {
    const { alternatives = [] } = recommended({ model: 'qwen3-14b', chip: 'm1-8', memoryGB: 16, minTokensPerSecond: 15 });
    expect(alternatives.map(({ kind }) => kind)).toContain('change');
    for (const { kind, decode } of alternatives) if (kind === 'change') expect(decode?.mid).toBeGreaterThanOrEqual(15);
    expect(alternatives.at(-1)).toEqual({ kind: 'cloud', changes: [], status: null, decode: null });
  });

  it('keeps a described model described', () => {
    const kvLayers = [{ kind: 'full', layers: 64, kvHeads: 8, headDim: 128 }];
    const { alternatives = [] } = recommended({ paramsB: 32, kvLayers, chip: 'm4-10', memoryGB: 32, quant: 'q8_0', minTokensPerSecond: 2 });
    expect(alternatives.some(({ changes }) => changes.some(({ kind }) => kind === 'quantization'))).toBe(true);
  });
});

describe('a Mac with 8GB', () => {
  it('only just runs what was measured on one', () => {
    const question = { model: 'llama-3-8b', quant: 'q4_k_m', chip: 'm1-7', memoryGB: 8, macOS: 14, contextTokens: 1024 };
    expect(askLlm(question).budget).toMatchObject({ status: 'tight', reason: 'uses-margin' });
    expect(askLlm({ ...question, contextTokens: 8192 }).budget?.status).toBe('no');
  });
});
