import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageMemory } from '../../../src/advisor/image/memory.ts';
import { listedQuantizations } from '../../../src/selector/catalog.ts';
import { startSelection, TASK_DEFAULTS } from '../../../src/selector/defaults.ts';
import { KIND_OF, TASKS, type Selection } from '../../../src/selector/selection.ts';
import { withModel, withQuant, withTask } from '../../../src/selector/transition.ts';
import { anySelection, anyTask, faultsOf } from './any-selection.ts';
import { catalog, facts, start } from './catalog.ts';

const at = (task: Selection['task'], change: Partial<Selection> = {}): Selection => ({ ...withTask(start, task, catalog), ...change });

describe('what a task starts with', () => {
  test('is a chat with an 8B model', () => {
    expect(start).toMatchObject({ task: 'chat', model: 'qwen3-8b', quant: 'q4_k_m', contextTokens: 8192, macos: 'current', owned: null, maxPrice: null });
    expect(faultsOf(start)).toEqual([]);
  });

  test.each([
    ['chat', { model: 'qwen3-8b', quant: 'q4_k_m', contextTokens: 8192, otherAppsGB: 0 }],
    ['agent', { model: 'qwen3-30b-a3b', quant: 'q4_k_m', contextTokens: 65_536 }],
    ['image', { model: 'flux.2-klein-4b', quant: 'mlx-8bit', imagePx: 1024, steps: 4 }],
    ['speech', { model: 'whisper-large-v3-turbo', quant: 'f16' }],
    ['lora', { model: 'qwen3-8b', quant: 'mlx-4bit', method: 'qlora', batch: 1, sequenceTokens: 2048 }],
    ['training', { model: 'llama-3.2-1b', method: 'full-bf16', batch: 1, sequenceTokens: 2048 }],
    ['embedding', { model: 'bge-m3', quant: 'f16', batch: 32, sequenceTokens: 512 }],
    ['apps', { model: 'qwen3-4b', contextTokens: 8192, otherAppsGB: 8 }],
  ] as const)('%s', (task, settings) => {
    expect(at(task)).toMatchObject(settings);
    expect(faultsOf(at(task))).toEqual([]);
  });

  // Links leave out what is as the task starts, so these numbers are part of every link that is out there.
  test('is what links that are out there were written with', () => {
    expect(TASK_DEFAULTS).toMatchInlineSnapshot(`
      {
        "agent": {
          "batch": 1,
          "contextTokens": 65536,
          "imagePx": 1024,
          "method": "qlora",
          "model": "qwen3-30b-a3b",
          "otherAppsGB": 0,
          "quant": "q4_k_m",
          "sequenceTokens": 2048,
          "steps": 4,
        },
        "apps": {
          "batch": 1,
          "contextTokens": 8192,
          "imagePx": 1024,
          "method": "qlora",
          "model": "qwen3-4b",
          "otherAppsGB": 8,
          "quant": "q4_k_m",
          "sequenceTokens": 2048,
          "steps": 4,
        },
        "chat": {
          "batch": 1,
          "contextTokens": 8192,
          "imagePx": 1024,
          "method": "qlora",
          "model": "qwen3-8b",
          "otherAppsGB": 0,
          "quant": "q4_k_m",
          "sequenceTokens": 2048,
          "steps": 4,
        },
        "embedding": {
          "batch": 32,
          "contextTokens": 8192,
          "imagePx": 1024,
          "method": "qlora",
          "model": "bge-m3",
          "otherAppsGB": 0,
          "quant": "f16",
          "sequenceTokens": 512,
          "steps": 4,
        },
        "image": {
          "batch": 1,
          "contextTokens": 8192,
          "imagePx": 1024,
          "method": "qlora",
          "model": "flux.2-klein-4b",
          "otherAppsGB": 0,
          "quant": "mlx-8bit",
          "sequenceTokens": 2048,
          "steps": 4,
        },
        "lora": {
          "batch": 1,
          "contextTokens": 8192,
          "imagePx": 1024,
          "method": "qlora",
          "model": "qwen3-8b",
          "otherAppsGB": 0,
          "quant": "mlx-4bit",
          "sequenceTokens": 2048,
          "steps": 4,
        },
        "speech": {
          "batch": 1,
          "contextTokens": 8192,
          "imagePx": 1024,
          "method": "qlora",
          "model": "whisper-large-v3-turbo",
          "otherAppsGB": 0,
          "quant": "f16",
          "sequenceTokens": 2048,
          "steps": 4,
        },
        "training": {
          "batch": 1,
          "contextTokens": 8192,
          "imagePx": 1024,
          "method": "full-bf16",
          "model": "llama-3.2-1b",
          "otherAppsGB": 0,
          "quant": "q4_k_m",
          "sequenceTokens": 2048,
          "steps": 4,
        },
      }
    `);
  });

  test('can be answered: the models exist, and memory and speed of the image model were measured', () => {
    for (const task of TASKS) expect(withTask(start, task, catalog).model).toBe(TASK_DEFAULTS[task].model);
    const model = facts.imageModels.find(({ id }) => id === TASK_DEFAULTS.image.model);
    const memory = model && imageMemory({ model, references: facts.imageModels, bits: 8.5, widthPx: 1024, heightPx: 1024, loading: 'all' });
    expect(memory).toMatchObject({ known: true, activationRule: 'measured' });
    expect(facts.imageMeasurements.some(({ rows }) => rows.some(({ usable, model: id, chip }) => usable && id === model?.id && chip !== null))).toBe(true);
  });

  test('does not break when the usual model is renamed', () => {
    const without = { ...catalog, models: catalog.models.filter(({ id }) => id !== 'qwen3-8b') };
    expect(startSelection(without).model).toBe(without.models[0]?.id);
  });
});

describe('another task', () => {
  test('leads from any selection to one that can be shown', () => {
    fc.assert(
      fc.property(anySelection, anyTask, (selection, task) => {
        const next = withTask(selection, task, catalog);
        expect(next.task).toBe(task);
        expect(faultsOf(next)).toEqual([]);
        const { owned, currency, maxPrice, form, condition, macos, wiredLimitMiB, diskGB, own, cacheType, sequences } = selection;
        expect(next).toMatchObject({ owned, currency, maxPrice, form, condition, macos, wiredLimitMiB, diskGB, own, cacheType, sequences });
      }),
    );
  });

  test('there and back is where it began, when nothing was set on the way', () => {
    for (const from of TASKS) for (const to of TASKS) expect(withTask(withTask(at(from), to, catalog), from, catalog), `${from} → ${to}`).toEqual(at(from));
  });

  test('the same task is the same selection', () => {
    const selection = at('agent', { contextTokens: 12_345 });
    expect(withTask(selection, 'agent', catalog)).toBe(selection);
  });

  test('what was set stays: model, quantization, context', () => {
    const set = at('chat', { model: 'gemma-3-27b', quant: 'q8_0', contextTokens: 20_000 });
    expect(withTask(set, 'agent', catalog)).toMatchObject({ model: 'gemma-3-27b', quant: 'q8_0', contextTokens: 20_000 });
    expect(withTask(set, 'lora', catalog)).toMatchObject({ model: 'gemma-3-27b', quant: 'q8_0' });
    expect(withTask(set, 'image', catalog)).toMatchObject({ model: 'flux.2-klein-4b', quant: 'mlx-8bit', contextTokens: 20_000 });
  });

  test('what was left alone becomes what the task starts with', () => {
    expect(withTask(at('chat', { quant: 'q6_k' }), 'agent', catalog)).toMatchObject({ model: 'qwen3-30b-a3b', quant: 'q6_k', contextTokens: 65_536 });
    expect(withTask(at('apps'), 'chat', catalog).otherAppsGB).toBe(0);
    expect(withTask(at('apps', { otherAppsGB: 12 }), 'chat', catalog).otherAppsGB).toBe(12);
  });

  test('a batch of texts is none of training examples', () => {
    expect(withTask(at('embedding', { batch: 256, sequenceTokens: 300 }), 'lora', catalog)).toMatchObject({ batch: 1, sequenceTokens: 2048 });
    expect(withTask(at('lora', { batch: 4 }), 'training', catalog)).toMatchObject({ batch: 4, method: 'full-bf16' });
  });

  test('the own model goes with language models and training', () => {
    const own = at('chat', { model: 'own' });
    expect(withTask(own, 'lora', catalog).model).toBe('own');
    expect(withTask(own, 'speech', catalog).model).toBe('whisper-large-v3-turbo');
  });
});

describe('another model', () => {
  test('leads from any selection to one that can be shown, and changes nothing else', () => {
    fc.assert(
      fc.property(anySelection, fc.nat(), (selection, pick) => {
        const kind = KIND_OF[selection.task];
        const list = kind === 'llm' || kind === 'training' ? catalog.models : catalog[`${kind}Models`];
        const id = list[pick % list.length]?.id ?? '';
        const next = withModel(selection, id, catalog);
        expect(next.model).toBe(id);
        expect(faultsOf(next)).toEqual([]);
        const { task, owned, method, batch, cacheType, otherAppsGB, compare } = selection;
        expect(next).toMatchObject({ task, owned, method, batch, cacheType, otherAppsGB, compare });
      }),
    );
  });

  test('quantization and context stay where it has them', () => {
    const set = at('chat', { quant: 'q8_0', contextTokens: 30_000 });
    expect(withModel(set, 'gemma-3-12b', catalog)).toMatchObject({ quant: 'q8_0', contextTokens: 30_000 });
    expect(withModel(set, 'llm-jp-3-13b', catalog)).toMatchObject({ quant: 'q8_0', contextTokens: 4096 });
    expect(withModel(set, 'gpt-oss-20b', catalog)).toMatchObject({ quant: 'mxfp4', contextTokens: 30_000 });
    expect(withModel({ ...set, quant: 'mlx-8bit' }, 'gpt-oss-20b', catalog).quant).toBe('mlx-mxfp4');
  });

  test('what was left alone comes back with the next model', () => {
    const there = withModel(start, 'gpt-oss-20b', catalog);
    expect(there.quant).toBe('mxfp4');
    expect(withModel(there, 'qwen3-8b', catalog)).toEqual(start);
    const short = withModel(start, 'llm-jp-3-13b', catalog);
    expect(short.contextTokens).toBe(4096);
    expect(withModel(short, 'qwen3-8b', catalog)).toEqual(start);
  });

  test('an image model brings its size and steps, unless they were set', () => {
    expect(withModel(at('image'), 'sd-1.5', catalog)).toMatchObject({ imagePx: 512, steps: 25 });
    expect(withModel(at('image', { steps: 12, imagePx: 768 }), 'sd-1.5', catalog)).toMatchObject({ imagePx: 768, steps: 12 });
  });

  test('an unknown one changes nothing', () => {
    expect(withModel(start, 'nope', catalog)).toBe(start);
    expect(withModel(start, 'bge-m3', catalog)).toBe(start);
    expect(withModel(at('speech'), 'own', catalog).model).toBe('whisper-large-v3-turbo');
  });
});

describe('another quantization', () => {
  test('is taken if the model comes in it', () => {
    expect(withQuant(start, 'iq2_m', catalog).quant).toBe('iq2_m');
    expect(withQuant(start, 'mxfp4', catalog)).toBe(start);
    expect(withQuant(start, 'nope', catalog)).toBe(start);
    expect(withQuant(at('speech'), 'q5_0', catalog).quant).toBe('q5_0');
    expect(withQuant(at('speech'), 'q4_k_m', catalog).quant).toBe('f16');
  });

  const ids = (task: Selection['task'], model: string, chosen?: string): string[] =>
    listedQuantizations(KIND_OF[task], model, catalog, chosen).map(({ id }) => id);

  test('lists are short, and hold the chosen one', () => {
    for (const { id } of catalog.models) expect(ids('chat', id).length, id).toBeLessThanOrEqual(18);
    expect(ids('chat', 'llm-jp-4-8b')).not.toContain('iq2_m');
    expect(ids('chat', 'llm-jp-4-8b', 'iq2_m')).toContain('iq2_m');
    expect(ids('chat', 'gpt-oss-20b', 'q4_k_m')).toEqual(['mxfp4', 'mlx-mxfp4']);
    expect(ids('image', 'sdxl-1.0')).toEqual(['f16', 'mlx-4bit', 'mlx-8bit']);
    expect(ids('speech', 'whisper-tiny')).toEqual(['q5_0', 'q8_0', 'f16']);
    expect(ids('embedding', 'bge-m3')).toEqual(['q8_0', 'f16']);
  });
});
