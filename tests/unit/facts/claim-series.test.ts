import { describe, expect, it } from 'vitest';
import { comparedClaims } from '../../../src/facts/claim-series.ts';
import { FactError } from '../../../src/facts/error.ts';

const QLORA = 'claims/training-bytes-qlora';
const LORA = 'claims/training-bytes-lora';
const reason = (of: string, labels: string): string => {
  try {
    comparedClaims(of, labels);
  } catch (error) {
    if (error instanceof FactError) return error.message;
    throw error;
  }
  return '';
};

describe('comparedClaims', () => {
  it('joins claims and labels in their order', () => {
    expect(comparedClaims(`${QLORA} ${LORA}`, 'QLoRA | LoRA').map(({ label, claim, value }) => [label, claim.id, value])).toEqual([
      ['QLoRA', 'training-bytes-qlora', 0.5],
      ['LoRA', 'training-bytes-lora', 2],
    ]);
  });
  it.each([
    ['another unit', `${QLORA} claims/mps-ops-public`, 'a|b', /claims\/mps-ops-public: is in count, but claims\/training-bytes-qlora in bytes\/parameter/],
    ['a value that is text', `claims/cuda-last-macos ${QLORA}`, 'a|b', /claims\/cuda-last-macos: a bar needs a number, and its value is "/],
    ['no value', `claims/limits-bytes-per-parameter ${QLORA}`, 'a|b', /its value is missing/],
    ['too few labels', `${QLORA} ${LORA}`, 'a', /^labels: expected 2 labels separated by \|, found 1$/],
    ['an empty label', `${QLORA} ${LORA}`, 'a|', /^labels: expected 2 labels/],
    ['one claim', QLORA, 'a', /^of: a comparison needs at least two claims, found 1$/],
    ['a fact that is no claim', `chips/m1-8 ${QLORA}`, 'a|b', /^chips\/m1-8: is no claim$/],
    ['a claim that does not exist', `${QLORA} claims/training-bytes-lorra`, 'a|b', /did you mean claims\/training-bytes-lora/],
  ])('refuses %s', (_, of, labels, message) => {
    expect(reason(of, labels)).toMatch(message);
  });
});
