import { expect, test } from 'vitest';
import { rowIds, type NamedRow } from '../../../src/accuracy/row-id.ts';

const named = (contextTokens = 0, source = 'llama.cpp-4167'): NamedRow => ({
  source,
  row: { chip: 'm4-max-40', model: 'qwen3.5-9b', quant: 'q4_k_m', contextTokens },
});

test('names what was measured, in letters, digits and hyphens', () => {
  expect(rowIds([named(), named(4096)])).toEqual(['llama-cpp-4167-m4-max-40-qwen3-5-9b-q4-k-m', 'llama-cpp-4167-m4-max-40-qwen3-5-9b-q4-k-m-4096']);
});

test('counts runs of the same', () => {
  expect(rowIds([named(1), named(1), named(1), named(2)]).map((id) => id.split('-').slice(-2).join('-'))).toEqual(['m-1', '1-run2', '1-run3', 'm-2']);
});
