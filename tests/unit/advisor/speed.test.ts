import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describedModel } from '../../../src/advisor/described-model.ts';
import type { Range } from '../../../src/advisor/range.ts';
import fitted from '../../../src/advisor/speed/fitted.json' with { type: 'json' };
import { speedEstimate, type SpeedEstimate, type SpeedRequest } from '../../../src/advisor/speed/estimate.ts';
import { GENERATIONS } from '../../../src/advisor/speed/generation.ts';
import type { SpeedParameters } from '../../../src/advisor/speed/parameters.ts';
import { workOf, type ChipFacts } from '../../../src/advisor/speed/work.ts';
import { isOffered, weightsBytes } from '../../../src/advisor/weights.ts';
import { anyCacheType, facts } from './facts.ts';

const parameters: SpeedParameters = fitted;
const TIERS = ['base', 'pro', 'max', 'ultra'] as const;

type Pair = Pick<SpeedRequest, 'model'> & { readonly quantization: (typeof facts.quantizations)[number] };

const requestFor = ({ model, quantization }: Pair, rest: Omit<SpeedRequest, 'model' | 'quantization' | 'weightsBytes'>): SpeedRequest => ({
  ...rest,
  model,
  quantization,
  weightsBytes: weightsBytes(model, quantization, facts.quantizations).bytes,
});

const anyChip = fc.constantFrom(...facts.chips);
const anyPair = fc
  .constantFrom(...facts.models)
  .chain((model) =>
    fc.record({ model: fc.constant(model), quantization: fc.constantFrom(...facts.quantizations.filter((quantization) => isOffered(model, quantization))) }),
  );
const anyTokens = fc.oneof(fc.integer({ min: 0, max: 2048 }), fc.integer({ min: 0, max: 300_000 }));
const anySettings = fc.record({
  contextTokens: anyTokens,
  promptTokens: fc.option(anyTokens, { nil: undefined }),
  cacheType: anyCacheType,
  flashAttention: fc.boolean(),
  ollama: fc.boolean(),
  serialBuild: fc.boolean(),
});
/** Every chip with every memory it is sold with: some have less bandwidth with less. */
const anyMachine = anyChip.chain((chip) =>
  fc.record({ chip: fc.constant(chip), memoryGB: fc.option(fc.constantFrom(...chip.memoryOptionsGB), { nil: undefined }) }),
);
const anyRequest = fc.tuple(anyPair, anyMachine, anySettings).map(([pair, machine, settings]) => requestFor(pair, { ...machine, ...settings }));

const estimateOf = (request: SpeedRequest): SpeedEstimate => {
  const estimate = speedEstimate(request, parameters);
  if (estimate === null) throw new Error(`no estimate for ${request.model.id}`);
  return estimate;
};

/** Equal up to the rounding of sums of floating-point numbers. */
const ROUNDING = 1 + 1e-9;
const notSlower = (fast: number, slow: number, what: string): void => {
  expect(fast * ROUNDING, what).toBeGreaterThanOrEqual(slow);
};

const expectRange = (range: Range): void => {
  for (const value of [range.low, range.mid, range.high]) expect(Number.isFinite(value) && value > 0).toBe(true);
  expect(range.low).toBeLessThanOrEqual(range.mid);
  expect(range.mid).toBeLessThanOrEqual(range.high);
};

const RUNS = { numRuns: 500 };

describe('speed of any model on any chip', () => {
  test('every model has an estimate on every chip, in every quantization it comes in', () => {
    const chip = facts.chips[0];
    if (!chip) throw new Error('no chips');
    for (const model of facts.models) {
      for (const quantization of facts.quantizations.filter((one) => isOffered(model, one))) {
        for (const one of facts.chips)
          expect(speedEstimate(requestFor({ model, quantization }, { chip: one, contextTokens: 4096 }), parameters)).not.toBeNull();
      }
    }
  });

  test('ranges are in order, finite and above zero', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { decode, prefill, timeToFirstToken } = estimateOf(request);
        for (const range of [decode, prefill, timeToFirstToken]) expectRange(range);
      }),
      RUNS,
    );
  });

  test('answering is never faster than the memory', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { decode, decodeRoofline } = estimateOf(request);
        expect(decode.high).toBeLessThanOrEqual(decodeRoofline);
        expect(decode.mid).toBeLessThanOrEqual(decodeRoofline);
      }),
      RUNS,
    );
  });

  test('the parts of the time are not negative and sum to it', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { decodeTime, prefillTime } = estimateOf(request);
        for (const { total, ...parts } of [decodeTime, prefillTime]) {
          for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0) / total).toBeCloseTo(1, 9);
        }
      }),
      RUNS,
    );
  });

  test('no token reads more than all weights', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { readGB, weightsGB } = workOf(request);
        expect(readGB).toBeLessThanOrEqual(weightsGB * ROUNDING);
      }),
      RUNS,
    );
  });
});

describe('more is never faster', () => {
  const slower = (request: SpeedRequest, more: SpeedRequest): void => notSlower(estimateOf(request).decode.mid, estimateOf(more).decode.mid, 'decode');

  test('more context', () => {
    fc.assert(
      fc.property(anyRequest, anyTokens, (request, more) => slower(request, { ...request, contextTokens: request.contextTokens + more })),
      RUNS,
    );
  });

  test('a larger quantization that is packed alike', () => {
    fc.assert(
      fc.property(anyPair, fc.constantFrom(...facts.quantizations), anyMachine, anySettings, ({ model, quantization }, other, machine, settings) => {
        const [smaller, larger] = quantization.bitsPerWeight < other.bitsPerWeight ? [quantization, other] : [other, quantization];
        // Of two with as many bits, files decide; packed differently, the GPU’s work does.
        fc.pre(smaller.bitsPerWeight < larger.bitsPerWeight && smaller.engine === larger.engine && smaller.kernel === larger.kernel);
        fc.pre(isOffered(model, other));
        slower(
          requestFor({ model, quantization: smaller }, { ...machine, ...settings }),
          requestFor({ model, quantization: larger }, { ...machine, ...settings }),
        );
      }),
      RUNS,
    );
  });

  test('a cache in 8 bits instead of 4', () => {
    fc.assert(
      fc.property(anyRequest, (request) => slower({ ...request, cacheType: 'q4_0' }, { ...request, cacheType: 'q8_0' })),
      RUNS,
    );
  });

  test('a longer prompt, until the first token', () => {
    fc.assert(
      fc.property(anyRequest, anyTokens, anyTokens, (request, promptTokens, more) => {
        const times = [promptTokens, promptTokens + more].map((tokens) => estimateOf({ ...request, promptTokens: tokens }).timeToFirstToken);
        for (const end of ['low', 'mid', 'high'] as const) notSlower(times[1]?.[end] ?? 0, times[0]?.[end] ?? Infinity, end);
      }),
      RUNS,
    );
  });

  test('a runtime with more to do', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        slower({ ...request, ollama: false }, { ...request, ollama: true });
        slower({ ...request, flashAttention: true }, { ...request, flashAttention: false });
        slower({ ...request, serialBuild: false }, { ...request, serialBuild: true });
      }),
      RUNS,
    );
  });
});

describe('a quantized cache', () => {
  /** What 8 bits save in reading they cost in unpacking; builds before August 2026 (llama.cpp pull request 26570) paid much more. */
  test('saves memory, not time, in llama.cpp', () => {
    fc.assert(
      fc.property(anyRequest, anyTokens, (request, contextTokens) => {
        fc.pre(request.quantization.engine === 'llama.cpp');
        const [plain, quantized] = (['f16', 'q8_0'] as const).map((cacheType) => estimateOf({ ...request, contextTokens, cacheType }));
        notSlower(plain?.decode.mid ?? 0, quantized?.decode.mid ?? Infinity, 'decode');
        notSlower(plain?.prefill.mid ?? 0, quantized?.prefill.mid ?? Infinity, 'prefill');
      }),
      RUNS,
    );
  });
});

describe('a faster chip', () => {
  const place = ({ tier }: ChipFacts): number => TIERS.indexOf(tier);
  /** Chips of one generation, the second at least as good in everything. */
  const pairs = facts.chips.flatMap((slow) =>
    facts.chips
      .filter(
        (fast) =>
          fast !== slow &&
          fast.family === slow.family &&
          fast.bandwidthGBps >= slow.bandwidthGBps &&
          fast.gpuCores >= slow.gpuCores &&
          place(fast) >= place(slow),
      )
      .map((fast) => ({ slow, fast })),
  );

  test('is never slower', () => {
    expect(pairs.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(anyPair, fc.constantFrom(...pairs), anySettings, (pair, { slow, fast }, settings) => {
        const [behind, ahead] = [slow, fast].map((chip) => estimateOf(requestFor(pair, { chip, ...settings })));
        notSlower(ahead?.decode.mid ?? 0, behind?.decode.mid ?? Infinity, `decode: ${fast.id} against ${slow.id}`);
        notSlower(ahead?.prefill.mid ?? 0, behind?.prefill.mid ?? Infinity, `prefill: ${fast.id} against ${slow.id}`);
      }),
      { numRuns: 2000 },
    );
  });

  test('nor is one with more memory, where that brings more bandwidth', () => {
    fc.assert(
      fc.property(anyPair, anyChip, anySettings, (pair, chip, settings) => {
        const speeds = [...chip.memoryOptionsGB].sort((a, b) => a - b).map((memoryGB) => estimateOf(requestFor(pair, { chip, memoryGB, ...settings })));
        speeds.forEach((speed, index) => notSlower(speed.decode.mid, speeds[index - 1]?.decode.mid ?? 0, chip.id));
      }),
    );
  });
});

describe('how sure an estimate is', () => {
  const measuredChips = facts.chips.filter(({ family }) => (GENERATIONS as readonly string[]).includes(family));

  test('a generation nobody measured has the same middle as its neighbour, and a wider range', () => {
    fc.assert(
      fc.property(anyPair, fc.constantFrom(...measuredChips), anySettings, (pair, chip, settings) => {
        fc.pre(chip.family === 'M5' || chip.family === 'M4');
        const family = chip.family === 'M5' ? 'M6' : 'A18';
        const measured = estimateOf(requestFor(pair, { chip, ...settings }));
        const estimated = estimateOf(requestFor(pair, { chip: { ...chip, family }, ...settings }));
        expect([measured.measuredGeneration, estimated.measuredGeneration]).toEqual([true, false]);
        expect(estimated.decode.mid).toBe(measured.decode.mid);
        expect(estimated.prefill.mid).toBe(measured.prefill.mid);
        expect(estimated.decode.low).toBeLessThan(measured.decode.low);
        // The roofline may hold both ends.
        expect(estimated.decode.high).toBeGreaterThanOrEqual(measured.decode.high);
        expect(estimated.prefill.low).toBeLessThan(measured.prefill.low);
        expect(estimated.prefill.high).toBeGreaterThan(measured.prefill.high);
      }),
    );
  });

  test('a generation unknown here is taken for the newest that was measured', () => {
    const request = fc.sample(anyRequest, { numRuns: 1, seed: 1 })[0];
    if (!request) throw new Error('no sample');
    const at = (family: string) => estimateOf({ ...request, chip: { ...request.chip, family } });
    expect(at('M99').decode).toEqual(at('M6').decode);
    expect(at('M99').decode.mid).toBe(at('M5').decode.mid);
  });
});

describe('without a basis there is no estimate', () => {
  const chip = facts.chips.find(({ id }) => id === 'm4-10');
  const model = facts.models.find(({ id }) => id === 'qwen3-8b');
  const quantization = facts.quantizations.find(({ id }) => id === 'q4_k_m');
  if (!chip || !model || !quantization) throw new Error('facts changed');
  const request = requestFor({ model, quantization }, { chip, contextTokens: 4096 });

  test.each([
    ['parameters', { model: { ...model, paramsB: 0 } }],
    ['parameters, though active ones are stated', { model: { ...model, paramsB: 0, activeParamsB: 3 } }],
    ['layers', { model: { ...model, layers: 0 } }],
    ['weights', { weightsBytes: 0 }],
    ['a sensible size', { weightsBytes: Number.NaN }],
  ])('no %s', (_, change) => expect(speedEstimate({ ...request, ...change }, parameters)).toBeNull());

  test('a described model has one in order, or none', () => {
    const positive = fc.option(fc.double({ min: 0.01, max: 2000, noNaN: true }), { nil: undefined });
    const figures = fc.record({
      paramsB: positive,
      activeParamsB: positive,
      weightBytes: fc.option(fc.integer({ min: 1, max: 1e12 }), { nil: undefined }),
      layers: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
      hiddenSize: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
      vocab: fc.option(fc.integer({ min: 1, max: 400_000 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(figures, anyChip, anyTokens, (described, anyOne, contextTokens) => {
        const made = describedModel(described, { engine: quantization.engine, quantization });
        const { bytes } = weightsBytes(made.model, made.quantization);
        const options = { chip: anyOne, model: made.model, quantization, weightsBytes: bytes, contextTokens };
        const estimate = speedEstimate(options, parameters);
        if (described.paramsB === undefined && described.weightBytes === undefined) expect(estimate).toBeNull();
        if (estimate === null) return;
        for (const range of [estimate.decode, estimate.prefill, estimate.timeToFirstToken]) expectRange(range);
        expect(estimate.decode.high).toBeLessThanOrEqual(estimate.decodeRoofline);
        expect(workOf(options).readGB).toBeLessThanOrEqual((bytes / 1e9) * ROUNDING);
      }),
      RUNS,
    );
  });
});
