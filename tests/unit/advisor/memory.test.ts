import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeBuffer } from '../../../src/advisor/compute-buffer.ts';
import { describedModel } from '../../../src/advisor/described-model.ts';
import { CACHE_BYTES, CACHE_TYPES, kvCache } from '../../../src/advisor/kv-cache.ts';
import { memoryNeed, TERM_KEYS, withMargin, type MemoryRequest, type TermKey } from '../../../src/advisor/memory.ts';
import { recurrentBytes } from '../../../src/advisor/recurrent.ts';
import { offered, weightsBytes } from '../../../src/advisor/weights.ts';
import type { KvLayer } from '../../../src/schemas/model.ts';
import { anyPair, facts } from './facts.ts';

const MiB = 2 ** 20;

/** Any model somebody may describe, sensible or not. */
const anyKvLayer: fc.Arbitrary<KvLayer> = fc.oneof(
  fc.record({
    kind: fc.constant('full' as const),
    layers: fc.integer({ min: 1, max: 80 }),
    kvHeads: fc.integer({ min: 1, max: 64 }),
    headDim: fc.constantFrom(64, 80, 128, 192, 256, 512),
  }),
  fc.record({
    kind: fc.constantFrom('swa' as const, 'chunk' as const),
    layers: fc.integer({ min: 1, max: 80 }),
    kvHeads: fc.integer({ min: 1, max: 64 }),
    headDim: fc.constantFrom(64, 128, 256),
    window: fc.integer({ min: 1, max: 10_000 }),
  }),
  fc.record({
    kind: fc.constant('mla' as const),
    layers: fc.integer({ min: 1, max: 80 }),
    kvLoraRank: fc.integer({ min: 1, max: 1024 }),
    qkRopeHeadDim: fc.integer({ min: 1, max: 128 }),
  }),
);
const anyRecurrent = fc.record({
  layers: fc.integer({ min: 1, max: 60 }),
  convKernel: fc.integer({ min: 1, max: 4 }),
  dInner: fc.integer({ min: 1, max: 10_240 }),
  nGroups: fc.integer({ min: 1, max: 16 }),
  dState: fc.integer({ min: 1, max: 128 }),
});
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const anyFigures = fc.record({
  paramsB: maybe(fc.double({ min: 0.01, max: 2000, noNaN: true })),
  activeParamsB: maybe(fc.double({ min: 0.01, max: 100, noNaN: true })),
  weightBytes: maybe(fc.integer({ min: 1, max: 1e12 })),
  layers: maybe(fc.integer({ min: 1, max: 200 })),
  hiddenSize: maybe(fc.integer({ min: 1, max: 20_000 })),
  intermediateSize: maybe(fc.integer({ min: 1, max: 60_000 })),
  moe: maybe(fc.record({ experts: fc.integer({ min: 2, max: 512 }), activeExperts: fc.integer({ min: 1, max: 16 }) })),
  vocab: maybe(fc.integer({ min: 1, max: 400_000 })),
  attentionHeads: maybe(fc.integer({ min: 1, max: 256 })),
  tiedEmbeddings: maybe(fc.boolean()),
  kvLayers: maybe(fc.array(anyKvLayer, { maxLength: 3 })),
  recurrent: maybe(anyRecurrent),
});
const anyEngine = fc.constantFrom('llama.cpp' as const, 'mlx' as const);
const anyDescribed = fc.record({
  figures: anyFigures,
  stored: anyEngine.chain((engine) =>
    fc.record({
      engine: fc.constant(engine),
      quantization: maybe(fc.constantFrom(...facts.quantizations.filter((quantization) => quantization.engine === engine))),
      bitsPerWeight: maybe(fc.double({ min: 0.5, max: 32, noNaN: true })),
    }),
  ),
});

const anyCacheType = fc.constantFrom(...CACHE_TYPES);
const anySettings = fc.record({
  contextTokens: fc.integer({ min: 0, max: 300_000 }),
  sequences: fc.integer({ min: 1, max: 16 }),
  microBatch: maybe(fc.integer({ min: 1, max: 4096 })),
  cacheType: fc.oneof(anyCacheType, fc.record({ keys: anyCacheType, values: anyCacheType })),
  flashAttention: fc.boolean(),
  fullWindow: fc.boolean(),
  separateSlots: fc.boolean(),
  oldBuild: fc.boolean(),
  logitRows: fc.constantFrom('micro-batch' as const, 'slots' as const),
});
const anySubject = fc.oneof(
  anyPair.map(({ model, quantization }) => ({ model, quantization, known: facts.quantizations })),
  anyDescribed.map(({ figures, stored }) => {
    const { model, quantization } = describedModel(figures, stored);
    return { model, quantization };
  }),
);
/** Published and described models, with any settings. */
const anyNeed = fc.tuple(anySubject, anySettings).map(([subject, settings]): MemoryRequest => ({ ...subject, ...settings }));

const expectGrowth = (smaller: MemoryRequest, larger: MemoryRequest): void => {
  const [from, to] = [memoryNeed(smaller), memoryNeed(larger)];
  for (const [index, { key, bytes }] of to.terms.entries()) expect(bytes, key).toBeGreaterThanOrEqual(from.terms[index]?.bytes ?? 0);
  expect(to.totalBytes).toBeGreaterThanOrEqual(from.totalBytes);
};

describe('memory of any model', () => {
  test('the parts are not negative, are whole bytes and sum to the total', () => {
    fc.assert(
      fc.property(anyNeed, (request) => {
        const { terms, totalBytes } = memoryNeed(request);
        expect(terms.map(({ key }) => key)).toEqual([...TERM_KEYS]);
        for (const { key, bytes } of terms) expect(Number.isSafeInteger(bytes) && bytes >= 0, `${key}: ${bytes}`).toBe(true);
        expect(terms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(totalBytes);
      }),
    );
  });

  test('the parts of the cache sum to the cache', () => {
    fc.assert(
      fc.property(anyNeed, (request) => {
        const { terms, kvTerms } = memoryNeed(request);
        const cache = terms.find(({ key }) => key === 'kvCache')?.bytes;
        expect(kvTerms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(cache);
      }),
    );
  });

  test('shown beside a limit, overhead and margin are 1 GiB together, and nothing else changes', () => {
    fc.assert(
      fc.property(anyNeed, (request) => {
        const need = memoryNeed(request);
        const shown = withMargin(need);
        expect(shown.terms.find(({ key }) => key === 'overhead')?.bytes).toBe(1024 * MiB);
        const others = ({ terms }: typeof need) => terms.filter(({ key }) => key !== 'overhead');
        expect(others(shown)).toEqual(others(need));
        expect(shown.terms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(shown.totalBytes);
      }),
    );
  });

  test('more context never needs less', () => {
    fc.assert(
      fc.property(anyNeed, fc.nat({ max: 300_000 }), (request, more) => expectGrowth(request, { ...request, contextTokens: request.contextTokens + more })),
    );
  });

  test('more conversations never need less', () => {
    fc.assert(
      fc.property(anyNeed, fc.integer({ min: 1, max: 8 }), (request, more) =>
        expectGrowth(request, { ...request, sequences: (request.sequences ?? 1) + more }),
      ),
    );
  });

  test('a larger micro batch never needs less', () => {
    fc.assert(
      fc.property(anyNeed, fc.integer({ min: 1, max: 4096 }), fc.nat({ max: 4096 }), (request, microBatch, more) =>
        expectGrowth({ ...request, microBatch }, { ...request, microBatch: microBatch + more }),
      ),
    );
  });

  test('a larger cache type never makes the cache smaller, nor the buffer in which a quantized one is unpacked larger', () => {
    const bytesOf = (key: TermKey, request: MemoryRequest): number => memoryNeed(request).terms.find((term) => term.key === key)?.bytes ?? 0;
    fc.assert(
      fc.property(anyNeed, anyCacheType, anyCacheType, anyCacheType, (request, one, other, values) => {
        const [smaller, larger] = CACHE_BYTES[one] <= CACHE_BYTES[other] ? [one, other] : [other, one];
        const withKeys = (keys: (typeof CACHE_TYPES)[number]): MemoryRequest => ({ ...request, cacheType: { keys, values } });
        expect(bytesOf('kvCache', withKeys(larger))).toBeGreaterThanOrEqual(bytesOf('kvCache', withKeys(smaller)));
        expect(bytesOf('compute', withKeys(larger))).toBeLessThanOrEqual(bytesOf('compute', withKeys(smaller)));
        expectGrowth({ ...request, cacheType: { keys: values, values: smaller } }, { ...request, cacheType: { keys: values, values: larger } });
      }),
    );
  });

  test('full windows and flash attention switched off never need less', () => {
    fc.assert(
      fc.property(anyNeed, (request) => {
        expectGrowth({ ...request, fullWindow: false }, { ...request, fullWindow: true });
        // A quantized cache is unpacked for flash attention only.
        const half = { ...request, cacheType: 'f16' } as const;
        expectGrowth({ ...half, flashAttention: true }, { ...half, flashAttention: false });
      }),
    );
  });

  test('an old build never needs less, unless for a quantized cache, and the same without flash attention', () => {
    fc.assert(
      fc.property(anyNeed, (request) => {
        const half = { ...request, cacheType: 'f16' } as const;
        expectGrowth({ ...half, oldBuild: false }, { ...half, oldBuild: true });
        const without = { ...request, flashAttention: false };
        expect(memoryNeed({ ...without, oldBuild: true })).toEqual(memoryNeed({ ...without, oldBuild: false }));
      }),
    );
  });

  test('cells of its own for each conversation never make the cache smaller, nor change a single one', () => {
    fc.assert(
      fc.property(anyNeed, (request) => {
        const cacheOf = (separateSlots: boolean) =>
          kvCache(request.model.attention.kvLayers, { ...request, engine: request.quantization.engine, separateSlots });
        expect(cacheOf(true).bytes).toBeGreaterThanOrEqual(cacheOf(false).bytes);
        const single = { ...request, sequences: 1 };
        expect(memoryNeed({ ...single, separateSlots: true })).toEqual(memoryNeed({ ...single, separateSlots: false }));
      }),
    );
  });

  test('before the first token there is no cache', () => {
    fc.assert(
      fc.property(anyNeed, (request) => {
        const need = memoryNeed({ ...request, contextTokens: 0 });
        expect(need.terms.find(({ key }) => key === 'kvCache')?.bytes).toBe(0);
        if (request.quantization.engine === 'mlx') expect(need.terms.find(({ key }) => key === 'compute')?.bytes).toBe(0);
      }),
    );
  });
});

describe('notes', () => {
  const model = facts.models.find(({ id }) => id === 'qwen3-8b');
  const noteOf = (quant: string, settings: Partial<MemoryRequest>) => {
    const quantization = facts.quantizations.find(({ id }) => id === quant);
    if (!model || !quantization) throw new Error('facts changed');
    return memoryNeed({ model, quantization, contextTokens: 8192, ...settings }).notes;
  };

  test('llama.cpp needs flash attention for quantized values, not for quantized keys', () => {
    expect(noteOf('q4_k_m', { cacheType: 'q8_0' })).toEqual([]);
    expect(noteOf('q4_k_m', { cacheType: 'q8_0', flashAttention: false })).toEqual(['values-need-flash-attention']);
    expect(noteOf('q4_k_m', { cacheType: { keys: 'q4_0', values: 'f16' }, flashAttention: false })).toEqual([]);
  });

  test('mlx-lm quantizes a cache to 8 or 4 bits, keys and values alike', () => {
    expect(noteOf('mlx-4bit', { cacheType: 'q4_0', flashAttention: false })).toEqual([]);
    expect(noteOf('mlx-4bit', { cacheType: 'q5_1' })).toEqual(['cache-type-not-in-mlx']);
    expect(noteOf('mlx-4bit', { cacheType: { keys: 'q8_0', values: 'q4_0' } })).toEqual(['cache-type-not-in-mlx']);
  });
});

describe('a described model', () => {
  test('never throws, whatever is missing or wrong', () => {
    const anyNumber = maybe(fc.double());
    fc.assert(
      fc.property(
        fc.record({
          paramsB: anyNumber,
          activeParamsB: anyNumber,
          weightBytes: anyNumber,
          layers: anyNumber,
          hiddenSize: anyNumber,
          vocab: anyNumber,
          attentionHeads: anyNumber,
        }),
        anyNumber,
        anyEngine,
        (figures, bitsPerWeight, engine) => {
          const { model, quantization } = describedModel(figures, { engine, bitsPerWeight });
          expect(memoryNeed({ model, quantization, contextTokens: 4096 }).totalBytes).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('from the figures of a published model needs what that model needs, where no file decides', () => {
    fc.assert(
      fc.property(anyPair, anySettings, ({ model, quantization }, settings) => {
        const { attention, files: _, ...figures } = model;
        const described = describedModel(
          { ...figures, ...attention, activeParamsB: model.activeParamsB ?? undefined },
          { engine: quantization.engine, quantization },
        );
        const need = memoryNeed({ model: described.model, quantization: described.quantization, ...settings });
        expect(need.terms).toEqual(memoryNeed({ model: { ...model, files: [] }, quantization, ...settings }).terms);
        expect(described.notes).toEqual([]);
      }),
    );
  });

  test('a stated size is the weight, and stands for the parameters if they are missing', () => {
    const { model, quantization, notes } = describedModel({ weightBytes: 12_109_566_560 }, { engine: 'llama.cpp', bitsPerWeight: 4.5 });
    expect(weightsBytes(model, quantization)).toEqual({ bytes: 12_109_566_560, rule: 'file' });
    expect(model.paramsB).toBeCloseTo(21.5, 1);
    expect(notes).toEqual(['cache-unknown', 'dimensions-assumed']);
  });

  test('says what it does not rest on', () => {
    const { model, quantization, notes } = describedModel({}, { engine: 'mlx' });
    expect(notes).toEqual(['weights-unknown', 'cache-unknown', 'dimensions-assumed']);
    expect(weightsBytes(model, quantization).bytes).toBe(0);
    expect(describedModel({ paramsB: 8 }, { engine: 'mlx' }).notes).toContain('bits-assumed');
  });

  test('guesses a hidden size within a fifth of most published ones', () => {
    const errors = facts.models
      .filter(({ paramsB, activeParamsB }) => paramsB > 3 && activeParamsB === null)
      .map(({ paramsB, layers, hiddenSize }) => Math.abs(describedModel({ paramsB, layers }, { engine: 'mlx' }).model.hiddenSize / hiddenSize - 1))
      .sort((a, b) => a - b);
    expect(errors[Math.floor(errors.length * 0.75)]).toBeLessThan(0.2);
    // Gemma 7B: layers much wider inside than its hidden size suggests.
    expect(errors.at(-1)).toBeLessThanOrEqual(0.5);
  });
});

describe('weights', () => {
  test('a quantization with more bits is never lighter on the same engine', () => {
    for (const model of facts.models) {
      for (const engine of ['llama.cpp', 'mlx'] as const) {
        const sizes = offered(model, facts.quantizations)
          .filter((quantization) => quantization.engine === engine)
          .map((quantization) => ({ quantization, bytes: weightsBytes(model, quantization, facts.quantizations).bytes }));
        for (const lighter of sizes) {
          for (const heavier of sizes) {
            if (lighter.quantization.bitsPerWeight >= heavier.quantization.bitsPerWeight) continue;
            expect(heavier.bytes, `${model.id}: ${heavier.quantization.id} against ${lighter.quantization.id}`).toBeGreaterThanOrEqual(lighter.bytes);
          }
        }
      }
    }
  });

  test('the same holds for described models', () => {
    fc.assert(
      fc.property(anyFigures, anyEngine, fc.nat(), fc.nat(), (figures, engine, one, other) => {
        const own = facts.quantizations.filter((quantization) => quantization.engine === engine).sort((a, b) => a.bitsPerWeight - b.bitsPerWeight);
        const [lighter, heavier] = [one % own.length, other % own.length].sort((a, b) => a - b).map((index) => own[index]);
        if (!lighter || !heavier || lighter.bitsPerWeight === heavier.bitsPerWeight) return;
        const bytesOf = (quantization: (typeof own)[number]): number => {
          const described = describedModel(figures, { engine, quantization });
          return weightsBytes(described.model, described.quantization, facts.quantizations).bytes;
        };
        expect(bytesOf(heavier)).toBeGreaterThanOrEqual(bytesOf(lighter));
      }),
    );
  });

  test('a listed file decides, and the rule says so', () => {
    for (const model of facts.models) {
      for (const { quant, bytes } of model.files) {
        const quantization = facts.quantizations.find(({ id }) => id === quant);
        expect(quantization, `${model.id}: ${quant}`).toBeDefined();
        if (quantization) expect(weightsBytes(model, quantization, facts.quantizations)).toEqual({ bytes, rule: 'file' });
      }
    }
  });

  test('files and parameter counts tell the same story: 4 to 7 bits per weight for Q4_K_M, 4.4 to 6.2 for MLX 4 bit', () => {
    for (const model of facts.models) {
      for (const { quant, bytes } of model.files) {
        const bits = (bytes * 8) / (model.paramsB * 1e9);
        if (quant === 'q4_k_m') expect(bits, model.id).toSatisfy((value: number) => value > 4 && value < 7);
        // Some publishers store a tied embedding twice.
        const copied = model.tiedEmbeddings ? (model.vocab * model.hiddenSize) / (model.paramsB * 1e9) : 0;
        if (quant === 'q8_0') expect(bits, model.id).toSatisfy((value: number) => value > 8.4 && value < 8.9 * (1 + copied));
        if (quant === 'mlx-4bit') expect(bits, model.id).toSatisfy((value: number) => value > 4.4 && value < 6.2);
      }
    }
  });

  test('a computed size stays between the files known for its neighbours', () => {
    // The file of this publisher stores the embedding twice.
    const model = facts.models.find(({ id }) => id === 'qwen3-1.7b');
    const five = facts.quantizations.find(({ id }) => id === 'q5_k_m');
    if (!model || !five) throw new Error('facts changed');
    const four = model.files.find(({ quant }) => quant === 'q4_k_m')?.bytes;
    expect(weightsBytes(model, five, facts.quantizations)).toEqual({ bytes: four, rule: 'bounded' });
    expect(weightsBytes(model, five).rule).toBe('params');
  });

  test('offered are the common quantizations, those with a file, and the chosen one', () => {
    fc.assert(
      fc.property(anyPair, ({ model, quantization }) => {
        const ids = offered(model, facts.quantizations, quantization.id).map(({ id }) => id);
        expect(ids).toContain(quantization.id);
        for (const id of ids) {
          const listed = facts.quantizations.find((one) => one.id === id);
          expect(id === quantization.id || listed?.common === true || model.files.some(({ quant }) => quant === id)).toBe(true);
        }
      }),
    );
  });

  test('every model is offered in at least one quantization; native 4-bit weights only as they are', () => {
    for (const model of facts.models) expect(offered(model, facts.quantizations).length, model.id).toBeGreaterThan(0);
    const native = facts.models.find(({ id }) => id === 'gpt-oss-20b');
    expect(native && offered(native, facts.quantizations).map(({ id }) => id)).toEqual(['mxfp4', 'mlx-mxfp4']);
  });
});

describe('key/value cache', () => {
  const full: KvLayer = { kind: 'full', layers: 36, kvHeads: 8, headDim: 128 };
  const swa: KvLayer = { kind: 'swa', layers: 20, kvHeads: 2, headDim: 256, window: 512 };
  const cellsOf = (layer: KvLayer, options: Partial<Parameters<typeof kvCache>[1]>) =>
    kvCache([layer], { contextTokens: 131_072, engine: 'llama.cpp', ...options }).terms[0]?.cells;

  test('full layers keep keys and values of every token', () => {
    expect(kvCache([full], { contextTokens: 8192, engine: 'llama.cpp' }).bytes).toBe(36 * 2 * 8 * 128 * 2 * 8192);
  });

  test('latent attention keeps one vector per token and no values', () => {
    const mla: KvLayer = { kind: 'mla', layers: 61, kvLoraRank: 512, qkRopeHeadDim: 64 };
    expect(kvCache([mla], { contextTokens: 32_768, engine: 'llama.cpp' }).bytes).toBe(2196 * MiB);
    expect(kvCache([mla], { contextTokens: 32_768, engine: 'llama.cpp', cacheType: { keys: 'f16', values: 'q4_0' } }).bytes).toBe(2196 * MiB);
  });

  test('windowed layers keep their window and one micro batch in llama.cpp', () => {
    expect(cellsOf(swa, {})).toBe(1024);
    expect(cellsOf(swa, { contextTokens: 700 })).toBe(768);
    expect(cellsOf(swa, { sequences: 4 })).toBe(4 * 512 + 512);
    expect(cellsOf(swa, { microBatch: 4096 })).toBe(4608);
    expect(cellsOf(swa, { fullWindow: true })).toBe(131_072);
  });

  test('in MLX they keep their window and the rest of one prompt step, and other layers grow in steps of 256', () => {
    expect(cellsOf(swa, { engine: 'mlx' })).toBe(512 + 2047);
    expect(cellsOf(swa, { engine: 'mlx', contextTokens: 600 })).toBe(768);
    expect(cellsOf(full, { engine: 'mlx', contextTokens: 600, sequences: 3 })).toBe(3 * 768);
    expect(cellsOf(full, { engine: 'mlx', contextTokens: 8193 })).toBe(8448);
  });

  test('llama.cpp pads the context to 256, once for all conversations or once for each', () => {
    expect(cellsOf(full, { contextTokens: 8193 })).toBe(8448);
    expect(cellsOf(full, { contextTokens: 331, sequences: 99 })).toBe(32_768 + 256);
    expect(cellsOf(full, { contextTokens: 331, sequences: 99, separateSlots: true })).toBe(99 * 512);
  });

  test('separate slots have a window and a micro batch each', () => {
    expect(cellsOf(swa, { sequences: 4, separateSlots: true })).toBe(4 * 1024);
    // Gemma 3 270M with `-c 1024 -np 3`: 27 MiB (unslothai/unsloth pull request 7530).
    const layers: KvLayer[] = [
      { kind: 'full', layers: 3, kvHeads: 1, headDim: 256 },
      { kind: 'swa', layers: 15, kvHeads: 1, headDim: 256, window: 512 },
    ];
    expect(kvCache(layers, { engine: 'llama.cpp', contextTokens: 341, sequences: 3, separateSlots: true }).bytes).toBe(27 * MiB);
  });

  test('without flash attention llama.cpp stores values as wide as the widest layer has them', () => {
    const gemma: KvLayer[] = [{ kind: 'full', layers: 4, kvHeads: 2, headDim: 512 }, swa];
    const bytesOf = (options: Partial<Parameters<typeof kvCache>[1]>) =>
      kvCache(gemma, { contextTokens: 4096, engine: 'llama.cpp', fullWindow: true, ...options }).terms.map(({ bytes }) => bytes / MiB);
    expect(bytesOf({})).toEqual([64, 160]);
    expect(bytesOf({ flashAttention: false })).toEqual([64, 240]);
    expect(bytesOf({ flashAttention: false, engine: 'mlx' })).toEqual([64, 160]);
    const mla: KvLayer = { kind: 'mla', layers: 1, kvLoraRank: 512, qkRopeHeadDim: 64 };
    expect(kvCache([mla, full], { contextTokens: 256, engine: 'llama.cpp', flashAttention: false }).terms[0]?.cellBytes).toBe(576 * 2);
  });

  test('keys and values may have different types', () => {
    const both = kvCache([full], { contextTokens: 1024, engine: 'llama.cpp', cacheType: 'f16' }).bytes;
    const keysOnly = kvCache([full], { contextTokens: 1024, engine: 'llama.cpp', cacheType: { keys: 'q4_0', values: 'f16' } }).bytes;
    expect(keysOnly).toBe((both / 4) * (2 + 0.5625));
  });

  test('cache types take the bytes of their blocks', () => {
    const one: KvLayer = { kind: 'full', layers: 1, kvHeads: 1, headDim: 32 };
    const bytesOf = (cacheType: (typeof CACHE_TYPES)[number]) => kvCache([one], { contextTokens: 256, engine: 'llama.cpp', cacheType }).bytes / 512;
    expect(Object.fromEntries(CACHE_TYPES.map((type) => [type, bytesOf(type)]))).toEqual({
      f32: 128,
      f16: 64,
      bf16: 64,
      q8_0: 34,
      q5_1: 24,
      q5_0: 22,
      q4_1: 20,
      q4_0: 18,
      iq4_nl: 18,
    });
  });
});

describe('fixed state and buffers', () => {
  test('models without linear attention have no fixed state', () => expect(recurrentBytes(null)).toBe(0));

  test('the state grows with conversations and copies, not with the context', () => {
    const state = { layers: 48, convKernel: 4, dInner: 6144, nGroups: 16, dState: 128 };
    expect(recurrentBytes(state, 4) / MiB).toBe(598.5);
    expect(recurrentBytes(state, 1, 3)).toBe(3 * recurrentBytes(state));
  });

  const dimensions = (id: string) => {
    const model = facts.models.find((candidate) => candidate.id === id);
    if (!model) throw new Error(`no models/${id}`);
    return model;
  };

  test('llama.cpp reserves the logits of a micro batch', () => {
    const model = dimensions('llama-3.1-8b');
    const options = { engine: 'llama.cpp', contextTokens: 8192 } as const;
    expect(computeBuffer(model, options)).toEqual({ bytes: 258.5 * MiB, law: 'logits' });
    expect(computeBuffer(model, { ...options, flashAttention: false })).toEqual({ bytes: 560 * MiB, law: 'attention-scores' });
  });

  test('or a feed-forward layer and the masks, where that is more', () => {
    const options = { engine: 'llama.cpp', contextTokens: 512 } as const;
    expect(computeBuffer(dimensions('llama-2-70b'), options)).toEqual({ bytes: (144 + 0.5) * MiB, law: 'feed-forward' });
    const slots = { ...options, contextTokens: 32_768, logitRows: 'slots' } as const;
    expect(computeBuffer(dimensions('qwen3-8b'), slots)).toEqual({ bytes: (96 + 32) * MiB, law: 'feed-forward' });
    expect(computeBuffer(dimensions('qwen3-8b'), { ...slots, contextTokens: 131_072 })).toEqual({ bytes: (96 + 128) * MiB, law: 'attention-mask' });
    // Eight experts of 512 at once.
    expect(computeBuffer(dimensions('qwen3.6-35b-a3b'), slots)).toEqual({ bytes: (100 + 32) * MiB, law: 'feed-forward' });
  });

  test('or the cast of a mask from 32 bit to 16, in builds that do so', () => {
    const model = dimensions('qwen3.6-35b-a3b');
    const options = { engine: 'llama.cpp', contextTokens: 131_072, logitRows: 'slots', oldBuild: true } as const;
    expect(computeBuffer(model, options)).toEqual({ bytes: (4 * 4 + 6 * 64) * MiB, law: 'attention-mask' });
    expect(computeBuffer(model, { ...options, contextTokens: 8192 }).law).toBe('feed-forward');
    // A mask of a window is in memory beside the one that is cast.
    const windowed = dimensions('gemma-4-12b');
    expect(computeBuffer(windowed, options).bytes / MiB).toBe(4 * 7.5 + 6 * 64 + 4 * 0.75);
  });

  test('or one layer of a quantized cache in 16 bit, in builds that unpack it', () => {
    const model = dimensions('qwen3-8b');
    const options = { engine: 'llama.cpp', contextTokens: 131_072, logitRows: 'slots', cacheType: 'q8_0' } as const;
    expect(computeBuffer(model, options)).toEqual({ bytes: (512 + 128 + 4 * 8) * MiB, law: 'cache-copy' });
    const whole = computeBuffer(model, { ...options, cacheType: 'f16' });
    expect(whole).toEqual({ bytes: (96 + 128) * MiB, law: 'attention-mask' });
    expect(computeBuffer(model, { ...options, oldBuild: true }).bytes).toBe((6 * 64 + 4 * 8) * MiB);
    // Few tokens at once are read from the cache as it is.
    expect(computeBuffer(model, { ...options, microBatch: 31 })).toEqual(computeBuffer(model, { ...options, cacheType: 'f16', microBatch: 31 }));
    // Latent attention has no values to unpack.
    const latent = computeBuffer(dimensions('glm-4.7-flash'), options);
    expect(latent).toEqual({ bytes: (144 + 128 + 4 * 4) * MiB, law: 'cache-copy' });
  });

  test('a token of a separate slot is masked against its own conversation', () => {
    const model = dimensions('qwen3-8b');
    const options = { engine: 'llama.cpp', contextTokens: 32_768, flashAttention: false } as const;
    expect(computeBuffer(model, { ...options, sequences: 4, separateSlots: true })).toEqual(computeBuffer(model, options));
    expect(computeBuffer(model, { ...options, sequences: 4 }).bytes).toBeGreaterThan(computeBuffer(model, options).bytes);
  });

  test('a window has a mask of its own size', () => {
    const model = dimensions('gemma-4-12b');
    const options = { engine: 'llama.cpp', contextTokens: 32_768, logitRows: 'slots' } as const;
    const windowed = computeBuffer(model, options).bytes;
    expect((computeBuffer(model, { ...options, fullWindow: true }).bytes - windowed) / MiB).toBe(32 - 1.5);
  });

  test('an unknown feed-forward width counts as a usual one', () => {
    const { intermediateSize: _, moe: __, ...model } = dimensions('qwen3-8b');
    const options = { engine: 'llama.cpp', contextTokens: 0, logitRows: 'slots' } as const;
    expect(computeBuffer(model, options).bytes / MiB).toBe(108);
  });

  test('MLX writes the scores down where it has no kernel for the head width', () => {
    const law = (id: string) => computeBuffer(dimensions(id), { engine: 'mlx', contextTokens: 32_768 }).law;
    expect(law('qwen3-8b')).toBe('prompt-step');
    expect(law('qwen3.6-27b')).toBe('attention-scores');
    expect(law('deepseek-v3-r1')).toBe('attention-scores');
  });

  test('MLX needs room for the prompt it reads, however long the conversation becomes; llama.cpp for the whole context', () => {
    const bytes = (engine: 'mlx' | 'llama.cpp', contextTokens: number, promptTokens?: number) =>
      computeBuffer(dimensions('qwen3.6-27b'), { engine, contextTokens, promptTokens }).bytes;
    expect(bytes('mlx', 32_768, 512)).toBe(bytes('mlx', 512));
    expect(bytes('mlx', 32_768, 32_768)).toBe(bytes('mlx', 32_768));
    expect(bytes('mlx', 512, 32_768)).toBe(bytes('mlx', 512));
    expect(bytes('llama.cpp', 32_768, 512)).toBe(bytes('llama.cpp', 32_768));
  });

  test('in MLX layers of linear attention keep the inputs of a whole step', () => {
    const model = dimensions('qwen3.6-27b');
    const without = { ...model, attention: { ...model.attention, recurrent: null } };
    const options = { engine: 'mlx', contextTokens: 2048 } as const;
    expect(computeBuffer(model, options).bytes - computeBuffer(without, options).bytes).toBe(48 * 2048 * 10_240 * 2);
  });
});
