import { contextLimits, hasQuantization, sequenceLimits, type Catalog } from '../../selector/catalog.ts';
import {
  BATCH,
  clamp,
  DISK_GB,
  HEAD_DIM,
  IMAGE_PX,
  KV_HEADS,
  LAYERS,
  OTHER_APPS_GB,
  PARAMS_B,
  PRICE,
  SEQUENCES,
  STEPS,
  WIRED_LIMIT_MIB,
  type Limits,
} from '../../selector/limits.ts';
import { KIND_OF, MOST_COMPARED, type OwnModel, type Selection } from '../../selector/selection.ts';
import { hasMethod, withModel, withTask } from '../../selector/transition.ts';

/** Fields that hold a number and always do. */
type NumberKey = { [K in keyof Selection]: Selection[K] extends number ? K : never }[keyof Selection];

/** A number within its limits; what is no number leaves the one before. */
const within = (value: number, before: number, limits: Limits): number => (Number.isFinite(value) ? clamp(value, limits) : before);
const wholeWithin = (value: number, before: number, limits: Limits): number => Math.round(within(value, before, limits));

/** Sizes in a link have at most six decimals. */
const decimalWithin = (value: number, before: number, limits: Limits): number => Number(within(value, before, limits).toFixed(6));

const ownWithin = (own: OwnModel, before: OwnModel): OwnModel => {
  const paramsB = decimalWithin(own.paramsB, before.paramsB, PARAMS_B);
  const activeParamsB = own.activeParamsB === null ? null : decimalWithin(own.activeParamsB, before.activeParamsB ?? paramsB, PARAMS_B);
  return {
    paramsB,
    // As many active parameters as there are make a dense model.
    activeParamsB: activeParamsB !== null && activeParamsB < paramsB ? activeParamsB : null,
    layers: wholeWithin(own.layers, before.layers, LAYERS),
    kvHeads: wholeWithin(own.kvHeads, before.kvHeads, KV_HEADS),
    headDim: wholeWithin(own.headDim, before.headDim, HEAD_DIM),
  };
};

const isSold = ({ chip, memoryGB }: NonNullable<Selection['owned']>, { chips }: Catalog): boolean =>
  chips.some(({ id, memoryOptionsGB }) => id === chip && memoryOptionsGB.includes(memoryGB));

/**
 * The selection with some fields changed, and still one that can be calculated with and written into a link: numbers are brought within
 * their limits, and an id that is not listed, or does not go with the other choices, changes nothing.
 */
export const changed = (selection: Selection, change: Partial<Selection>, catalog: Catalog): Selection => {
  const ofTask = change.task === undefined ? selection : withTask(selection, change.task, catalog);
  const before = change.model === undefined ? ofTask : withModel(ofTask, change.model, catalog);
  const { task, model } = before;
  const kind = KIND_OF[task];
  const wanted: Selection = { ...before, ...change, task, model };
  const number = (key: NumberKey, limits: Limits): number => wholeWithin(wanted[key], before[key], limits);
  return {
    ...wanted,
    own: ownWithin(wanted.own, before.own),
    quant: hasQuantization(kind, model, wanted.quant, catalog) ? wanted.quant : before.quant,
    contextTokens: number('contextTokens', contextLimits(kind, model, catalog)),
    sequences: number('sequences', SEQUENCES),
    imagePx: number('imagePx', IMAGE_PX),
    steps: number('steps', STEPS),
    method: hasMethod(task, wanted.method) ? wanted.method : before.method,
    batch: number('batch', BATCH),
    sequenceTokens: number('sequenceTokens', sequenceLimits(kind, model, catalog)),
    owned: wanted.owned === null || isSold(wanted.owned, catalog) ? wanted.owned : before.owned,
    maxPrice: wanted.maxPrice === null ? null : wholeWithin(wanted.maxPrice, before.maxPrice ?? PRICE.max, PRICE),
    wiredLimitMiB: number('wiredLimitMiB', WIRED_LIMIT_MIB),
    otherAppsGB: number('otherAppsGB', OTHER_APPS_GB),
    diskGB: number('diskGB', DISK_GB),
    compare: [...new Set(wanted.compare)].filter((id) => catalog.configurations.includes(id)).slice(0, MOST_COMPARED),
  };
};
