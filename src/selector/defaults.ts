import { hasModel, hasQuantization, contextLimits, listedQuantizations, modelIds, sequenceLimits, type Catalog } from './catalog.ts';
import { clamp } from './limits.ts';
import { KIND_OF, type Kind, type Selection, type Task } from './selection.ts';

/** What a task decides for somebody who has not said otherwise. */
export type TaskSettings = Pick<Selection, 'model' | 'quant' | 'contextTokens' | 'imagePx' | 'steps' | 'method' | 'batch' | 'sequenceTokens' | 'otherAppsGB'>;

const COMMON: Omit<TaskSettings, 'model'> = {
  quant: 'q4_k_m',
  contextTokens: 8192,
  imagePx: 1024,
  steps: 4,
  method: 'qlora',
  batch: 1,
  sequenceTokens: 2048,
  otherAppsGB: 0,
};

/**
 * What most people start with. A link leaves out what is as here: changing a value changes what links that are out there mean, so it
 * wants a reason (tests hold old links).
 */
export const TASK_DEFAULTS: Readonly<Record<Task, TaskSettings>> = {
  chat: { ...COMMON, model: 'qwen3-8b' },
  // An agent reads files and its own steps: 64 Ki tokens is where it stops forgetting what it was asked.
  agent: { ...COMMON, model: 'qwen3-30b-a3b', contextTokens: 65_536 },
  // Memory and speed of this one were both measured.
  image: { ...COMMON, model: 'flux.2-klein-4b', quant: 'mlx-8bit' },
  speech: { ...COMMON, model: 'whisper-large-v3-turbo', quant: 'f16' },
  // The format mlx-lm trains adapters on.
  lora: { ...COMMON, model: 'qwen3-8b', quant: 'mlx-4bit' },
  training: { ...COMMON, model: 'llama-3.2-1b', method: 'full-bf16' },
  embedding: { ...COMMON, model: 'bge-m3', quant: 'f16', batch: 32, sequenceTokens: 512 },
  // Xcode with a simulator, a browser and an editor.
  apps: { ...COMMON, model: 'qwen3-4b', otherAppsGB: 8 },
};

/** Where a quantization the model does not come in leads: the nearest in bits of the same runtime, else of the other. */
export const nearestQuantization = (kind: Kind, model: string, wanted: string, catalog: Catalog): string => {
  if (hasQuantization(kind, model, wanted, catalog)) return wanted;
  const { engine, bitsPerWeight } = catalog.quantizations.find(({ id }) => id === wanted) ?? { engine: 'llama.cpp', bitsPerWeight: 4.5 };
  const nearest = listedQuantizations(kind, model, catalog)
    .map((quantization) => ({ id: quantization.id, foreign: quantization.engine !== engine, bits: Math.abs(quantization.bitsPerWeight - bitsPerWeight) }))
    .sort((a, b) => Number(a.foreign) - Number(b.foreign) || a.bits - b.bits)[0];
  return nearest?.id ?? wanted;
};

/** What a task starts with when it is done with this model: its own settings as far as the model has them. */
export const settingsFor = (task: Task, model: string, catalog: Catalog): TaskSettings => {
  const usual = TASK_DEFAULTS[task];
  const kind = KIND_OF[task];
  const image = kind === 'image' ? catalog.imageModels.find(({ id }) => id === model) : undefined;
  return {
    ...usual,
    model,
    quant: nearestQuantization(kind, model, usual.quant, catalog),
    contextTokens: clamp(usual.contextTokens, contextLimits(kind, model, catalog)),
    sequenceTokens: clamp(usual.sequenceTokens, sequenceLimits(kind, model, catalog)),
    imagePx: image?.nativePx ?? usual.imagePx,
    steps: image?.steps ?? usual.steps,
  };
};

/** The model a task starts with. The first of its list if the usual one is gone: a renamed record must not break the page. */
export const startModel = (task: Task, catalog: Catalog): string => {
  const kind = KIND_OF[task];
  const { model } = TASK_DEFAULTS[task];
  return hasModel(kind, model, catalog) ? model : (modelIds(kind, catalog)[0] ?? model);
};

/** What the selector shows before anything is chosen. A page in English takes `currency: 'USD'` into its own start. */
export const startSelection = (catalog: Catalog): Selection => ({
  task: 'chat',
  ...settingsFor('chat', startModel('chat', catalog), catalog),
  // A dense model of 8B as they are usually built.
  own: { paramsB: 8, activeParamsB: null, layers: 32, kvHeads: 8, headDim: 128 },
  cacheType: 'f16',
  sequences: 1,
  owned: null,
  currency: 'JPY',
  maxPrice: null,
  form: null,
  condition: 'new',
  macos: 'current',
  wiredLimitMiB: 0,
  diskGB: 0,
  view: 'answer',
  compare: [],
});
