import fc from 'fast-check';
import { CACHE_CHOICES, KIND_OF, MOST_COMPARED, OWN_MODEL, TASKS, type Selection, type Task } from '../../../src/selector/selection.ts';
import { contextLimits, hasModel, hasQuantization, modelIds, sequenceLimits } from '../../../src/selector/catalog.ts';
import * as limits from '../../../src/selector/limits.ts';
import { hasMethod } from '../../../src/selector/transition.ts';
import { TRAINING_METHODS } from '../../../src/advisor/training/types.ts';
import { catalog } from './catalog.ts';

const within = ({ min, max }: limits.Limits): fc.Arbitrary<number> => fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
const thousandths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.ceil(min * 1000), max: Math.floor(max * 1000) }).map((n) => n / 1000);

const anyOwn = thousandths(0.01, 10_000).chain((paramsB) =>
  fc.record({
    paramsB: fc.constant(paramsB),
    activeParamsB: fc.option(thousandths(0.001, paramsB - 0.001)),
    layers: within(limits.LAYERS),
    kvHeads: within(limits.KV_HEADS),
    headDim: within(limits.HEAD_DIM),
  }),
);

const anyOwned = fc.constantFrom(...catalog.chips.flatMap(({ id, memoryOptionsGB }) => memoryOptionsGB.map((memoryGB) => ({ chip: id, memoryGB }))));

/** Every selection the page can hold: a model of the task in a format it comes in, within the limits of both. */
export const anySelectionOf = (task: Task): fc.Arbitrary<Selection> => {
  const kind = KIND_OF[task];
  const models = [...modelIds(kind, catalog), ...(hasModel(kind, OWN_MODEL, catalog) ? [OWN_MODEL] : [])];
  return fc.constantFrom(...models).chain((model) =>
    fc.record({
      task: fc.constant(task),
      model: fc.constant(model),
      own: anyOwn,
      quant: fc.constantFrom(...catalog.quantizations.map(({ id }) => id).filter((id) => hasQuantization(kind, model, id, catalog))),
      contextTokens: within(contextLimits(kind, model, catalog)),
      cacheType: fc.constantFrom(...CACHE_CHOICES),
      sequences: within(limits.SEQUENCES),
      imagePx: within(limits.IMAGE_PX),
      steps: within(limits.STEPS),
      method: fc.constantFrom(...TRAINING_METHODS.filter((method) => hasMethod(task, method))),
      batch: within(limits.BATCH),
      sequenceTokens: within(sequenceLimits(kind, model, catalog)),
      owned: fc.option(anyOwned),
      currency: fc.constantFrom('JPY' as const, 'USD' as const),
      maxPrice: fc.option(within(limits.PRICE)),
      form: fc.constantFrom('portable' as const, 'desk' as const, null),
      condition: fc.constantFrom('new' as const, 'any' as const),
      macos: fc.constantFrom('legacy' as const, 'current' as const),
      wiredLimitMiB: within(limits.WIRED_LIMIT_MIB),
      otherAppsGB: within(limits.OTHER_APPS_GB),
      diskGB: within(limits.DISK_GB),
      view: fc.constantFrom('answer' as const, 'grid' as const),
      compare: fc.uniqueArray(fc.constantFrom(...catalog.configurations), { maxLength: MOST_COMPARED }),
    }),
  );
};

export const anyTask = fc.constantFrom(...TASKS);
export const anySelection = anyTask.chain(anySelectionOf);

const isIn = (value: number, range: limits.Limits): boolean => Number.isInteger(value) && limits.isWithin(value, range);

/** What is wrong with a selection; empty for one the page can show. */
export const faultsOf = (selection: Selection): string[] => {
  const { task, model, quant, own, owned } = selection;
  const kind = KIND_OF[task];
  const chip = catalog.chips.find(({ id }) => id === owned?.chip);
  const checks: Record<string, boolean> = {
    task: TASKS.includes(task),
    model: hasModel(kind, model, catalog),
    quant: hasQuantization(kind, model, quant, catalog),
    contextTokens: isIn(selection.contextTokens, contextLimits(kind, model, catalog)),
    sequenceTokens: isIn(selection.sequenceTokens, sequenceLimits(kind, model, catalog)),
    cacheType: CACHE_CHOICES.includes(selection.cacheType),
    sequences: isIn(selection.sequences, limits.SEQUENCES),
    imagePx: isIn(selection.imagePx, limits.IMAGE_PX),
    steps: isIn(selection.steps, limits.STEPS),
    batch: isIn(selection.batch, limits.BATCH),
    method: hasMethod(task, selection.method),
    params: limits.isWithin(own.paramsB, limits.PARAMS_B) && (own.activeParamsB === null || own.activeParamsB < own.paramsB),
    layers: isIn(own.layers, limits.LAYERS) && isIn(own.kvHeads, limits.KV_HEADS) && isIn(own.headDim, limits.HEAD_DIM),
    owned: owned === null || (chip?.memoryOptionsGB.includes(owned.memoryGB) ?? false),
    maxPrice: selection.maxPrice === null || isIn(selection.maxPrice, limits.PRICE),
    wired: isIn(selection.wiredLimitMiB, limits.WIRED_LIMIT_MIB),
    apps: isIn(selection.otherAppsGB, limits.OTHER_APPS_GB),
    disk: isIn(selection.diskGB, limits.DISK_GB),
    compare: selection.compare.length <= MOST_COMPARED && selection.compare.every((id) => catalog.configurations.includes(id)),
  };
  return Object.keys(checks).filter((name) => !checks[name]);
};
