import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CACHE_TYPES } from '../../../src/advisor/kv-cache.ts';
import { isOffered } from '../../../src/advisor/weights.ts';
import { isRefusal } from '../../../src/question/answer.ts';
import { QUESTION_SCHEMAS } from '../../../src/question/schema.ts';
import { textOf } from '../../../src/question/text.ts';
import { ask, askLlm, facts } from './ask.ts';

const anyField = fc.constantFrom(
  ...new Set(Object.values(QUESTION_SCHEMAS).flatMap(({ shape }) => Object.keys(shape))),
  '__proto__',
  'constructor',
  'toString',
);

/** Objects that look like questions: known fields, any values. */
const almostQuestion = fc.array(fc.tuple(anyField, fc.jsonValue()), { maxLength: 6 }).map((entries) => Object.fromEntries(entries));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const dimension = (max: number) => fc.integer({ min: 1, max });

const kvLayer = fc.oneof(
  fc.record({ kind: fc.constant('full'), layers: dimension(200), kvHeads: dimension(128), headDim: dimension(512) }),
  fc.record({ kind: fc.constantFrom('swa', 'chunk'), layers: dimension(200), kvHeads: dimension(128), headDim: dimension(512), window: dimension(65_536) }),
  fc.record({ kind: fc.constant('mla'), layers: dimension(200), kvLoraRank: dimension(2048), qkRopeHeadDim: dimension(256) }),
);

const named = fc.constantFrom(...facts.models).chain((model) =>
  fc.record({
    model: fc.constant(model.id),
    quant: fc.constantFrom(...facts.quantizations.filter((one) => isOffered(model, one)).map(({ id }) => id)),
  }),
);

const described = fc.record({
  paramsB: fc.double({ min: 0.001, max: 5000, noNaN: true }),
  activeParamsB: optional(fc.double({ min: 0.0001, max: 0.001, noNaN: true })),
  weightBytes: optional(fc.integer({ min: 625e9, max: 1e13 })),
  layers: optional(fc.integer({ min: 1000, max: 2000 })),
  vocab: optional(dimension(1e6)),
  kvLayers: optional(fc.array(kvLayer, { maxLength: 4 })),
});

const llmQuestion = fc
  .tuple(
    fc.oneof(named, described),
    fc.record({
      chip: fc.constantFrom(...facts.chips.map(({ id }) => id)),
      memoryGB: optional(fc.constantFrom(8, 16, 18, 24, 32, 64, 100, 128, 512)),
      macOS: optional(fc.constantFrom(13, 15.7, 26, 27)),
      contextTokens: optional(fc.integer({ min: 0, max: 1_000_000 })),
      promptTokens: optional(fc.integer({ min: 0, max: 100_000 })),
      cacheTypeK: optional(fc.constantFrom(...CACHE_TYPES)),
      cacheTypeV: optional(fc.constantFrom(...CACHE_TYPES)),
      sequences: optional(dimension(16)),
      microBatch: optional(dimension(4096)),
      flashAttention: optional(fc.boolean()),
      otherAppsGB: optional(fc.double({ min: 0, max: 200, noNaN: true })),
      wiredLimitMiB: optional(fc.integer({ min: 0, max: 600_000 })),
    }),
  )
  .map(([model, settings]): Record<string, unknown> => ({ ...model, ...settings }));

describe('any JSON as a question', () => {
  it('gets an error or an answer, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), almostQuestion), (question) => {
        const result = ask(question);
        expect('error' in result !== 'memory' in result).toBe(true);
        expect(textOf(result)).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any question about a language model', () => {
  it('has an answer that is consistent with itself', () => {
    fc.assert(
      fc.property(llmQuestion, (question) => {
        const { memory, budget, decode, prefill, timeToFirstTokenSeconds, sustained, rooflineTokensPerSecond } = askLlm(question);
        const { totalBytes, ...parts } = memory;
        const known = Object.values(parts).filter((bytes) => bytes !== null);
        for (const bytes of known) expect(Number.isSafeInteger(bytes) && bytes >= 0).toBe(true);
        // The sum is known where all parts are, and only there.
        expect(totalBytes).toBe(known.length < Object.keys(parts).length ? null : known.reduce((sum, bytes) => sum + bytes, 0));
        if (budget !== null) expect(budget.status === null).toBe(totalBytes === null);
        expect(budget === null).toBe(question['memoryGB'] === undefined);
        if (budget !== null) expect(budget.usableBytes).toBeLessThanOrEqual(budget.gpuLimitBytes);
        for (const range of [decode, prefill, timeToFirstTokenSeconds, sustained?.decode, sustained?.prefill]) {
          if (range === undefined || range === null) continue;
          expect(Number.isFinite(range.high) && range.low >= 0 && range.low <= range.mid && range.mid <= range.high).toBe(true);
        }
        if (decode !== null && rooflineTokensPerSecond !== null) expect(decode.high).toBeLessThanOrEqual(rooflineTokensPerSecond);
      }),
      { numRuns: 500 },
    );
  });

  it('has the same answer after a round trip through JSON, and one that JSON can hold', () => {
    fc.assert(
      fc.property(llmQuestion, (question) => {
        const result = ask(question);
        expect(ask(JSON.parse(JSON.stringify(question)))).toEqual(result);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(isRefusal(result)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
