import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grid } from '../../../src/selector/grid.ts';
import { ask, chosen, prepared } from './prepared.ts';
import { selections } from './selections.ts';

describe('grid', () => {
  it('has a column for every size on sale, and one for the Mac in hand', () => {
    const { sizesGB } = grid(chosen('chat'), prepared, 'models');
    expect(sizesGB).toEqual([8, 16, 24, 32, 36, 48, 64, 96, 128, 256, 512]);
    expect(grid(chosen('chat', 'qwen3-8b', { owned: { chip: 'm3-pro-18', memoryGB: 18 } }), prepared, 'models').sizesGB).toContain(18);
    expect(grid(chosen('chat', 'qwen3-8b', { condition: 'any' }), prepared, 'models').sizesGB).toContain(192);
  });

  it('takes the common models and always the chosen one', () => {
    const { rows } = grid(chosen('chat', 'rakutenai-2.0-8x7b', { contextTokens: 4096 }), prepared, 'models');
    const ids = rows.map(({ id }) => id);
    expect(rows.length).toBeLessThanOrEqual(40);
    expect(ids).toEqual(expect.arrayContaining(['rakutenai-2.0-8x7b', 'qwen3-8b', 'llama-3.1-8b', 'gpt-oss-20b']));
    expect(grid(chosen('chat', 'own'), prepared, 'models').rows.map(({ id }) => id)).toContain('own');
  });

  it('leaves out models that cannot hold the context', () => {
    const { rows } = grid(chosen('chat', 'qwen3.6-27b', { contextTokens: 200_000 }), prepared, 'models');
    expect(rows.map(({ id }) => id)).not.toContain('llama-2-7b');
  });

  it('rows of formats are those a list shows, of training the methods', () => {
    const formats = grid(chosen('chat', 'qwen3-8b'), prepared, 'quantizations').rows.map(({ id }) => id);
    expect(formats).toEqual(expect.arrayContaining(['q4_k_m', 'q8_0', 'mlx-4bit']));
    const methods = grid(chosen('lora', 'qwen3-8b'), prepared, 'quantizations').rows;
    expect(methods[0]?.id).toBe('qlora');
    expect(methods.at(-1)?.apply.task).toBe('training');
    expect(grid(chosen('speech', 'whisper-small'), prepared, 'quantizations').rows.map(({ id }) => id)).toEqual(['q5_0', 'q8_0', 'f16']);
  });

  it('agrees with the answer for what each row stands for, and is ordered by need', () => {
    fc.assert(
      fc.property(selections, fc.constantFrom('models' as const, 'quantizations' as const), fc.nat(), (selection, of, pick) => {
        const { sizesGB, rows } = grid(selection, prepared, of);
        expect(rows.length).toBeLessThanOrEqual(40);
        expect(rows.map(({ totalBytes }) => totalBytes)).toEqual(rows.map(({ totalBytes }) => totalBytes).sort((a, b) => a - b));
        const row = rows[pick % Math.max(1, rows.length)];
        if (row === undefined) return;
        const compare = sizesGB
          .filter((size) => size !== selection.owned?.memoryGB)
          .flatMap((size) => prepared.configurations.find(({ memoryGB }) => memoryGB === size)?.id ?? []);
        const result = ask({ ...selection, ...row.apply, compare: compare.slice(pick % compare.length).slice(0, 3) });
        expect(result.need?.totalBytes).toBe(row.totalBytes);
        for (const { memoryGB, fit } of result.compared) expect(row.cells[sizesGB.indexOf(memoryGB)]).toBe(fit.status);
        if (result.owned !== null) expect(row.cells[sizesGB.indexOf(result.owned.memoryGB)]).toBe(result.owned.fit.status);
      }),
      { numRuns: 200 },
    );
  });

  it('more memory never gets a worse status', () => {
    const order = ['no', 'needs-setting', 'tight', 'fits', 'comfortable'];
    for (const { cells } of grid(chosen('chat'), prepared, 'models').rows) {
      const ranks = cells.map((status) => order.indexOf(status));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }
  });
});
