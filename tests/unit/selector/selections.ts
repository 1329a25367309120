import fc from 'fast-check';
import { contextLimits, hasQuantization, modelIds, sequenceLimits } from '../../../src/selector/catalog.ts';
import { BATCH, IMAGE_PX, OTHER_APPS_GB, STEPS, WIRED_LIMIT_MIB } from '../../../src/selector/limits.ts';
import { CACHE_CHOICES, KIND_OF, OWN_MODEL, TASKS, type Selection } from '../../../src/selector/selection.ts';
import { hasMethod, withModel, withTask } from '../../../src/selector/transition.ts';
import { TRAINING_METHODS } from '../../../src/advisor/training/types.ts';
import { prepared, START } from './prepared.ts';

const { catalog, data, configurations } = prepared;

const hands = configurations.map(({ chip, memoryGB }) => ({ chip, memoryGB }));

/** What does not depend on the model. */
const common = fc.record({
  cacheType: fc.constantFrom(...CACHE_CHOICES),
  sequences: fc.integer({ min: 1, max: 8 }),
  imagePx: fc.integer({ min: IMAGE_PX.min, max: 2048 }),
  steps: fc.integer(STEPS),
  batch: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer(BATCH)),
  owned: fc.option(fc.constantFrom(...hands)),
  currency: fc.constantFrom('JPY' as const, 'USD' as const),
  maxPrice: fc.option(fc.integer({ min: 500, max: 1_000_000 })),
  form: fc.option(fc.constantFrom('portable' as const, 'desk' as const)),
  condition: fc.constantFrom('new' as const, 'any' as const),
  macos: fc.constantFrom('legacy' as const, 'current' as const),
  wiredLimitMiB: fc.oneof(fc.constant(0), fc.integer(WIRED_LIMIT_MIB)),
  otherAppsGB: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 24 }), fc.integer(OTHER_APPS_GB)),
  diskGB: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 16_000 })),
  compare: fc.array(fc.constantFrom(...configurations.map(({ id }) => id)), { maxLength: 3 }),
});

/** Selections a reader can make: model, format, context and method go together. */
export const selections: fc.Arbitrary<Selection> = fc.constantFrom(...TASKS).chain((task) => {
  const kind = KIND_OF[task];
  const isLanguage = kind === 'llm' || kind === 'training';
  return fc.constantFrom(...modelIds(kind, catalog), ...(isLanguage ? [OWN_MODEL, OWN_MODEL] : [])).chain((model) => {
    const base = withModel(withTask(START, task, catalog), model, catalog);
    const quants = data.quantizations.map(({ id }) => id).filter((id) => hasQuantization(kind, model, id, catalog));
    const context = contextLimits(kind, model, catalog);
    const sequence = sequenceLimits(kind, model, catalog);
    return fc
      .record({
        ...{ quant: fc.constantFrom(...quants), method: fc.constantFrom(...TRAINING_METHODS.filter((method) => hasMethod(task, method))) },
        contextTokens: fc.integer({ min: context.min, max: Math.min(context.max, 1_048_576) }),
        sequenceTokens: fc.integer({ min: sequence.min, max: Math.min(sequence.max, 32_768) }),
        own: fc.record({
          paramsB: fc.double({ min: 0.1, max: 2000, noNaN: true }),
          activeParamsB: fc.option(fc.double({ min: 0.1, max: 100, noNaN: true })),
          layers: fc.integer({ min: 1, max: 200 }),
          kvHeads: fc.integer({ min: 1, max: 128 }),
          headDim: fc.integer({ min: 8, max: 512 }),
        }),
        rest: common,
      })
      .map(({ rest, ...fields }): Selection => ({ ...base, ...fields, ...rest }));
  });
});
