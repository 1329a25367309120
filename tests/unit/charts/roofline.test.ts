import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attainableTflops, roofline } from '../../../src/charts/roofline.ts';

const AREA = { left: 10, right: 100, top: 20, bottom: 320 };
const WORK = [
  { key: 'decode', intensity: 2 },
  { key: 'prefill', intensity: 1000 },
];

describe('attainableTflops', () => {
  test('is the lower of bandwidth times intensity and arithmetic', () => {
    const roof = { key: 'm4', bandwidthGBps: 100, tflops: 4 };
    expect(attainableTflops(roof, 2)).toBe(0.2);
    expect(attainableTflops(roof, 1000)).toBe(4);
  });
});

describe('roofline', () => {
  test('bends where both limits meet and says which one holds', () => {
    const [m4] = roofline([{ key: 'm4', bandwidthGBps: 100, tflops: 4 }], WORK, AREA).roofs;
    expect(m4?.ridge).toBe(40);
    expect(m4?.points.map(({ key, boundBy, tflops }) => [key, boundBy, tflops])).toEqual([
      ['decode', 'bandwidth', 0.2],
      ['prefill', 'compute', 4],
    ]);
    const [, ridge, end] = m4?.corners ?? [];
    expect(ridge?.y).toBe(end?.y);
    expect(m4?.points[1]?.y).toBe(end?.y);
  });

  test('axes hold whole powers of ten, the vertical one from the bottom up', () => {
    const plot = roofline([{ key: 'm4', bandwidthGBps: 100, tflops: 4 }], WORK, AREA);
    expect(plot.xTicks.map(({ value }) => value)).toEqual([1, 10, 100, 1000]);
    expect(plot.yTicks).toEqual([
      { value: 0.1, at: 320 },
      { value: 1, at: 170 },
      { value: 10, at: 20 },
    ]);
  });

  test('a chip that is better in both limits is never drawn below, and nothing leaves the plot', () => {
    const limit = fc.double({ min: 1, max: 2000, noNaN: true });
    fc.assert(
      fc.property(limit, limit, fc.double({ min: 1, max: 8, noNaN: true }), (bandwidthGBps, tflops, factor) => {
        const [small, large] = roofline(
          [
            { key: 'small', bandwidthGBps, tflops },
            { key: 'large', bandwidthGBps: bandwidthGBps * factor, tflops: tflops * factor },
          ],
          WORK,
          AREA,
        ).roofs;
        small?.points.forEach((point, index) => {
          expect(large?.points[index]?.y).toBeLessThanOrEqual(point.y);
        });
        for (const { x, y } of [...(small?.corners ?? []), ...(large?.corners ?? [])]) {
          expect(x).toBeGreaterThanOrEqual(AREA.left);
          expect(x).toBeLessThanOrEqual(AREA.right);
          expect(y).toBeGreaterThanOrEqual(AREA.top);
          expect(y).toBeLessThanOrEqual(AREA.bottom);
        }
      }),
    );
  });
});
