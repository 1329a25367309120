import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialState, selectorReducer, type SelectorAction } from '../../../../src/islands/selector/state.ts';
import { hasModel, hasQuantization, contextLimits, sequenceLimits } from '../../../../src/selector/catalog.ts';
import { BATCH, HEAD_DIM, IMAGE_PX, isWithin, OTHER_APPS_GB, PARAMS_B, PRICE, SEQUENCES, STEPS } from '../../../../src/selector/limits.ts';
import { formatSelection, parseSelection } from '../../../../src/selector/query.ts';
import { CACHE_CHOICES, KIND_OF, OWN_MODEL, TASKS, type Selection } from '../../../../src/selector/selection.ts';
import { hasMethod } from '../../../../src/selector/transition.ts';
import { TRAINING_METHODS } from '../../../../src/advisor/training/types.ts';
import { catalog, start } from '../../selector/catalog.ts';

const reduce = selectorReducer(catalog);
const initial = initialState(start);

describe('what the reader sees of it', () => {
  test('a restored address shows what was ignored and is not rewritten', () => {
    const state = reduce(initial, { type: 'restore', parsed: parseSelection('model=nope&ctx=4096', catalog, start) });
    expect(state).toMatchObject({ touched: false, ignored: [{ key: 'model', value: 'nope' }], selection: { contextTokens: 4096 } });
  });

  test('the first choice clears the notice', () => {
    const restored = reduce(initial, { type: 'restore', parsed: parseSelection('model=nope', catalog, start) });
    expect(reduce(restored, { type: 'set', change: { macos: 'legacy' } })).toMatchObject({ ignored: [], touched: true, selection: { macos: 'legacy' } });
  });

  test('a model that holds less says so once', () => {
    const long = reduce(initial, { type: 'set', change: { contextTokens: 32_768 } });
    const shortened = reduce(long, { type: 'model', id: 'llm-jp-3-13b' });
    expect(shortened).toMatchObject({ adjusted: ['contextTokens'], selection: { contextTokens: 4096 } });
    expect(reduce(shortened, { type: 'set', change: { sequences: 2 } }).adjusted).toEqual([]);
    expect(reduce(initial, { type: 'model', id: 'qwen3-14b' }).adjusted).toEqual([]);
  });

  test('so does one that does not come in the quantization', () => {
    const small = reduce(initial, { type: 'set', change: { quant: 'iq2_xxs' } });
    const model = catalog.models.find(({ filesOnly, files }) => filesOnly && !files.some(({ quant }) => quant === 'iq2_xxs'));
    expect(reduce(small, { type: 'model', id: model?.id ?? '' }).adjusted).toEqual(['quant']);
  });

  test('a suggestion may change several things at once', () => {
    const state = reduce(initial, { type: 'apply', change: { model: 'qwen3-14b', quant: 'q8_0', contextTokens: 2048 } });
    expect(state.selection).toMatchObject({ model: 'qwen3-14b', quant: 'q8_0', contextTokens: 2048 });
  });

  test('what cannot be is left out, number by number', () => {
    const before = reduce(initial, { type: 'set', change: { owned: { chip: 'm2-8', memoryGB: 16 } } });
    const state = reduce(before, {
      type: 'set',
      change: { contextTokens: Number.NaN, sequences: 1e9, quant: 'nope', owned: { chip: 'm2-8', memoryGB: 17 }, compare: ['nope'] },
    });
    expect(state.selection).toEqual({ ...before.selection, sequences: SEQUENCES.max });
  });

  test('a model is kept for each kind of task', () => {
    const chosen = ['sd-1.5', 'gemma-3-12b'] as const;
    const steps: readonly SelectorAction[] = [
      { type: 'model', id: chosen[1] },
      { type: 'set', change: { quant: 'q8_0' } },
      { type: 'task', task: 'image' },
      { type: 'model', id: chosen[0] },
      { type: 'task', task: 'speech' },
    ];
    const away = steps.reduce(reduce, initial);
    expect(away.selection).toMatchObject({ task: 'speech', model: 'whisper-large-v3-turbo' });
    const image = reduce(away, { type: 'task', task: 'image' });
    expect(image.selection).toMatchObject({ model: chosen[0], imagePx: 512 });
    const chat = reduce(image, { type: 'task', task: 'chat' });
    expect(chat.selection).toMatchObject({ model: chosen[1], quant: 'q8_0', imagePx: initial.selection.imagePx });
    // A task with the same models goes on with it; one that was never asked about starts with its own.
    expect(reduce(image, { type: 'task', task: 'lora' }).selection.model).toBe(chosen[1]);
    expect(reduce(chat, { type: 'task', task: 'embedding' }).selection.model).toBe('bge-m3');
    expect(chat.kept.length).toBeLessThanOrEqual(3);
    // An address says everything there is to know.
    expect(reduce(chat, { type: 'restore', parsed: parseSelection('', catalog, start) }).kept).toEqual([]);
  });

  test('what was left alone is left to the other task', () => {
    const image = reduce(initial, { type: 'task', task: 'image' });
    expect(reduce(image, { type: 'task', task: 'agent' }).selection.model).toBe('qwen3-30b-a3b');
  });

  test('as many active parameters as there are make a dense model', () => {
    const own = { ...start.own, paramsB: 30, activeParamsB: 3 };
    const moe = reduce(initial, { type: 'set', change: { own } });
    expect(moe.selection.own.activeParamsB).toBe(3);
    expect(reduce(moe, { type: 'set', change: { own: { ...own, paramsB: 2 } } }).selection.own.activeParamsB).toBeNull();
  });
});

const wild = fc.oneof(fc.integer({ min: -10, max: 20_000_000 }), fc.double(), fc.constantFrom(0, 1, 512, 4096));
const anyId = fc.constantFrom(
  ...[catalog.models, catalog.imageModels, catalog.speechModels, catalog.embeddingModels].flatMap((list) => list.map(({ id }) => id)),
  OWN_MODEL,
  'nope',
);
const anyChange: fc.Arbitrary<Partial<Selection>> = fc.record(
  {
    own: fc.record({ paramsB: wild, activeParamsB: fc.option(wild), layers: wild, kvHeads: wild, headDim: wild }),
    quant: fc.constantFrom(...catalog.quantizations.map(({ id }) => id), 'nope'),
    contextTokens: wild,
    cacheType: fc.constantFrom(...CACHE_CHOICES),
    sequences: wild,
    imagePx: wild,
    steps: wild,
    method: fc.constantFrom(...TRAINING_METHODS),
    batch: wild,
    sequenceTokens: wild,
    owned: fc.option(fc.record({ chip: fc.constantFrom('m2-8', 'm4-max-40', 'nope'), memoryGB: fc.constantFrom(8, 16, 64, 17) })),
    currency: fc.constantFrom('JPY' as const, 'USD' as const),
    maxPrice: fc.option(wild),
    otherAppsGB: wild,
    compare: fc.array(fc.constantFrom(...catalog.configurations.slice(0, 5), 'nope'), { maxLength: 6 }),
  },
  { requiredKeys: [] },
);
const anyAction: fc.Arbitrary<SelectorAction> = fc.oneof(
  fc.record({ type: fc.constant('task' as const), task: fc.constantFrom(...TASKS) }),
  fc.record({ type: fc.constant('model' as const), id: anyId }),
  fc.record({ type: fc.constant('set' as const), change: anyChange }),
  fc.record({
    type: fc.constant('apply' as const),
    change: fc.tuple(anyChange, fc.record({ task: fc.constantFrom(...TASKS), model: anyId }, { requiredKeys: [] })).map(([a, b]) => ({ ...a, ...b })),
  }),
);

describe('any sequence of choices', () => {
  test('leaves a selection that can be answered', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 12 }), (actions) => {
        const { selection } = actions.reduce(reduce, initial);
        const kind = KIND_OF[selection.task];
        expect(hasModel(kind, selection.model, catalog)).toBe(true);
        expect(hasQuantization(kind, selection.model, selection.quant, catalog)).toBe(true);
        expect(hasMethod(selection.task, selection.method)).toBe(true);
        const whole = [
          [selection.contextTokens, contextLimits(kind, selection.model, catalog)],
          [selection.sequenceTokens, sequenceLimits(kind, selection.model, catalog)],
          [selection.sequences, SEQUENCES],
          [selection.imagePx, IMAGE_PX],
          [selection.steps, STEPS],
          [selection.batch, BATCH],
          [selection.otherAppsGB, OTHER_APPS_GB],
          [selection.maxPrice ?? PRICE.min, PRICE],
          [selection.own.headDim, HEAD_DIM],
        ] as const;
        for (const [value, limits] of whole) expect(Number.isInteger(value) && isWithin(value, limits), `${value}`).toBe(true);
        expect(isWithin(selection.own.paramsB, PARAMS_B)).toBe(true);
      }),
    );
  });

  test('leaves a selection that a link brings back', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 12 }), (actions) => {
        const { selection } = actions.reduce(reduce, initial);
        const again = parseSelection(formatSelection(selection, catalog, start), catalog, start);
        expect(again.ignored).toEqual([]);
        expect(again.selection.model).toBe(selection.model);
        expect(again.selection.quant).toBe(selection.quant);
        expect(again.selection.contextTokens).toBe(selection.contextTokens);
      }),
    );
  });
});
