import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapterParams } from '../../../src/advisor/training/adapters.ts';
import { trainingMemory, TRAINING_TERM_KEYS, type TrainingRequest } from '../../../src/advisor/training/memory.ts';
import { daysFromScratch, teraOperationsPerToken, trainingCalibration, trainingSpeed } from '../../../src/advisor/training/speed.ts';
import { TRAINING_METHODS, type TrainingShape } from '../../../src/advisor/training/types.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

const facts = loadFacts();

/** Llama 3.1 8B. */
const llama: TrainingShape = {
  paramsB: 8.030261,
  layers: 32,
  hiddenSize: 4096,
  intermediateSize: 14336,
  vocab: 128256,
  attentionHeads: 32,
  kvLayers: [{ kind: 'full', layers: 32, kvHeads: 8, headDim: 128 }],
};

const anyShape: fc.Arbitrary<TrainingShape> = fc
  .constantFrom(...facts.models)
  .chain((model) =>
    fc.constantFrom(null, 3 * model.hiddenSize).map((intermediateSize) => ({ ...model, intermediateSize, kvLayers: model.attention.kvLayers })),
  );
const anyRequest: fc.Arbitrary<TrainingRequest> = fc.record({
  shape: anyShape,
  method: fc.constantFrom(...TRAINING_METHODS),
  batch: fc.integer({ min: 1, max: 8 }),
  sequenceTokens: fc.integer({ min: 64, max: 8192 }),
  checkpointing: fc.boolean(),
  flashAttention: fc.boolean(),
  loraRank: fc.integer({ min: 1, max: 128 }),
  adaptedLayers: fc.integer({ min: 1, max: 24 }),
  targets: fc.constantFrom('attention' as const, 'all' as const),
});
const bytesOf = (request: TrainingRequest, key: (typeof TRAINING_TERM_KEYS)[number]) =>
  trainingMemory(request).terms.find((term) => term.key === key)?.bytes ?? 0;

describe('memory of training', () => {
  test('the parts are whole bytes, not negative, and sum to the total', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { terms, totalBytes } = trainingMemory(request);
        expect(terms.map(({ key }) => key)).toEqual([...TRAINING_TERM_KEYS]);
        for (const { bytes } of terms) expect(Number.isSafeInteger(bytes) && bytes >= 0).toBe(true);
        expect(terms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(totalBytes);
      }),
    );
  });

  test('larger batches, longer sequences, higher ranks, more layers and more targets never need less', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { totalBytes } = trainingMemory(request);
        for (const larger of [
          { ...request, batch: request.batch + 1 },
          { ...request, sequenceTokens: request.sequenceTokens + 256 },
          { ...request, loraRank: (request.loraRank ?? 1) + 8 },
          { ...request, adaptedLayers: (request.adaptedLayers ?? 1) + 1 },
          { ...request, targets: 'all' as const },
          { ...request, flashAttention: false },
          { ...request, checkpointing: false },
        ]) {
          expect(trainingMemory(larger).totalBytes).toBeGreaterThanOrEqual(totalBytes);
        }
      }),
    );
  });

  test('states per parameter: 18, 16, 12 and 8 bytes', () => {
    const perParameter = TRAINING_METHODS.slice(0, 4).map((method) => {
      const request: TrainingRequest = { shape: llama, method, batch: 1, sequenceTokens: 1, checkpointing: true };
      return (['weights', 'gradients', 'optimizer'] as const).reduce((sum, key) => sum + bytesOf(request, key), 0) / (llama.paramsB * 1e9);
    });
    expect(perParameter.map((bytes) => Math.round(bytes * 100) / 100)).toEqual([18, 16, 8, 12]);
  });

  test('adapters: QLoRA keeps a quarter of the weights’ bytes and the same adapters', () => {
    const request: TrainingRequest = { shape: llama, method: 'lora', batch: 1, sequenceTokens: 512, checkpointing: true };
    expect(bytesOf({ ...request, method: 'qlora' }, 'weights') / bytesOf(request, 'weights')).toBeCloseTo(4.5 / 16);
    expect(bytesOf({ ...request, method: 'qlora' }, 'adapters')).toBe(bytesOf(request, 'adapters'));
  });

  test('rank 16 on all matrices of Llama 3.1 8B is 41.9 million parameters', () => {
    expect(adapterParams(llama, 16, 32, 'all')).toBe(41_943_040);
  });

  test('every expert of a mixture has adapters of its own, and a token leaves the results of those it passes', () => {
    const dense = { ...llama, intermediateSize: 768, moe: null };
    const mixture = { ...dense, moe: { experts: 128, activeExperts: 8 } };
    const ofExperts = (shape: typeof dense | typeof mixture) => adapterParams(shape, 16, 32, 'all') - adapterParams(shape, 16, 32, 'attention');
    expect(ofExperts(mixture)).toBe(128 * ofExperts(dense));
    expect(adapterParams(mixture, 16, 32, 'attention')).toBe(adapterParams(dense, 16, 32, 'attention'));
    const request: TrainingRequest = { shape: dense, method: 'lora', batch: 1, sequenceTokens: 512, checkpointing: false };
    expect(bytesOf({ ...request, shape: mixture }, 'activations') - bytesOf(request, 'activations')).toBe(32 * 512 * 8 * 768 * 7);
  });
});

describe('speed of training', () => {
  const calibration = trainingCalibration(
    facts.trainingMeasurements.flatMap(({ rows }) => rows),
    facts.chips,
  );
  const anySpeed = fc.record({
    shape: anyShape,
    chip: fc.constantFrom(...facts.chips),
    method: fc.constantFrom(...TRAINING_METHODS),
    checkpointing: fc.boolean(),
    adaptedLayers: fc.integer({ min: 1, max: 24 }),
  });
  const rangeOf = (request: Parameters<typeof trainingSpeed>[0]) => {
    const speed = trainingSpeed(request, calibration);
    if (!speed.known) throw new Error(speed.reason);
    return speed.tokensPerSecond;
  };

  test('examples longer than the measured ones are slower, by the attention they add', () => {
    const [oneChip] = facts.chips;
    if (oneChip === undefined) throw new Error('no chips');
    const request = { shape: llama, chip: oneChip, method: 'full-amp', checkpointing: false } as const;
    const [usual, short, long] = [undefined, 512, 131_072].map((sequenceTokens) => rangeOf({ ...request, ...(sequenceTokens && { sequenceTokens }) }).mid);
    expect(short).toBe(usual);
    // 6N of the weights against three passes of 4 × heads × width × half the tokens in 32 layers.
    const attention = (3 * 32 * 4 * 32 * 128 * (131_072 - 2048)) / 2;
    expect((usual ?? 0) / (long ?? 1)).toBeCloseTo(1 + attention / (6 * llama.paramsB * 1e9), 5);
  });

  test('low ≤ mid ≤ high; checkpointing and more adapted layers are never faster', () => {
    fc.assert(
      fc.property(anySpeed, (request) => {
        const range = rangeOf(request);
        expect(range.low).toBeGreaterThan(0);
        expect(range.low).toBeLessThanOrEqual(range.mid);
        expect(range.mid).toBeLessThanOrEqual(range.high);
        expect(rangeOf({ ...request, checkpointing: true }).mid).toBeLessThanOrEqual(range.mid);
        expect(rangeOf({ ...request, adaptedLayers: request.adaptedLayers + 1 }).mid).toBeLessThanOrEqual(range.mid);
      }),
    );
  });

  test('a chip of the same family with more GPU cores is never slower, and no chip beats its peak rate', () => {
    fc.assert(
      fc.property(anySpeed, fc.constantFrom(...facts.chips), (request, other) => {
        const { chip, shape } = request;
        const operations =
          rangeOf({ ...request, method: 'full-amp', checkpointing: false }).high * teraOperationsPerToken(shape.activeParamsB ?? shape.paramsB, 'full-amp');
        expect(operations).toBeLessThanOrEqual((chip.gpuTflopsFp32?.high ?? 0) * (chip.neuralAccelerators ? 4 : 1));
        fc.pre(other.family === chip.family && other.gpuCores >= chip.gpuCores);
        expect(rangeOf({ ...request, chip: other }).mid).toBeGreaterThanOrEqual(rangeOf(request).mid * 0.99);
      }),
    );
  });

  test('operations per token: 6N, 8N with checkpointing, 4N with adapters on all layers', () => {
    expect(teraOperationsPerToken(1000, 'full-amp')).toBe(6);
    expect(teraOperationsPerToken(1000, 'full-bf16', { checkpointing: true })).toBe(8);
    expect(teraOperationsPerToken(1000, 'lora')).toBe(4);
    expect(teraOperationsPerToken(1000, 'qlora', { reach: 0.5 })).toBe(3);
  });

  test('training Llama 3.1 8B from scratch takes a large Mac more than a century', () => {
    const chip = facts.chips.find(({ id }) => id === 'm3-ultra-80');
    if (chip === undefined) throw new Error('facts changed');
    const days = daysFromScratch({ shape: llama, chip, checkpointing: false }, 15e12, calibration);
    if ('known' in days) throw new Error(days.reason);
    expect(days.low).toBeGreaterThan(365 * 100);
  });

  test('without a run, or without a known rate, it is unknown', () => {
    const [chip] = facts.chips;
    if (chip === undefined) throw new Error('facts changed');
    const request = { shape: llama, chip, method: 'lora' as const, checkpointing: true };
    expect(trainingSpeed(request, { efficiency: [] })).toMatchObject({ known: false, reason: 'no-measurement' });
    expect(trainingSpeed({ ...request, chip: { ...chip, gpuTflopsFp32: null } }, calibration)).toMatchObject({ known: false, reason: 'gpu-rate-unknown' });
  });
});
