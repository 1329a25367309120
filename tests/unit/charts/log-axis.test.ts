import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logAxis } from '../../../src/charts/log-axis.ts';

describe('logAxis', () => {
  test('reaches from the power of ten below the least to the one above the most', () => {
    const { ticks, at } = logAxis(0.3, 40, [0, 90]);
    expect(ticks).toEqual([
      { value: 0.1, at: 0 },
      { value: 1, at: 30 },
      { value: 10, at: 60 },
      { value: 100, at: 90 },
    ]);
    expect(at(10)).toBe(60);
  });

  test('has two ends even for one value', () => {
    expect(logAxis(10, 10, [0, 100]).ticks.map(({ value }) => value)).toEqual([10, 100]);
  });

  test('refuses what has no logarithm', () => {
    expect(() => logAxis(0, 1, [0, 1])).toThrow(/above 0/);
    expect(() => logAxis(1, Infinity, [0, 1])).toThrow(/above 0/);
    expect(() => logAxis(2, 1, [0, 1])).toThrow(/found 2 to 1/);
  });

  test('keeps every value between its ends, and the order of values', () => {
    const value = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const { at } = logAxis(Math.min(a, b), Math.max(a, b), [5, 95]);
        expect(at(c)).toBeGreaterThanOrEqual(5);
        expect(at(c)).toBeLessThanOrEqual(95);
        if (c <= d) expect(at(c)).toBeLessThanOrEqual(at(d));
      }),
    );
  });
});
