import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embeddingCalibration } from '../../../src/advisor/embedding/calibration.ts';
import { embeddingMemory, EMBEDDING_TERM_KEYS, type EmbeddingRequest } from '../../../src/advisor/embedding/memory.ts';
import { embeddingSpeed } from '../../../src/advisor/embedding/speed.ts';
import { bodyParamsB, teraOperationsPerToken } from '../../../src/advisor/embedding/work.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

const facts = loadFacts();
const models = facts.embeddingModels;
const anyRequest = fc.record({
  model: fc.constantFrom(...models),
  bits: fc.constantFrom(4.5, 8.5, 16, 32),
  batch: fc.integer({ min: 1, max: 256 }),
  sequenceTokens: fc.integer({ min: 1, max: 512 }),
  flashAttention: fc.boolean(),
});
const need = (request: EmbeddingRequest) => {
  const memory = embeddingMemory(request);
  if (!memory.known) throw new Error(`${request.model.id}: ${memory.reason}`);
  return memory;
};

describe('memory of embedding models', () => {
  test('the parts are whole bytes, not negative, and sum to the total', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { terms, totalBytes } = need(request);
        expect(terms.map(({ key }) => key)).toEqual([...EMBEDDING_TERM_KEYS]);
        for (const { bytes } of terms) expect(Number.isSafeInteger(bytes) && bytes >= 0).toBe(true);
        expect(terms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(totalBytes);
      }),
    );
  });

  test('more texts, longer texts, more bits, and no flash attention never need less', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { totalBytes } = need(request);
        expect(need({ ...request, batch: request.batch + 1 }).totalBytes).toBeGreaterThanOrEqual(totalBytes);
        expect(need({ ...request, sequenceTokens: Math.max(1, request.sequenceTokens - 1) }).totalBytes).toBeLessThanOrEqual(totalBytes);
        expect(need({ ...request, bits: request.bits + 1 }).totalBytes).toBeGreaterThanOrEqual(totalBytes);
        expect(need({ ...request, flashAttention: false }).totalBytes).toBeGreaterThanOrEqual(totalBytes);
      }),
    );
  });

  test('a text longer than the model can read is refused', () => {
    const model = models.find(({ id }) => id === 'multilingual-e5-large');
    if (model === undefined) throw new Error('facts changed');
    expect(embeddingMemory({ model, batch: 1, sequenceTokens: 513 })).toEqual({ known: false, reason: 'beyond-model', missing: ['sequenceTokens'] });
  });
});

describe('speed of embedding models', () => {
  const calibration = embeddingCalibration(
    {
      runs: facts.embeddingMeasurements.flatMap(({ rows }) => rows),
      models,
      prompts: facts.llmBenchmarks.flatMap(({ rows }) => rows),
      promptModels: facts.models,
    },
    facts.chips,
  );
  const smallest = 'ruri-v3-30m';
  const anySpeed = fc.record({
    model: fc.constantFrom(...models.filter(({ id }) => id !== smallest)),
    chip: fc.constantFrom(...facts.chips),
    sequenceTokens: fc.integer({ min: 1, max: 512 }),
  });
  const speedOf = (request: Parameters<typeof embeddingSpeed>[0]) => {
    const speed = embeddingSpeed(request, calibration);
    if (!speed.known) throw new Error(`${request.model.id}: ${speed.reason}`);
    return speed.tokensPerSecond;
  };

  test('low ≤ mid ≤ high within a factor of four; longer texts and larger models are never faster', () => {
    fc.assert(
      fc.property(anySpeed, (request) => {
        const { low, mid, high } = speedOf(request);
        expect(low).toBeGreaterThan(0);
        expect(low).toBeLessThanOrEqual(mid);
        expect(mid).toBeLessThanOrEqual(high);
        expect(high / low).toBeLessThan(4);
        expect(speedOf({ ...request, sequenceTokens: request.sequenceTokens + 1 }).mid).toBeLessThanOrEqual(mid);
        expect(speedOf({ ...request, model: { ...request.model, paramsB: request.model.paramsB + 1 } }).mid).toBeLessThan(mid);
      }),
    );
  });

  test('no GPU without matrix units is asked for more than its peak rate', () => {
    fc.assert(
      fc.property(anySpeed, ({ model, chip, sequenceTokens }) => {
        fc.pre(!chip.neuralAccelerators);
        const operations = speedOf({ model, chip, sequenceTokens }).high * teraOperationsPerToken(model, sequenceTokens);
        expect(operations).toBeLessThanOrEqual(chip.gpuTflopsFp32?.high ?? 0);
      }),
    );
  });

  test('the table of tokens does not compute', () => {
    const shape = { paramsB: 3, vocab: 1e6, hiddenSize: 1000, layers: 10 };
    expect(bodyParamsB(shape)).toBe(2);
    expect(teraOperationsPerToken(shape, 100)).toBeCloseTo(0.004 + 0.000004);
  });

  test('runs of other texts, of mixtures of experts and of excluded rows are no basis', () => {
    const prompts = facts.llmBenchmarks.flatMap(({ rows }) => rows);
    const ofPrompts = (changed: typeof prompts, promptModels = facts.models) =>
      embeddingCalibration({ runs: [], models, prompts: changed, promptModels }, facts.chips).plain?.points ?? 0;
    expect(ofPrompts(prompts)).toBeGreaterThan(100);
    expect(ofPrompts(prompts.map((row) => ({ ...row, contextTokens: 4096 })))).toBe(0);
    expect(ofPrompts(prompts.map((row) => ({ ...row, measure: 'decode' as const })))).toBe(0);
    expect(ofPrompts(prompts.map((row) => ({ ...row, excluded: 'suspect' as const })))).toBe(0);
    expect(
      ofPrompts(
        prompts,
        facts.models.filter(({ moe }) => moe !== null),
      ),
    ).toBe(0);
  });

  test('a model smaller than all that were measured has a lower low end, and a tiny one is unknown', () => {
    const [chip] = facts.chips;
    const [small, tiny] = ['bge-m3', smallest].map((id) => models.find((model) => model.id === id));
    if (chip === undefined || small === undefined || tiny === undefined) throw new Error('facts changed');
    const request = { model: small, chip, sequenceTokens: 256 };
    const asMeasured = embeddingSpeed(request, { ...calibration, smallestBodyB: 0.1 });
    expect(asMeasured.known && asMeasured.tokensPerSecond.low).toBeGreaterThan(speedOf(request).low);
    expect(embeddingSpeed({ ...request, model: tiny }, calibration)).toEqual({ known: false, reason: 'no-measurement', missing: [smallest] });
  });

  test('without a run, or without a known rate, it is unknown', () => {
    const [chip] = facts.chips;
    const [model] = models;
    if (chip === undefined || model === undefined) throw new Error('facts changed');
    const request = { model, chip, sequenceTokens: 256 };
    expect(embeddingSpeed(request, { plain: null, matrix: null, smallestBodyB: 0.1 })).toMatchObject({ known: false, reason: 'no-measurement' });
    expect(embeddingSpeed({ ...request, chip: { ...chip, gpuTflopsFp32: null } }, calibration)).toMatchObject({ known: false, reason: 'gpu-rate-unknown' });
  });
});
