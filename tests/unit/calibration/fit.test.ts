import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecodeParameters, PrefillParameters } from '../../../src/advisor/speed/parameters.ts';
import { fit, fitWithoutEach, type Sample } from '../../../src/calibration/fit.ts';
import { observationsOf } from '../../../src/calibration/observations.ts';
import { DECODE_PRIORS, PREFILL_PRIORS, type PriorsFor } from '../../../src/calibration/priors.ts';
import { decodeSample, prefillSample } from '../../../src/calibration/samples.ts';
import { vectorOf } from '../../../src/calibration/vector.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

/** The smallest law of the kind that is fitted: a rate and a fixed time. */
interface Line {
  readonly perUnit: number;
  readonly fixed: number;
}
/** Priors loose enough to let the samples speak. */
const priors: PriorsFor<Line> = { perUnit: { value: 1, spread: 10 }, fixed: { value: 1, spread: 10 } };

const sampleAt = (source: string, units: number, published: number): Sample<Line> => ({
  source,
  published,
  estimate: ({ perUnit, fixed }) => perUnit * units + fixed,
});
const lineSamples = ({ perUnit, fixed }: Line, source = 'a'): Sample<Line>[] =>
  [0.1, 0.5, 1, 2, 5, 10, 20, 50].map((units) => sampleAt(source, units, perUnit * units + fixed));

/** Largest relative distance of two trees of positive numbers. */
const distance = <T>(priorsOf: PriorsFor<T>, one: T, other: T): number => {
  const { names } = vectorOf<T>(priorsOf);
  const at = (tree: T, name: string): number => name.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], tree) as number;
  return Math.max(...names.map((name) => Math.abs(Math.log(at(one, name) / at(other, name)))));
};

describe('fit', () => {
  test('finds the parameters that made the samples', () => {
    const positive = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.record({ perUnit: positive, fixed: positive }), (truth) => {
        expect(distance(priors, fit(lineSamples(truth), priors), truth)).toBeLessThan(0.06);
      }),
      { numRuns: 30 },
    );
  });

  test('one wrong figure does not bend it', () => {
    const truth = { perUnit: 2, fixed: 5 };
    const samples = [...lineSamples(truth), ...lineSamples(truth, 'b'), sampleAt('c', 10, 250)];
    expect(distance(priors, fit(samples, priors), truth)).toBeLessThan(0.1);
  });

  test('a parameter no sample speaks for stays at its prior', () => {
    const samples = lineSamples({ perUnit: 3, fixed: 1 });
    const withMore: PriorsFor<Line & { unused: number }> = { ...priors, unused: { value: 7, spread: 0.5 } };
    expect(fit<Line & { unused: number }>(samples, withMore).unused).toBeCloseTo(7, 6);
  });

  test('a tight prior holds against a few samples', () => {
    const samples = lineSamples({ perUnit: 2, fixed: 5 }).slice(0, 2);
    const tight = { ...priors, fixed: { value: 1, spread: 1e-3 } };
    expect(fit(samples, tight).fixed).toBeCloseTo(1, 1);
  });

  test('the order of the samples and the number of rows of a source do not decide', () => {
    const truth = { perUnit: 2, fixed: 5 };
    const samples = [...lineSamples(truth, 'a'), ...lineSamples({ perUnit: 2.2, fixed: 5 }, 'b')];
    const forward = fit(samples, priors);
    expect(distance(priors, fit([...samples].reverse(), priors), forward)).toBeLessThan(1e-3);
    // Ten times the rows pull less than ten times as hard.
    const crowded = fit([...samples, ...Array.from({ length: 9 }, () => lineSamples({ perUnit: 2.2, fixed: 5 }, 'b')).flat()], priors);
    expect(crowded.perUnit).toBeGreaterThan(forward.perUnit);
    expect(crowded.perUnit).toBeLessThan(2.2);
  });

  test('the same input gives the same numbers', () => {
    const samples = lineSamples({ perUnit: 0.3, fixed: 4 });
    expect(fit(samples, priors)).toEqual(fit(samples, priors));
  });
});

describe('holding out', () => {
  const honest = { perUnit: 2, fixed: 5 };
  const odd = { perUnit: 20, fixed: 50 };

  test('every source is held out once, and what it says does not count then', () => {
    const samples = [...lineSamples(honest, 'a'), ...lineSamples(honest, 'b'), ...lineSamples(odd, 'odd')];
    const heldOut = fitWithoutEach(samples, priors);
    expect(Object.keys(heldOut)).toEqual(['a', 'b', 'odd']);
    expect(distance(priors, heldOut.odd ?? odd, honest)).toBeLessThan(0.03);
    expect(distance(priors, heldOut.a ?? honest, honest)).toBeGreaterThan(0.1);
  });

  test('it is the fit to what the other sources say, and nothing else', () => {
    const [a, b] = [lineSamples(honest, 'a'), lineSamples(odd, 'b')];
    expect(fitWithoutEach([...a, ...b], priors)).toEqual({ a: fit(b, priors), b: fit(a, priors) });
  });
});

/** The real rows with speeds the formulas themselves give: the fit must come back to the numbers behind them. */
describe('the formulas of the advisor can be told apart by the published runs', () => {
  const facts = loadFacts();
  /** Every parameter moved from its prior by a part of its spread, up and down in turn. */
  const moved = <T>(priorsOf: PriorsFor<T>, part: number): T => {
    const { start, spreads, read } = vectorOf<T>(priorsOf);
    return read(start.map((value, index) => value + (index % 2 === 0 ? 1 : -1) * part * (spreads[index] ?? 0)));
  };
  const errorsOf = <T>(samples: readonly Sample<T>[], parameters: T): number =>
    samples.reduce((sum, { published, estimate }) => sum + Math.abs(estimate(parameters) / published - 1), 0) / samples.length;

  test('decode', () => {
    const truth: DecodeParameters = moved(DECODE_PRIORS, 0.5);
    const samples = observationsOf(facts, 'decode')
      .map(decodeSample)
      .map((sample) => ({ ...sample, published: sample.estimate(truth) }));
    expect(errorsOf(samples, fit(samples, DECODE_PRIORS))).toBeLessThan(0.01);
  });

  test('prefill', () => {
    const truth: PrefillParameters = moved(PREFILL_PRIORS, 0.5);
    const samples = observationsOf(facts, 'prefill')
      .map(prefillSample)
      .map((sample) => ({ ...sample, published: sample.estimate(truth) }));
    expect(errorsOf(samples, fit(samples, PREFILL_PRIORS))).toBeLessThan(0.01);
  });
});
