import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask } from './prepared.ts';
import { selections } from './selections.ts';

/** A change has to paint within 50 ms on a slow machine; the answer may take a tenth of it here. Generous: the machine may be busy. */
const MOST_MS = 10;

it('answers within milliseconds', () => {
  const sample = fc.sample(selections, { numRuns: 400, seed: 20_261_121 });
  for (const selection of sample.slice(0, 100)) ask(selection);
  const times = sample
    .map((selection) => {
      const start = performance.now();
      ask(selection);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? Infinity;
  console.log(`answer: median ${at(0.5).toFixed(2)} ms, 95 % ${at(0.95).toFixed(2)} ms, slowest ${at(1).toFixed(2)} ms`);
  expect(at(0.5)).toBeLessThan(MOST_MS);
});
