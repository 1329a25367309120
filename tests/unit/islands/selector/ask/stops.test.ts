import { expect, test } from 'vitest';
import { powerStops, stopOf } from '../../../../../src/islands/selector/ask/stops.ts';

test('a slider has powers of two and all there is', () => {
  expect(powerStops(512, 4096)).toEqual([512, 1024, 2048, 4096]);
  expect(powerStops(512, 40_960)).toEqual([512, 1024, 2048, 4096, 8192, 16_384, 32_768, 40_960]);
  expect(powerStops(16, 16)).toEqual([16]);
});

test('a value between two stops stands at the lower one', () => {
  const stops = powerStops(512, 4096);
  expect(stopOf(512, stops)).toBe(0);
  expect(stopOf(3000, stops)).toBe(2);
  expect(stopOf(4096, stops)).toBe(3);
  expect(stopOf(100, stops)).toBe(0);
});
