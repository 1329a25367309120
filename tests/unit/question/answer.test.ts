import { describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../../src/advisor/bytes.ts';
import { speedEstimate } from '../../../src/advisor/speed/estimate.ts';
import { ask, askLlm, askTask, context, EXAMPLE, facts, refusal } from './ask.ts';

const ordered = ({ low, mid, high }: { low: number; mid: number; high: number }): boolean => low > 0 && low <= mid && mid <= high;

const sumOf = (parts: Readonly<Record<string, number | null>>): number => Object.values(parts).reduce<number>((sum, bytes) => sum + Number(bytes), 0);

describe('the example', () => {
  const result = askLlm(EXAMPLE);

  it('has every part of the memory, computed by hand where a hand can', () => {
    // Qwen3 32B: 64 layers of 8 key/value heads of width 128, 2 bytes each, keys and values.
    expect(result.memory.kvCacheBytes).toBe(64 * 8 * 128 * 2 * 2 * 8192);
    expect(result.memory.weightsBytes).toBe(facts.models.find(({ id }) => id === 'qwen3-32b')?.files.find(({ quant }) => quant === 'q4_k_m')?.bytes);
    expect(result.memory.recurrentStateBytes).toBe(0);
    expect(result.memory.overheadBytes).toBe(128 * MiB);
    // 512 rows of logits and hidden state in 32 bits are the least a step reserves.
    expect(result.memory.computeBufferBytes).toBeGreaterThanOrEqual(512 * 4 * (151_936 + 5120));
    expect(Object.keys(result.memory)).toEqual(['weightsBytes', 'kvCacheBytes', 'recurrentStateBytes', 'computeBufferBytes', 'overheadBytes', 'totalBytes']);
    const { totalBytes, ...parts } = result.memory;
    expect(sumOf(parts)).toBe(totalBytes);
  });

  it('has the budget of a 64GB Mac on macOS 26', () => {
    const limit = facts.gpuLimits.find(({ memoryGB }) => memoryGB === 64);
    expect(result.budget).toMatchObject({ gpuLimitBytes: (limit?.currentUsableMiB ?? 0) * MiB, status: 'comfortable', bound: 'gpu-limit', estimated: false });
  });

  it('has speeds as ranges below the roofline', () => {
    const { decode, prefill, timeToFirstTokenSeconds, rooflineTokensPerSecond } = result;
    if (!decode || !prefill || !timeToFirstTokenSeconds || !rooflineTokensPerSecond) throw new Error('no speed');
    expect([decode, prefill, timeToFirstTokenSeconds].every(ordered)).toBe(true);
    // 546 GB/s over the file and the cache, less the token embedding of which one row is read.
    expect(rooflineTokensPerSecond).toBeGreaterThan(546 / ((Number(result.memory.weightsBytes) + Number(result.memory.kvCacheBytes)) / 1e9));
    expect(decode.high).toBeLessThanOrEqual(rooflineTokensPerSecond);
    expect(timeToFirstTokenSeconds.mid).toBeCloseTo(8192 / prefill.mid, 0);
    expect(decode.mid).toBeGreaterThan(13);
    expect(decode.mid).toBeLessThan(22);
  });

  it('says what each figure rests on, with addresses', () => {
    const kinds = result.basis.map(({ kind }) => kind);
    expect(kinds.slice(0, 6)).toEqual(['weights', 'model', 'compute-buffer', 'gpu-limit', 'fit', 'fit']);
    for (const basis of result.basis) {
      if ('sources' in basis) for (const url of basis.sources) expect(url).toMatch(/^https:\/\//);
      if (basis.kind === 'fit') {
        expect(basis.rows).toBeGreaterThan(50);
        expect(basis.sourceCount).toBeGreaterThan(3);
        expect(basis.meanAbsoluteError).toBeLessThan(0.3);
      }
    }
    expect(result.unknown).toEqual([]);
  });

  it('tells how it was read', () => {
    expect(result.settings).toEqual({
      task: 'llm',
      chip: 'm4-max-40',
      memoryGB: 64,
      macOS: 26,
      wiredLimitMiB: 0,
      otherAppsGB: 0,
      model: 'qwen3-32b',
      quant: 'q4_k_m',
      engine: 'llama.cpp',
      contextTokens: 8192,
      promptTokens: 8192,
      cacheTypeK: 'f16',
      cacheTypeV: 'f16',
      flashAttention: true,
      fullWindow: false,
      sequences: 1,
      microBatch: 512,
    });
  });

  it('is the same for the question after a round trip through JSON, and for other capital letters', () => {
    expect(ask(JSON.parse(JSON.stringify(EXAMPLE)))).toEqual(result);
    expect(ask({ ...EXAMPLE, quant: 'Q4_K_M', model: 'Qwen3-32B', chip: 'M4-Max-40' })).toEqual(result);
  });
});

describe('raw figures in place of a model', () => {
  it('describe the same model with the same memory', () => {
    const known = askLlm({ ...EXAMPLE, chip: 'm4-max-40' });
    const model = facts.models.find(({ id }) => id === 'qwen3-32b');
    const { model: _, ...rest } = EXAMPLE;
    const described = askLlm({
      ...rest,
      paramsB: model?.paramsB,
      weightBytes: known.memory.weightsBytes,
      layers: model?.layers,
      hiddenSize: model?.hiddenSize,
      vocab: model?.vocab,
      attentionHeads: model?.attentionHeads,
      kvLayers: model?.attention.kvLayers,
    });
    expect(described.memory).toEqual(known.memory);
    expect(described.notes).toEqual([]);
    expect(described.decode?.mid).toBeCloseTo(known.decode?.mid ?? 0, 0);
    expect(described.basis[0]).toEqual({ kind: 'weights', rule: 'given', sources: [] });
  });

  it.each([
    ['full', [{ kind: 'full', layers: 10, kvHeads: 4, headDim: 64 }], {}, 10 * 4 * 64 * 4 * 4096],
    ['full, q8_0', [{ kind: 'full', layers: 10, kvHeads: 4, headDim: 64 }], { cacheType: 'q8_0' }, 10 * 4 * 64 * 2 * (34 / 32) * 4096],
    [
      'keys and values apart',
      [{ kind: 'full', layers: 10, kvHeads: 4, headDim: 64 }],
      { cacheTypeK: 'q8_0', cacheTypeV: 'q4_0' },
      10 * 4 * 64 * (34 / 32 + 18 / 32) * 4096,
    ],
    ['two conversations', [{ kind: 'full', layers: 10, kvHeads: 4, headDim: 64 }], { sequences: 2 }, 2 * 10 * 4 * 64 * 4 * 4096],
    // 1,024 of the window and 512 of the micro batch.
    ['sliding window', [{ kind: 'swa', layers: 10, kvHeads: 4, headDim: 64, window: 1024 }], {}, 10 * 4 * 64 * 4 * 1536],
    ['sliding window, smaller steps', [{ kind: 'swa', layers: 10, kvHeads: 4, headDim: 64, window: 1024 }], { microBatch: 256 }, 10 * 4 * 64 * 4 * 1280],
    ['whole window', [{ kind: 'swa', layers: 10, kvHeads: 4, headDim: 64, window: 1024 }], { fullWindow: true }, 10 * 4 * 64 * 4 * 4096],
    ['chunks', [{ kind: 'chunk', layers: 10, kvHeads: 4, headDim: 64, window: 2048 }], {}, 10 * 4 * 64 * 4 * 2560],
    ['latent', [{ kind: 'mla', layers: 27, kvLoraRank: 512, qkRopeHeadDim: 64 }], {}, 27 * 576 * 2 * 4096],
  ])('count the cache by its kind: %s', (_, kvLayers, settings, bytes) => {
    expect(askLlm({ kvLayers, contextTokens: 4096, ...settings }).memory.kvCacheBytes).toBe(bytes);
  });

  it('weigh by parameters and bits', () => {
    expect(askLlm({ paramsB: 8, bitsPerWeight: 4 }).memory.weightsBytes).toBe(4e9);
    expect(askLlm({ weightBytes: 5e9 }).memory.weightsBytes).toBe(5e9);
    expect(askLlm({ paramsB: 1000, quant: 'f16' }).memory.weightsBytes).toBeGreaterThan(1.9e12);
  });

  it('read less of a mixture of experts', () => {
    const base = { chip: 'm4-max-40', paramsB: 30, weightBytes: 18e9, layers: 48 };
    const [dense, experts] = [askLlm(base), askLlm({ ...base, activeParamsB: 3 })];
    expect(experts.decode?.mid).toBeGreaterThan(3 * (dense.decode?.mid ?? Infinity));
    expect(experts.memory).toEqual({ ...dense.memory, computeBufferBytes: experts.memory.computeBufferBytes, totalBytes: experts.memory.totalBytes });
    expect(refusal({ ...base, activeParamsB: 31 }).field).toBe('activeParamsB');
  });

  it('never read more than all of a model of which only the size is known', () => {
    const { decode, rooflineTokensPerSecond } = askLlm({ chip: 'm4-max-40', weightBytes: 1e9, activeParamsB: 500 });
    // 546 GB/s over 1 GB, of which the token embedding is not read: never half of it.
    expect(rooflineTokensPerSecond).toBeLessThan(1.5 * 546);
    expect(decode?.high).toBeLessThanOrEqual(rooflineTokensPerSecond ?? 0);
  });

  it('replace the size of a known model, and nothing else of it', () => {
    expect(askLlm({ ...EXAMPLE, weightBytes: 2e10 }).memory.weightsBytes).toBe(2e10);
    expect(refusal({ ...EXAMPLE, paramsB: 8 }).field).toBe('paramsB');
    expect(refusal({ ...EXAMPLE, bitsPerWeight: 4 }).field).toBe('bitsPerWeight');
  });

  it('need something to weigh or to keep', () => {
    expect(refusal({ bitsPerWeight: 4 }).field).toBe('model');
    expect(refusal({ layers: 4 }).field).toBe('model');
    expect(refusal({ chip: 'm4-max-40' }).field).toBe('model');
    expect(askLlm({ kvLayers: [{ kind: 'full', layers: 1, kvHeads: 1, headDim: 64 }] }).notes).toContain('weights-unknown');
  });
});

describe('defaults', () => {
  it('take the engine from the quantization, and the quantization from the engine', () => {
    expect(askLlm({ model: 'qwen3-8b', quant: 'mlx-4bit' }).settings['engine']).toBe('mlx');
    expect(askLlm({ model: 'qwen3-8b', engine: 'mlx' }).settings['quant']).toBe('mlx-4bit');
    expect(askLlm({ model: 'qwen3-8b', engine: 'ollama' }).settings['quant']).toBe('q4_k_m');
    expect(askLlm({ model: 'qwen3-8b', engine: 'ollama', quant: 'mlx-4bit' }).settings['engine']).toBe('ollama');
  });

  it('take the format a model is published in alone', () => {
    expect(askLlm({ model: 'gpt-oss-20b' }).settings['quant']).toBe('mxfp4');
    expect(askLlm({ model: 'gpt-oss-20b', engine: 'mlx' }).settings['quant']).toBe('mlx-mxfp4');
    expect(askLlm({ model: 'gpt-oss-20b', quant: 'q4_k_m' }).notes).toContain('not-published-in-this-quantization');
  });

  it('say what they cannot know', () => {
    const result = askLlm({ model: 'qwen3-8b' });
    expect(result).toMatchObject({ budget: null, decode: null, prefill: null, sustained: null, unknown: ['speed: no chip was named'] });
  });
});

describe('notes', () => {
  it.each([
    ['context-beyond-model', { model: 'qwen3-8b', contextTokens: 10_000_000 }],
    ['prompt-beyond-context', { model: 'qwen3-8b', contextTokens: 0, promptTokens: 512 }],
    ['memory-not-sold-with-chip', { model: 'qwen3-8b', chip: 'm4-max-40', memoryGB: 24 }],
    ['values-need-flash-attention', { model: 'qwen3-8b', cacheType: 'q8_0', flashAttention: false }],
    ['cache-type-not-in-mlx', { model: 'qwen3-8b', engine: 'mlx', cacheType: 'q5_0' }],
    ['cache-unknown', { paramsB: 8 }],
    ['fanless-slows-down-under-load', { model: 'qwen3-8b', mac: 'macbook-air-m4-2025' }],
    ['slows-down-under-load-in-fanless-macs', { model: 'qwen3-8b', chip: 'm4-10' }],
    // The only Mac in the list with this chip has no fan, but an iMac with it was sold.
    ['slows-down-under-load-in-fanless-macs', { model: 'qwen3-8b', chip: 'm3-8' }],
  ])('%s', (note, question) => {
    expect(askLlm(question).notes).toContain(note);
  });
});

describe('a named Mac', () => {
  it('fills in what it comes with alone', () => {
    const { settings, budget } = askLlm({ model: 'qwen3-4b', mac: 'macbook-neo-2026' });
    expect(settings).toMatchObject({ mac: 'macbook-neo-2026', chip: 'a18-pro-5', memoryGB: 8 });
    expect(budget?.gpuLimitBytes).toBeLessThan(8 * GiB);
    expect(askLlm({ model: 'qwen3-4b', mac: 'macbook-air-m5-2026' }).unknown[0]).toContain('m5-8, m5-10');
  });

  it('has its chips and memory sizes only', () => {
    expect(refusal({ model: 'qwen3-8b', mac: 'macbook-air-m5-2026', chip: 'm4-10' })).toMatchObject({ field: 'chip', near: ['m5-8', 'm5-10'] });
    expect(refusal({ model: 'qwen3-8b', mac: 'macbook-air-m5-2026', chip: 'm5-10', memoryGB: 64 })).toMatchObject({
      field: 'memoryGB',
      near: ['16', '24', '32'],
    });
    expect(refusal({ model: 'qwen3-8b', mac: 'macbook-air-m5' }).near).toEqual(['macbook-air-m5-2026']);
  });

  it('without a fan has a sustained speed where one was measured', () => {
    const question = { model: 'qwen3-8b', quant: 'mlx-4bit', mac: 'macbook-air-m5-2026', chip: 'm5-10', memoryGB: 32 };
    const { decode, prefill, sustained, basis } = askLlm(question);
    if (!decode || !prefill || !sustained) throw new Error('no speed');
    expect(ordered(sustained.decode) && ordered(sustained.prefill)).toBe(true);
    expect(sustained.decode.high).toBeLessThanOrEqual(decode.mid);
    expect(sustained.prefill.high).toBeLessThanOrEqual(prefill.mid);
    expect(basis.find(({ kind }) => kind === 'sustained')).toMatchObject({
      rows: context.slowdown('M5', 'dense')?.rows,
      sources: expect.arrayContaining(['https://github.com/enescingoz/mac-llm-bench']),
    });
  });

  it.each([
    ['has a fan', { mac: 'macbook-pro-14-m5-2025' }],
    ['is not named and its chip is sold both ways', { chip: 'm5-10' }],
    ['has another generation', { mac: 'macbook-air-m4-2025', chip: 'm4-10' }],
    ['runs another class of model', { mac: 'macbook-air-m5-2026', chip: 'm5-10', model: 'qwen3-0.6b' }],
  ])('has none where it %s', (_, question) => {
    const { sustained, unknown } = askLlm({ model: 'qwen3-8b', ...question });
    expect(sustained).toBeNull();
    expect(unknown.some((line) => line.startsWith('sustained:'))).toBe('mac' in question && question.mac.includes('air'));
  });
});

describe('published runs beside the estimate', () => {
  it('are those of the same chip and model; other formats are marked', () => {
    const row = facts.llmBenchmarks.flatMap(({ rows }) => rows).find(({ excluded, model }) => excluded === undefined && model === 'qwen3-8b');
    if (!row) throw new Error('no row');
    const { chip, quant } = row;
    const measured = askLlm({ model: 'qwen3-8b', chip, quant }).basis.filter((one) => one.kind === 'measured');
    expect(measured.length).toBeGreaterThan(0);
    expect(measured.some(({ tokensPerSecond, otherQuantization }) => tokensPerSecond === row.tokensPerSecond && !otherQuantization)).toBe(true);
    const other = askLlm({ model: 'qwen3-8b', chip, quant: 'iq1_s' }).basis.filter((one) => one.kind === 'measured');
    expect(other.length).toBeGreaterThan(0);
    expect(other.every(({ otherQuantization, url }) => otherQuantization === true && url.startsWith('https://'))).toBe(true);
  });
});

describe('the estimate', () => {
  it('is that of the advisor', () => {
    const find = context.find;
    const model = find('models', 'gemma-3-12b', 'model');
    const quantization = find('quantizations', 'q8_0', 'quant');
    const result = askLlm({ model: model.id, quant: 'q8_0', chip: 'm2-max-38', memoryGB: 96, contextTokens: 4096 });
    const estimate = speedEstimate(
      { chip: find('chips', 'm2-max-38', 'chip'), memoryGB: 96, model, quantization, weightsBytes: Number(result.memory.weightsBytes), contextTokens: 4096 },
      context.speed,
    );
    expect(result.decode?.mid).toBe(Number(estimate?.decode.mid.toPrecision(3)));
    expect(result.prefill?.high).toBe(Number(estimate?.prefill.high.toPrecision(3)));
  });
});

describe('other tasks', () => {
  it.each([
    ['image', { model: 'flux.1-dev', chip: 'm4-max-40', memoryGB: 64 }, 'seconds per image'],
    ['speech', { model: 'whisper-large-v3', chip: 'm4-max-40', memoryGB: 64 }, 'times real time'],
    ['training', { model: 'qwen3-8b', chip: 'm4-max-40', memoryGB: 64 }, 'tokens per second'],
  ])('%s', (task, question, unit) => {
    const result = askTask({ task, ...question });
    const { totalBytes, ...parts } = result.memory ?? {};
    expect(sumOf(parts)).toBe(totalBytes);
    expect(result.budget?.status).toMatch(/comfortable|fits/);
    expect(result.speed?.unit).toBe(unit);
    expect(result.speed && ordered(result.speed)).toBe(true);
    expect(result.basis.find(({ kind }) => kind === 'runs')).toMatchObject({ sources: expect.arrayContaining([expect.stringMatching(/^https:/)]) });
  });

  it('speech: a recording shorter than a window is slower per second', () => {
    const asked = { task: 'speech', model: 'whisper-small', chip: 'm4-10', memoryGB: 16 };
    const [long, short] = [askTask(asked), askTask({ ...asked, audioSeconds: 10 })];
    expect(short.settings).toMatchObject({ audioSeconds: 10 });
    expect(short.speed?.mid).toBeLessThan(long.speed?.mid ?? 0);
  });

  it('embedding, and models too small to scale to', () => {
    const asked = { task: 'embedding', chip: 'm4-max-40', memoryGB: 64 };
    const result = askTask({ ...asked, model: 'bge-m3' });
    expect(result.speed).toMatchObject({ unit: 'tokens per second' });
    expect(result.basis.find(({ kind }) => kind === 'runs')).toMatchObject({ of: 'all' });
    const tiny = askTask({ ...asked, model: 'ruri-v3-30m' });
    expect(tiny.speed).toBeNull();
    expect(tiny.unknown).toEqual(['speed: no published run to scale from for ruri-v3-30m']);
    expect(askTask({ task: 'embedding', model: 'bge-m3', sequenceTokens: 1e6 }).memory).toBeNull();
  });

  it('training of a described model', () => {
    const full = askTask({ task: 'training', method: 'full-amp', paramsB: 1, layers: 16 });
    // 18 bytes per parameter: weights and their copy, gradients, two states of the optimizer.
    expect((full.memory?.['weightsBytes'] ?? 0) + (full.memory?.['gradientsBytes'] ?? 0) + (full.memory?.['optimizerBytes'] ?? 0)).toBe(18e9);
    expect(refusal({ task: 'training', kvLayers: [{ kind: 'full', layers: 1, kvHeads: 1, headDim: 64 }] }).field).toBe('paramsB');
  });
});

describe('recommendation', () => {
  it('lists Macs that keep the limits, for any task', () => {
    const { recommendation } = askLlm({ model: 'qwen3-32b', budgetJPY: 600_000, portable: false });
    expect(recommendation?.outcome).toBe('found');
    for (const { price, status } of recommendation?.candidates ?? []) {
      expect(price?.amount).toBeLessThanOrEqual(600_000);
      expect(price?.asOf).toMatch(/^20\d\d/);
      expect(status).not.toBe('no');
    }
    const image = askTask({ task: 'image', model: 'flux.1-dev', recommend: true }).recommendation;
    expect(image?.candidates[0]?.speed?.mid).toBeLessThan(1);
    expect(image?.count).toBeGreaterThan(0);
  });

  it('names what came nearest where nothing does it, and what else would help', () => {
    const { recommendation } = askLlm({ model: 'qwen3-32b', memoryGB: 16, budgetUSD: 500 });
    expect(recommendation).toMatchObject({ outcome: 'none', count: 0, cheapest: null });
    expect(recommendation?.nearestMiss?.exclusions.length).toBeGreaterThan(0);
    expect(recommendation?.alternatives?.length).toBeGreaterThan(0);
  });

  it('is given when asked for, by word or by a limit', () => {
    expect(askLlm(EXAMPLE).recommendation).toBeUndefined();
    expect(askLlm({ ...EXAMPLE, minTokensPerSecond: 20 }).recommendation).toBeDefined();
    expect(askLlm({ ...EXAMPLE, minTokensPerSecond: 20, recommend: false }).recommendation).toBeUndefined();
    expect(refusal({ ...EXAMPLE, budgetJPY: 1, budgetUSD: 1 }).field).toBe('budgetUSD');
  });
});

describe('settings few people know of', () => {
  const LONG = { ...EXAMPLE, contextTokens: 131_072 };
  const computeOf = (question: Readonly<Record<string, unknown>>): number | null => askLlm(question).memory.computeBufferBytes;

  it('a llama-server of today reserves less, a build before May 2026 more, and the answer says which was asked for', () => {
    const usual = computeOf(EXAMPLE) ?? 0;
    expect(computeOf({ ...EXAMPLE, logitRows: 'slots' })).toBeLessThan(usual);
    expect(computeOf({ ...LONG, oldBuild: true })).toBeGreaterThan(computeOf(LONG) ?? Infinity);
    expect(askLlm({ ...EXAMPLE, logitRows: 'slots' }).settings).toMatchObject({ logitRows: 'slots' });
    expect(askLlm(EXAMPLE).settings).not.toHaveProperty('logitRows');
  });

  it('conversations with cells of their own are padded one by one', () => {
    const cacheOf = (question: Readonly<Record<string, unknown>>) => askLlm(question).memory.kvCacheBytes ?? 0;
    const question = { ...EXAMPLE, contextTokens: 1030, sequences: 4 };
    expect(cacheOf({ ...question, separateSlots: true })).toBeGreaterThan(cacheOf(question));
  });

  it('larger steps read a prompt sooner', () => {
    const prefillOf = (question: Readonly<Record<string, unknown>>) => askLlm(question).prefill?.mid ?? 0;
    expect(prefillOf({ ...EXAMPLE, microBatch: 2048 })).toBeGreaterThan(prefillOf(EXAMPLE));
    expect(prefillOf({ ...EXAMPLE, microBatch: 64 })).toBeLessThan(prefillOf(EXAMPLE));
  });
});

describe('an image without a size or steps', () => {
  it.each(['flux.1-schnell', 'qwen-image', 'sd-1.5'])('%s is made as the model is meant to', (id) => {
    const model = facts.imageModels.find((one) => one.id === id);
    expect(askTask({ task: 'image', model: id, chip: 'm4-max-40' }).settings).toMatchObject({
      widthPx: model?.nativePx,
      heightPx: model?.nativePx,
      steps: model?.steps,
    });
  });
});
