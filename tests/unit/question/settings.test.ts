import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CACHE_TYPES } from '../../../src/advisor/kv-cache.ts';
import { TRAINING_METHODS } from '../../../src/advisor/training/types.ts';
import { isRefusal } from '../../../src/question/answer.ts';
import { ask, facts } from './ask.ts';

const idOf = (records: readonly { readonly id: string }[]) => fc.constantFrom(...records.map(({ id }) => id));
const partly = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] });

const machine = partly({
  chip: idOf(facts.chips),
  memoryGB: fc.constantFrom(8, 16, 64),
  macOS: fc.constantFrom(14, 15.7, 26),
  wiredLimitMiB: fc.nat({ max: 60_000 }),
  otherAppsGB: fc.double({ min: 0, max: 40, noNaN: true }),
});
const wish = partly({
  recommend: fc.boolean(),
  budgetUSD: fc.integer({ min: 500, max: 9000 }),
  portable: fc.boolean(),
  diskGB: fc.integer({ min: 1, max: 4000 }),
});
const layers = fc.record({ kind: fc.constant('full'), layers: fc.integer({ min: 1, max: 80 }), kvHeads: fc.constant(8), headDim: fc.constant(128) });
const figures = partly({
  weightBytes: fc.integer({ min: 1e8, max: 1e11 }),
  bitsPerWeight: fc.double({ min: 2, max: 16, noNaN: true }),
  vocab: fc.integer({ min: 1000, max: 300_000 }),
  kvLayers: fc.array(layers, { maxLength: 2 }),
  recurrent: fc.constantFrom(null, { layers: 3, convKernel: 4, dInner: 1024, nGroups: 4, dState: 64 }),
});
const llm = partly({
  quant: fc.constantFrom('Q4_K_M', 'q8_0', 'mlx-4bit', null),
  contextTokens: fc.nat({ max: 200_000 }),
  promptTokens: fc.nat({ max: 200_000 }),
  cacheType: fc.constantFrom(...CACHE_TYPES),
  cacheTypeK: fc.constantFrom(...CACHE_TYPES),
  flashAttention: fc.boolean(),
  fullWindow: fc.boolean(),
  sequences: fc.integer({ min: 1, max: 9 }),
  microBatch: fc.integer({ min: 1, max: 4096 }),
  minTokensPerSecond: fc.integer({ min: 1, max: 60 }),
});
const named = fc.record({ model: idOf(facts.models), weightBytes: fc.option(fc.integer({ min: 1e8, max: 1e11 }), { nil: undefined }) });
const described = figures.map((given) => ({ paramsB: 8, ...given }));

const questions = [
  fc.tuple(machine, wish, llm, fc.oneof(named, described)).map((parts) => Object.assign({}, ...parts)),
  fc.tuple(
    machine,
    wish,
    fc.record({ task: fc.constant('image'), model: idOf(facts.imageModels) }),
    partly({ steps: fc.integer({ min: 1, max: 60 }), batch: fc.constant(2) }),
  ),
  fc.tuple(machine, wish, fc.record({ task: fc.constant('speech'), model: idOf(facts.speechModels) }), partly({ quant: fc.constantFrom('q8_0', 'F16') })),
  fc.tuple(machine, wish, fc.record({ task: fc.constant('embedding'), model: idOf(facts.embeddingModels) }), partly({ flashAttention: fc.boolean() })),
  fc.tuple(
    machine,
    wish,
    fc.record({
      task: fc.constant('training'),
      model: fc.constantFrom('qwen3-8b', 'qwen3-30b-a3b', 'llama-3.2-1b'),
      method: fc.constantFrom(...TRAINING_METHODS),
    }),
    partly({ sequenceTokens: fc.constantFrom(512, 4096), checkpointing: fc.boolean(), flashAttention: fc.boolean() }),
  ),
].map((question) => question.map((parts): Record<string, unknown> => Object.assign({}, ...[parts].flat())));

describe('the settings of an answer', () => {
  it('asked again as they are give the same answer', () => {
    let answered = 0;
    fc.assert(
      fc.property(fc.oneof(...questions), (question) => {
        const result = ask(question);
        if (isRefusal(result)) return;
        answered += 1;
        expect(ask(JSON.parse(JSON.stringify(result.settings)))).toEqual(result);
      }),
      { numRuns: 600 },
    );
    expect(answered).toBeGreaterThan(300);
  });

  it('hold every field of the question, and what was assumed', () => {
    const given = { model: 'qwen3-32b', wiredLimitMiB: 60_000, otherAppsGB: 20, flashAttention: false, microBatch: 64, fullWindow: true, weightBytes: 1e10 };
    expect(ask(given)).toHaveProperty('settings', expect.objectContaining({ ...given, chip: null, memoryGB: null, quant: 'q4_k_m', sequences: 1 }));
    expect(ask({ paramsB: 8, layers: 36 })).toHaveProperty('settings', expect.objectContaining({ model: null, paramsB: 8, layers: 36 }));
    const training = { task: 'training', model: 'qwen3-8b', loraRank: 64, targets: 'attention', flashAttention: false };
    expect(ask(training)).toHaveProperty('settings', expect.objectContaining(training));
  });

  it('name the prompt that stands for one where nothing is in the cache', () => {
    const result = ask({ model: 'qwen3-8b', chip: 'm4-10', contextTokens: 0 });
    expect(result).toHaveProperty('settings.promptTokens', 512);
    expect(result).toHaveProperty('notes', expect.arrayContaining(['prompt-beyond-context']));
  });
});
