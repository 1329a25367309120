import { describe, expect, it } from 'vitest';
import { ask, askLlm, askTask, EXAMPLE, facts, refusal } from './ask.ts';

describe('capital letters', () => {
  it('do not matter in ids, also where a default rests on them', () => {
    for (const { id } of facts.models) expect(ask({ model: id.toUpperCase(), chip: 'M4-MAX-40' }), id).toEqual(ask({ model: id, chip: 'm4-max-40' }));
  });

  it('do not matter in any other word or field', () => {
    expect(ask({ ...EXAMPLE, task: 'LLM', engine: 'Llama.CPP', cacheType: 'F16', quant: 'Q4_K_M' })).toEqual(ask(EXAMPLE));
    const { memoryGB, contextTokens, ...rest } = EXAMPLE;
    expect(ask({ ...rest, memory_gb: memoryGB, CONTEXTTOKENS: contextTokens })).toEqual(ask(EXAMPLE));
    expect(ask({ paramsB: 8, kvLayers: [{ kind: 'FULL', layers: 36, kvHeads: 8, headDim: 128 }] })).toHaveProperty(
      'memory.kvCacheBytes',
      36 * 8 * 128 * 4 * 8192,
    );
    expect(ask({ Task: 'Training', model: 'Qwen3-8B', method: 'QLoRA', targets: 'ALL' })).toHaveProperty('settings.method', 'qlora');
  });
});

describe('what people write', () => {
  it.each([
    [{ model: 'Qwen/Qwen3-32B' }, { model: 'qwen3-32b' }],
    [{ model: 'Qwen3 32B' }, { model: 'qwen3-32b' }],
    [{ model: 'gpt-oss:20b' }, { model: 'gpt-oss-20b' }],
    [{ model: 'qwen3-8b', chip: 'm4 max 40' }, { chip: 'm4-max-40' }],
    [{ model: 'qwen3-8b', quant: '4bit', engine: 'mlx' }, { quant: 'mlx-4bit' }],
    [{ model: 'qwen3-8b', quant: 'bf16', engine: 'MLX' }, { quant: 'mlx-bf16' }],
    [{ model: 'qwen3-8b', quant: 'q4km' }, { quant: 'q4_k_m' }],
    [{ model: 'qwen3-8b', engine: 'llamacpp' }, { engine: 'llama.cpp' }],
    [{ model: 'qwen3-8b', engine: 'mlx-lm' }, { engine: 'mlx' }],
    [{ model: 'qwen3-8b', cacheType: 'fp16' }, { cacheTypeK: 'f16' }],
    [
      { model: 'qwen3-8b', cache_type_k: 'Q8_0', other_apps_gb: 4 },
      { cacheTypeK: 'q8_0', otherAppsGB: 4 },
    ],
    [
      { model: 'qwen3-8b', memoryGB: null, quant: null, sequences: null },
      { memoryGB: null, quant: 'q4_k_m', sequences: 1 },
    ],
  ])('%j is understood', (question, settings) => {
    expect(askLlm(question).settings).toMatchObject(settings);
  });

  it.each(['BAAI/bge-m3', 'BGE-M3'])('%s is understood', (model) => {
    expect(askTask({ task: 'embedding', model }).settings['model']).toBe('bge-m3');
  });

  it.each([
    ['chip', { chip: 'M4 Max' }, ['m4-max-32', 'm4-max-40']],
    ['chip', { chip: 'm4max' }, ['m4-max-32', 'm4-max-40']],
    ['chip', { chip: 'Apple M3 Ultra' }, ['m3-ultra-60', 'm3-ultra-80']],
    ['chip', { chip: 'm6-10' }, ['m6-12']],
    ['mac', { mac: 'MacBook Air' }, ['macbook-air-m5-2026', 'macbook-air-m4-2025']],
    ['quant', { quant: 'ud-q4_k_xl' }, ['q4_k_m', 'q4_k_s']],
    ['quant', { quant: 'q4_k' }, ['q4_k_m', 'q4_k_s']],
    ['quant', { quant: '4bit' }, ['mlx-4bit', 'q4_k_m']],
    ['quant', { quant: 'int4' }, ['q4_k_m', 'mlx-4bit']],
    ['quant', { quant: 'awq' }, ['q4_k_m', 'mlx-4bit']],
    ['quant', { quant: 'fp16' }, ['f16', 'mlx-fp16']],
    ['model', { model: 'llama3.1' }, ['llama-3.1-8b', 'llama-3.1-70b']],
    ['model', { model: 'mlx-community/Qwen3-32B-4bit' }, ['qwen3-32b']],
    ['model', { model: 'unsloth/gpt-oss-20b-GGUF' }, ['gpt-oss-20b']],
    ['model', { model: 'deepseek-r1:70b' }, ['deepseek-r1-distill-llama-70b']],
    ['model', { model: 'whisper' }, ['whisper-large-v3']],
    ['engine', { engine: 'vllm' }, ['llama.cpp', 'mlx']],
    ['cacheType', { cacheType: 'q8' }, ['q8_0']],
    ['n_ctx', { n_ctx: 4096 }, ['contextTokens']],
    ['quantization', { quantization: 'q4_k_m' }, ['quant']],
    ['flash_attn', { flash_attn: true }, ['flashAttention']],
    ['wired_limit_mb', { wired_limit_mb: 1 }, ['wiredLimitMiB']],
    ['ram', { ram: 16 }, ['memoryGB']],
  ])('%s of %j is refused with what may be meant', (field, question, near) => {
    const found = refusal({ model: 'qwen3-8b', ...question });
    expect(found.field).toBe(field);
    expect(found.near).toEqual(expect.arrayContaining(near));
  });

  it.each([
    [{ model: 'flux.1-dev' }, /task image/],
    [{ task: 'speech', model: 'Qwen3-8B' }, /qwen3-8b is asked about with task llm/],
    [{ model: 'openai/whisper-large-v3' }, /task speech/],
  ])('%j is a model of another task', (question, error) => {
    expect(refusal(question).error).toMatch(error);
  });

  it('is refused where one thing is said twice', () => {
    expect(refusal({ ...EXAMPLE, memory_gb: 32 })).toEqual({ error: 'memoryGB: is given twice', field: 'memoryGB' });
  });
});
