import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gpuRate, INFERENCE_GAIN, mostOf, productOf } from '../../../src/advisor/gpu-rate.ts';
import { around } from '../../../src/advisor/range.ts';
import { facts } from './facts.ts';

const anyMid = fc.double({ min: 0.01, max: 1000, noNaN: true });
const anySpread = fc.double({ min: 1, max: 4, noNaN: true });

describe('product of two unsure values', () => {
  test('is unsure by more than either, by less than both at the same end', () => {
    fc.assert(
      fc.property(anyMid, anySpread, anyMid, anySpread, (midA, spreadA, midB, spreadB) => {
        const { low, mid, high } = productOf(around(midA, spreadA), around(midB, spreadB));
        const slack = 1 + 1e-9;
        expect(mid).toBeCloseTo(midA * midB);
        for (const spread of [high / mid, mid / low]) {
          expect(spread * slack).toBeGreaterThanOrEqual(Math.max(spreadA, spreadB));
          expect(spread).toBeLessThanOrEqual(spreadA * spreadB * slack);
        }
      }),
    );
  });

  test('distances add up as the root of their squares: 3 and 4 as 5, in logarithms', () => {
    const { low, mid, high } = productOf(around(10, Math.exp(0.3)), around(10, Math.exp(0.4)));
    expect(mid).toBe(100);
    expect(Math.log(high / mid)).toBeCloseTo(0.5);
    expect(Math.log(mid / low)).toBeCloseTo(0.5);
  });
});

describe('most of many runs', () => {
  test('leaves a tenth out at each end, then adds the margin', () => {
    const eleven = [100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0.001];
    expect(mostOf(eleven, 1)).toEqual({ low: 1, mid: 5, high: 9 });
    expect(mostOf(eleven, 2)).toEqual({ low: 0.5, mid: 5, high: 18 });
  });

  test('one run is the range, none is no range', () => {
    expect(mostOf([3], 1)).toEqual({ low: 3, mid: 3, high: 3 });
    expect(mostOf([], 2)).toBeNull();
  });
});

test('the gain counts for GPUs with matrix units only', () => {
  for (const chip of facts.chips) {
    const [plain, gained] = [gpuRate(chip), gpuRate(chip, INFERENCE_GAIN)];
    if (plain === null || gained === null) throw new Error(`${chip.id}: facts changed`);
    expect(gained.mid / plain.mid).toBeCloseTo(chip.neuralAccelerators ? INFERENCE_GAIN.mid : 1);
  }
});
