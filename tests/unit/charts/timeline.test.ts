import { describe, expect, test } from 'vitest';
import { monthScale, timelineLanes } from '../../../src/charts/timeline.ts';

const x = monthScale('2020-01', '2021-01', [10, 100]);

describe('monthScale', () => {
  test('places months between the ends', () => {
    expect(x('2020-01')).toBe(10);
    expect(x('2020-07')).toBe(55);
    expect(x('2020-07-15')).toBe(55);
    expect(x('2021-01')).toBe(100);
  });

  test('refuses a date without a month', () => {
    expect(() => x('2020')).toThrow(/expected a month, found "2020"/);
  });
});

describe('timelineLanes', () => {
  const chip = (name: string, tier: 'base' | 'max', released: string, bandwidthGBps: number, most: number) => ({
    name,
    family: name.slice(0, 2),
    tier,
    released,
    bandwidthGBps,
    memoryOptionsGB: [8, most],
  });

  test('one lane per tier, oldest first, each name once with the most its variants have', () => {
    const lanes = timelineLanes(
      [
        chip('M2', 'base', '2020-11', 100, 24),
        chip('M3 Max', 'max', '2020-10', 300, 96),
        chip('M3 Max', 'max', '2020-09', 400, 128),
        chip('M1', 'base', '2020-03', 68, 16),
      ],
      x,
    );
    expect(lanes.map(({ tier, marks }) => [tier, marks.map(({ name }) => name)])).toEqual([
      ['base', ['M1', 'M2']],
      ['max', ['M3 Max']],
    ]);
    expect(lanes[1]?.marks[0]).toMatchObject({ family: 'M3', released: '2020-09', bandwidthGBps: 400, memoryGB: 128, x: 70 });
  });
});
