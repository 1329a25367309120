import { BATCH, DISK_GB, HEAD_DIM, KV_HEADS, LAYERS, OTHER_APPS_GB, PARAMS_B, PRICE, SEQUENCES, STEPS, WIRED_LIMIT_MIB } from '../../../selector/limits.ts';
import type { OwnModel } from '../../../selector/selection.ts';
import type { NumberRule } from './numbers.ts';

/** What the fields take: the limits of the selection, and how people write such numbers. */
export const SEQUENCES_RULE: NumberRule = { ...SEQUENCES, whole: true };
export const STEPS_RULE: NumberRule = { ...STEPS, whole: true };
export const BATCH_RULE: NumberRule = { ...BATCH, whole: true };

export const BUDGET_RULE: NumberRule = { ...PRICE, whole: true, optional: true, suffixes: { 万: 10_000, k: 1000 } };

const GB = { gb: 1, tb: 1000 };
export const APPS_RULE: NumberRule = { ...OTHER_APPS_GB, whole: true, optional: true, suffixes: GB };
export const DISK_RULE: NumberRule = { ...DISK_GB, whole: true, optional: true, suffixes: GB };
export const WIRED_RULE: NumberRule = { ...WIRED_LIMIT_MIB, whole: true, optional: true, suffixes: { mib: 1, mb: 1, gib: 1024, gb: 1024 } };

const PARAMETERS: NumberRule = { ...PARAMS_B, whole: false, suffixes: { b: 1, m: 0.001 } };
export const OWN_RULES: Readonly<Record<keyof OwnModel, NumberRule>> = {
  paramsB: PARAMETERS,
  activeParamsB: { ...PARAMETERS, optional: true },
  layers: { ...LAYERS, whole: true },
  kvHeads: { ...KV_HEADS, whole: true },
  headDim: { ...HEAD_DIM, whole: true },
};
