import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitsInRows } from '../../../src/advisor/row-width.ts';
import { weightsBytes } from '../../../src/advisor/weights.ts';
import { facts } from './facts.ts';

const modelOf = (id: string) => {
  const model = facts.models.find((candidate) => candidate.id === id);
  if (!model) throw new Error(`no models/${id}`);
  return model;
};
const quantizationOf = (id: string) => {
  const quantization = facts.quantizations.find((candidate) => candidate.id === id);
  if (!quantization) throw new Error(`no quantizations/${id}`);
  return quantization;
};
const bitsOf = (model: ReturnType<typeof modelOf>, quant: string) => bitsInRows(model, quantizationOf(quant), model.paramsB * 1e9);

/** A model whose rows all fill the blocks, and the same with other widths. */
const even = modelOf('llama-3.1-8b');
const oddHidden = { ...even, hiddenSize: 4128 };
const oddDown = { ...even, intermediateSize: 14_368 };
const oddBoth = { ...even, hiddenSize: 4128, intermediateSize: 14_368 };

describe('bits of rows that do not fill a block', () => {
  test('rows that do keep the bits of the quantization', () => {
    for (const quantization of facts.quantizations) expect(bitsInRows(even, quantization, 7e9)).toBe(quantization);
  });

  test('where none do, every type is replaced', () => {
    expect(bitsOf(oddBoth, 'q6_k')).toEqual({ bodyBits: expect.closeTo(8.5, 2), embeddingBits: 8.5, outputBits: 8.5 });
    expect(bitsOf(oddBoth, 'q4_k_m')).toEqual({ bodyBits: expect.closeTo(5.93, 2), embeddingBits: 5.5, outputBits: 8.5 });
    expect(bitsOf(oddBoth, 'q3_k_s').bodyBits).toBeCloseTo(4.5, 2);
    expect(bitsOf(oddBoth, 'iq2_xs')).toEqual({ bodyBits: 4.5, embeddingBits: 4.5, outputBits: 8.5 });
  });

  test('down projections alone change nothing at both ends, and less of the body', () => {
    const bits = bitsOf(oddDown, 'q4_k_m');
    expect(bits).toMatchObject({ embeddingBits: 4.5, outputBits: 6.5625 });
    expect(bits.bodyBits).toBeGreaterThan(quantizationOf('q4_k_m').bodyBits);
    expect(bits.bodyBits).toBeLessThan(bitsOf(oddBoth, 'q4_k_m').bodyBits);
    expect(bitsOf(oddHidden, 'q4_k_m').bodyBits).toBeLessThan(bitsOf(oddBoth, 'q4_k_m').bodyBits);
  });

  test('types with blocks of 32 fit any row; only their output matrix is of another', () => {
    for (const quant of ['q4_0', 'q5_1', 'iq4_nl']) {
      const { bodyBits, embeddingBits } = quantizationOf(quant);
      expect(bitsOf(oddBoth, quant), quant).toEqual({ bodyBits, embeddingBits, outputBits: 8.5 });
    }
    for (const quant of ['q8_0', 'f16']) expect(bitsOf(oddBoth, quant), quant).toMatchObject({ outputBits: quantizationOf(quant).outputBits });
  });

  test('MLX has groups that every width fills; an unknown width says nothing', () => {
    for (const quant of ['mlx-4bit', 'mlx-8bit', 'mlx-nvfp4']) expect(bitsOf(oddBoth, quant)).toBe(quantizationOf(quant));
    expect(bitsOf({ ...oddHidden, intermediateSize: null }, 'q4_k_m')).toBe(quantizationOf('q4_k_m'));
  });

  test('what somebody said of a whole file is left alone', () => {
    const stated = { ...quantizationOf('q4_k_m'), bodyBits: 5.9, embeddingBits: 5.9, outputBits: 5.9 };
    expect(bitsInRows(oddBoth, stated, 7e9)).toBe(stated);
  });

  test('no part ever has fewer bits, and no more than the replacement of its best type', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...facts.models),
        fc.constantFrom(...facts.quantizations),
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        (model, quantization, hiddenSize, intermediateSize) => {
          const bits = bitsInRows({ ...model, hiddenSize, intermediateSize }, quantization, model.paramsB * 1e9);
          for (const part of ['bodyBits', 'embeddingBits', 'outputBits'] as const) {
            expect(bits[part]).toBeGreaterThanOrEqual(quantization[part]);
            expect(bits[part]).toBeLessThanOrEqual(Math.max(quantization[part], 8.51));
          }
        },
      ),
    );
  });

  test('published files of such models are met within 5 %', () => {
    const odd = facts.models.filter(({ hiddenSize, intermediateSize, filesOnly }) => !filesOnly && (hiddenSize % 256 || (intermediateSize ?? 0) % 256));
    const files = odd.flatMap((model) => model.files.map((file) => ({ model, file }))).filter(({ file }) => /^(q\d_k|q4_0)/.test(file.quant));
    expect(files.length).toBeGreaterThanOrEqual(10);
    for (const { model, file } of files) {
      const computed = weightsBytes({ ...model, files: [] }, quantizationOf(file.quant), facts.quantizations).bytes;
      expect(Math.abs(computed / file.bytes - 1), `${model.id} ${file.quant}`).toBeLessThan(0.05);
    }
  });
});
