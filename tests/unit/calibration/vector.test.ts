import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECODE_PRIORS, PREFILL_PRIORS, type PriorsFor } from '../../../src/calibration/priors.ts';
import { vectorOf } from '../../../src/calibration/vector.ts';

interface Tree {
  readonly one: number;
  readonly deep: { readonly two: number; readonly deeper: { readonly three: number } };
}
const priors: PriorsFor<Tree> = {
  one: { value: 1, spread: 0.1 },
  deep: { two: { value: 2, spread: 0.2 }, deeper: { three: { value: 3, spread: 0.3 } } },
};

/** Every number of a tree by its path. */
const leaves = (tree: object, path = ''): [string, number][] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'number' ? [[`${path}${key}`, value] as [string, number]] : leaves(value as object, `${path}${key}.`),
  );

describe('a tree of parameters as a vector', () => {
  test('names, starts and spreads go together', () => {
    const { names, start, spreads } = vectorOf(priors);
    expect(names).toEqual(['one', 'deep.two', 'deep.deeper.three']);
    expect(start.map(Math.exp)).toEqual([1, 2, 3].map((value) => expect.closeTo(value, 12) as unknown));
    expect(spreads).toEqual([0.1, 0.2, 0.3]);
  });

  test('what is read from the start is the tree of prior values', () => {
    const { start, read } = vectorOf(priors);
    expect(leaves(read(start))).toEqual([
      ['one', expect.closeTo(1, 12)],
      ['deep.two', expect.closeTo(2, 12)],
      ['deep.deeper.three', expect.closeTo(3, 12)],
    ]);
  });

  test('any values come back in their places, and are positive', () => {
    const { read } = vectorOf(priors);
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 }), (values) => {
        const found = leaves(read(values)).map(([, value]) => value);
        expect(found).toEqual(values.map((value) => Math.exp(value)));
        for (const value of found) expect(value).toBeGreaterThan(0);
      }),
    );
  });

  test.each([
    ['decode', vectorOf(DECODE_PRIORS)],
    ['prefill', vectorOf(PREFILL_PRIORS)],
  ])('%s: each parameter once, every prior positive', (_, { names, start, spreads, read }) => {
    expect(new Set(names).size).toBe(names.length);
    expect(leaves(read(start)).map(([name]) => name)).toEqual([...names]);
    for (const spread of spreads) expect(spread).toBeGreaterThan(0);
    for (const value of start) expect(Number.isFinite(value)).toBe(true);
  });
});
