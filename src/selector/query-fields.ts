import { TRAINING_METHODS } from '../advisor/training/types.ts';
import { contextLimits, hasQuantization, sequenceLimits } from './catalog.ts';
import { BATCH, DISK_GB, IMAGE_PX, OTHER_APPS_GB, SEQUENCES, STEPS, WIRED_LIMIT_MIB } from './limits.ts';
import { field, whole, word, type Field } from './query-field.ts';
import { budget, compare, currency, macos, owned } from './query-mac.ts';
import { OWN_FIELDS } from './query-own.ts';
import { CACHE_CHOICES, KIND_OF } from './selection.ts';
import { hasMethod } from './transition.ts';

const quant = field(
  'quant',
  (text, { task, model }, catalog) => {
    if (!catalog.quantizations.some(({ id }) => id === text)) return 'unknown';
    return hasQuantization(KIND_OF[task], model, text, catalog) ? { quant: text } : 'not-offered';
  },
  (selection) => selection.quant,
);

const method = field(
  'method',
  (text, { task }) => {
    const found = TRAINING_METHODS.find((candidate) => candidate === text);
    if (found === undefined) return 'unknown';
    return hasMethod(task, found) ? { method: found } : 'not-offered';
  },
  (selection) => selection.method,
);

/** Everything beside task and model, in the order in which it is read and written. */
export const FIELDS: readonly Field[] = [
  ...OWN_FIELDS,
  quant,
  whole('ctx', 'contextTokens', ({ task, model }, catalog) => contextLimits(KIND_OF[task], model, catalog)),
  word('cache', 'cacheType', Object.fromEntries(CACHE_CHOICES.map((choice) => [choice, choice]))),
  whole('seq', 'sequences', SEQUENCES),
  whole('px', 'imagePx', IMAGE_PX),
  whole('steps', 'steps', STEPS),
  method,
  whole('batch', 'batch', BATCH),
  whole('len', 'sequenceTokens', ({ task, model }, catalog) => sequenceLimits(KIND_OF[task], model, catalog)),
  owned,
  currency,
  budget,
  word('form', 'form', { desk: 'desk', portable: 'portable', any: null }),
  word('used', 'condition', { '0': 'new', '1': 'any' }),
  macos,
  whole('wired', 'wiredLimitMiB', WIRED_LIMIT_MIB),
  whole('apps', 'otherAppsGB', OTHER_APPS_GB),
  whole('disk', 'diskGB', DISK_GB),
  word('view', 'view', { answer: 'answer', grid: 'grid' }),
  compare,
];
