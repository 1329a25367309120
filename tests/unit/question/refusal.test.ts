import { describe, expect, it } from 'vitest';
import { EXAMPLE, facts, refusal } from './ask.ts';

describe('what cannot be answered', () => {
  it.each([
    ['a chip', { ...EXAMPLE, chip: 'm4-max' }, 'chip', ['m4-max-32', 'm4-max-40']],
    ['a model', { ...EXAMPLE, model: 'qwen3-32' }, 'model', ['qwen3-32b']],
    ['a quantization', { ...EXAMPLE, quant: 'q4_k_n' }, 'quant', ['q4_k_m']],
    ['a quantization of another engine', { ...EXAMPLE, quant: 'mlx-4bit' }, 'quant', ['q4_k_m']],
    ['a field', { ...EXAMPLE, contextToken: 1 }, 'contextToken', ['contextTokens']],
    ['a task', { task: 'llms' }, 'task', ['llm']],
    ['an image model', { task: 'image', model: 'flux2-dve' }, 'model', ['flux.2-dev']],
  ])('%s gets near matches', (_, question, field, near) => {
    const found = refusal(question);
    expect(found.field).toBe(field);
    expect(found.near).toEqual(expect.arrayContaining(near));
    expect(found.error).toMatch(new RegExp(`^${field}: `));
  });

  it('a model without a known layout says so', () => {
    const [unmodelled] = facts.unmodelledModels;
    expect(refusal({ ...EXAMPLE, model: unmodelled?.id }).error).toContain(unmodelled?.reason.en);
  });

  it.each([
    [{ ...EXAMPLE, macOS: 20 }, 'macOS', /no macOS 20/],
    [{ ...EXAMPLE, macOS: 10 }, 'macOS', /no macOS 10/],
    [{ ...EXAMPLE, macOS: '26' }, 'macOS', /expected number/],
    [{ ...EXAMPLE, memoryGB: -64 }, 'memoryGB', /expected >0/],
    [{ ...EXAMPLE, memoryGB: 7.5 }, 'memoryGB', /whole number/],
    [{ ...EXAMPLE, contextTokens: Infinity }, 'contextTokens', /expected/],
    [{ ...EXAMPLE, memoryGB: 1e308 }, 'memoryGB', /expected <=4096$/],
    [{ paramsB: Number.NaN }, 'paramsB', /expected number/],
    [{ paramsB: 'NaN' }, 'paramsB', /expected number/],
    [{ kvLayers: [{ kind: 'fool' }] }, 'kvLayers.0.kind', /expected one of full, swa, chunk, mla$/],
    [{ kvLayers: [{ kind: 'full', layers: 1, kvHeads: 1 }] }, 'kvLayers.0.headDim', /is missing$/],
    [{ kvLayers: [[[[]]]] }, 'kvLayers.0', /expected object/],
    [{ ...EXAMPLE, engine: 'vllm' }, 'engine', /expected one of llama.cpp, mlx, ollama; near: llama.cpp, mlx, ollama$/],
    [{ task: 'training', model: 'qwen3-8b', weightBytes: 16e9 }, 'weightBytes', /training counts from paramsB$/],
    [{ task: 'training', model: 'qwen3-8b', quant: 'mlx-4bit', method: 'lora' }, 'quant', /goes with method qlora/],
    [{ task: 'training', model: 'qwen3-8b', method: 'full-amp', loraRank: 8 }, 'loraRank', /full-amp trains all weights$/],
    [{ task: { toString: 1 } }, 'task', /expected a name/],
    [JSON.parse('{"__proto__":{"model":"qwen3-8b"}}'), '__proto__', /not a field/],
    [{ contextTokens: 1e9, kvLayers: [{ kind: 'full', layers: 9e15, kvHeads: 9e15, headDim: 9e15 }] }, 'question', /more memory/],
    [null, 'question', /expected an object/],
    [[], 'question', /expected an object/],
    ['qwen3-8b', 'question', /expected an object/],
  ])('%j names the field', (question, field, error) => {
    expect(refusal(question)).toMatchObject({ field, error: expect.stringMatching(error) });
  });
});
