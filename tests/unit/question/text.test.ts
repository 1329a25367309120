import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/question/text.ts';
import { ask, EXAMPLE, facts } from './ask.ts';

const lines = (question: unknown): string[] => textOf(ask(question)).split('\n');

describe('an answer for people', () => {
  it('shows the memory part by part, with limit and verdict', () => {
    const text = lines(EXAMPLE);
    expect(text.slice(0, 2)).toEqual([
      'llm: qwen3-32b, quant q4_k_m, engine llama.cpp, contextTokens 8192, promptTokens 8192, cacheTypeK f16, cacheTypeV f16, flashAttention true, fullWindow false, sequences 1, microBatch 512',
      'on m4-max-40, 64GB, macOS 26',
    ]);
    expect(text).toContain('  KV cache                    2.00 GiB');
    expect(text).toContain('  verdict                 fits with room to spare');
    const gib = (label: string): number => Number(/([\d.]+) GiB/.exec(text.find((line) => line.startsWith(`  ${label} `)) ?? '')?.[1]);
    expect(['weights', 'KV cache', 'compute buffer', 'overhead'].reduce((sum, label) => sum + gib(label), 0)).toBeCloseTo(gib('total'), 1);
    expect(text.find((line) => line.startsWith('  decode '))).toMatch(/^ {2}decode {18}[\d.]+ tokens\/s {2}\([\d.]+ to [\d.]+\)$/);
    expect(text.some((line) => /decode fit .*mean error \d+%/.test(line))).toBe(true);
    expect(text.at(-2)).toMatch(/\S/);
  });

  it('names the setting that makes room', () => {
    expect(lines({ model: 'qwen3-32b', memoryGB: 64, chip: 'm4-max-40', contextTokens: 140_000 }).join('\n')).toMatch(
      /fits once the GPU limit is raised: sudo sysctl iogpu.wired_limit_mb=\d+/,
    );
  });

  it('says what is not known, and what to keep in mind', () => {
    const text = lines({ model: 'qwen3-4b', mac: 'macbook-neo-2026' }).join('\n');
    expect(text).toContain('Not known\n  sustained: ');
    expect(text).toContain('Notes\n  without a fan');
  });

  it('shows the speed of a hot Mac, published runs, and Macs to buy', () => {
    expect(lines({ model: 'qwen3-8b', quant: 'mlx-4bit', mac: 'macbook-air-m5-2026', chip: 'm5-10' }).join('\n')).toMatch(/decode, once hot +[\d.]+ tokens\/s/);
    const row = facts.llmBenchmarks.flatMap(({ rows }) => rows).find(({ excluded, model }) => excluded === undefined && model === 'qwen3-8b');
    const text = lines({ model: 'qwen3-8b', chip: row?.chip, quant: row?.quant, memoryGB: 32, budgetJPY: 300_000 }).join('\n');
    expect(text).toMatch(/Published runs of this model on this chip\n {2}(?:decode|prefill) [\d.,]+ tokens\/s/);
    expect(text).toMatch(/mac-mini-2026\/m6-12\/16 +\w+ +[\d.]+ {2}¥[\d,]+ \(2026-/);
    expect(lines({ model: 'qwen3-32b', memoryGB: 16, budgetUSD: 500 }).join('\n')).toMatch(/No Mac does it within these limits[\s\S]*a machine in the cloud/);
  });

  it('serves other tasks, and refusals', () => {
    expect(lines({ task: 'image', model: 'flux.1-dev', chip: 'm4-max-40' }).join('\n')).toMatch(/estimate +[\d.]+ seconds per image/);
    expect(textOf(ask({ model: 'qwen3-32' }))).toMatch(/^error: model: no model "qwen3-32"; near: qwen3-32b.*\n$/);
  });
});
