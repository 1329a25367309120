import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scatter, SCATTER_SIDE, type ScatterPoint } from '../../../src/charts/scatter.ts';

const AREA = { left: 10, right: 90, top: 20, bottom: 420 };
const NEAR = { below: 0.2, above: 0.25 };
const point = (x: number, y: number, group = 'a'): ScatterPoint => ({ x, y, group });
const numbers = (path: string): number[] => (path.match(/-?\d+/g) ?? []).map(Number);
/** Places of a path of dots, without the `h0` behind each. */
const places = (path = ''): [number, number][] => [...path.matchAll(/M(\d+) (\d+)h0/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('scatter', () => {
  test('reaches from the last 1, 2 or 5 below the values to the first one above', () => {
    const values = (...points: ScatterPoint[]) => scatter(points, AREA, NEAR).ticks.map(({ value }) => value);
    expect(values(point(3, 40))).toEqual([2, 5, 10, 20, 50]);
    expect(values(point(0.2, 1))).toEqual([0.2, 0.5, 1]);
    expect(values(point(10, 10))).toEqual([10, 20]);
  });

  test('places ticks in percent across and pixels down, both ends on the edge', () => {
    const { ticks } = scatter([point(1, 100)], AREA, NEAR);
    expect(ticks[0]).toEqual({ value: 1, major: true, x: 10, y: 420 });
    expect(ticks.find(({ value }) => value === 10)).toEqual({ value: 10, major: true, x: 50, y: 220 });
    expect(ticks.at(-1)).toEqual({ value: 100, major: true, x: 90, y: 20 });
    expect(ticks.filter(({ major }) => major)).toHaveLength(3);
  });

  test('draws each group as one path, larger to the right and up', () => {
    const { marks } = scatter([point(1, 10), point(10, 1), point(100, 100, 'b')], AREA, NEAR);
    expect(places(marks.get('a'))).toEqual([
      [0, 500],
      [500, 1000],
    ]);
    expect(places(marks.get('b'))).toEqual([[1000, 0]]);
  });

  test('the diagonal runs corner to corner, and the band is as wide below as above', () => {
    const { diagonal, band } = scatter([point(1, 100)], AREA, NEAR);
    expect(diagonal).toBe('M0 1000L1000 0');
    const [, , , up = 0, right = 0, , , , , down = 0, left = 0] = numbers(band);
    expect(SCATTER_SIDE - up).toBe(down);
    expect(SCATTER_SIDE - right).toBe(left);
  });

  test('refuses what has no logarithm', () => {
    for (const value of [0, -1, Number.NaN, Infinity]) expect(() => scatter([point(1, value)], AREA, NEAR)).toThrow('above 0');
    expect(() => scatter([], AREA, NEAR)).toThrow();
  });

  test('no dot leaves the plot, and a point lies above the diagonal exactly where the estimate is larger', () => {
    const value = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 }), (pairs) => {
        const dots = places(
          scatter(
            pairs.map(([x, y]) => point(x, y)),
            AREA,
            NEAR,
          ).marks.get('a'),
        );
        dots.forEach(([across, down], index) => {
          const [x = 1, y = 1] = pairs[index] ?? [];
          expect(Math.min(across, down)).toBeGreaterThanOrEqual(0);
          expect(Math.max(across, down)).toBeLessThanOrEqual(SCATTER_SIDE);
          // Rounding to a thousandth of the plot may join the two.
          if (y > x) expect(SCATTER_SIDE - down).toBeGreaterThanOrEqual(across - 1);
          if (y < x) expect(SCATTER_SIDE - down).toBeLessThanOrEqual(across + 1);
        });
      }),
    );
  });
});
