import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figureFacts, mostContext, publishedDecode, requiredAttributes } from '../../../src/components/mdx/figures/facts.ts';
import { findFact } from '../../../src/facts/find.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

describe('figureFacts', () => {
  test('knows every figure an article may use, and no other', () => {
    const components = readdirSync(new URL('../../../src/components/mdx/figures/', import.meta.url)).filter((file) => file.endsWith('.astro'));
    expect(Object.keys(figureFacts).sort()).toEqual(components.map((file) => file.replace('.astro', '')).sort());
  });

  test.each(Object.keys(figureFacts).filter((name) => !(name in requiredAttributes)))('%s names facts that exist', (name) => {
    for (const reference of figureFacts[name]?.({}, loadFacts()) ?? []) expect(findFact(reference)).toBeDefined();
  });

  test('ClaimBars names the claims of its tag', () => {
    const of = 'claims/training-bytes-lora claims/training-bytes-qlora';
    expect(figureFacts['ClaimBars']?.({ of, labels: 'LoRA|QLoRA' }, loadFacts())).toEqual(of.split(' '));
  });

  test('MemoryBudget names the model of its tag', () => {
    expect(figureFacts['MemoryBudget']?.({ model: 'qwen3-32b', quant: 'q8_0' }, loadFacts())).toEqual(
      expect.arrayContaining(['models/qwen3-32b', 'quantizations/q8_0']),
    );
  });

  test('DecodeSpeeds names its chips and the sources of the runs it shows', () => {
    const named = figureFacts['DecodeSpeeds']?.({ model: 'llama-2-7b', quant: 'q4_0', chips: 'm1-8 m4-max-40' }, loadFacts());
    expect(named).toEqual(
      expect.arrayContaining(['models/llama-2-7b', 'quantizations/q4_0', 'chips/m1-8', 'chips/m4-max-40', 'llm-benchmarks/llama.cpp-4167']),
    );
  });

  test('QuantSizes, Roofline and TrainingYears name what their tag asks for', () => {
    expect(figureFacts['QuantSizes']?.({ model: 'qwen3-32b' }, loadFacts())).toContain('models/qwen3-32b');
    expect(figureFacts['Roofline']?.({ chips: 'm3-ultra-80' }, loadFacts())).toContain('chips/m3-ultra-80');
    expect(figureFacts['TrainingYears']?.({ chip: 'm5-ultra-80' }, loadFacts())).toContain('chips/m5-ultra-80');
  });
});

describe('publishedDecode', () => {
  test('takes runs of that model, quantization and chip, none that is excluded or deeper than asked for', () => {
    const runs = publishedDecode(loadFacts(), 'llama-2-7b', 'q4_0', 'm4-max-40', 1024);
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      expect(run).toMatchObject({ measure: 'decode', model: 'llama-2-7b', quant: 'q4_0', chip: 'm4-max-40' });
      expect(run.excluded).toBeUndefined();
      expect(run.contextTokens).toBeLessThanOrEqual(mostContext(1024));
      expect(run.source.length).toBeGreaterThan(0);
    }
  });

  test('the context allowed never falls below that of the estimate', () => {
    expect(mostContext(0)).toBe(4096);
    expect(mostContext(32768)).toBe(32768);
  });
});
