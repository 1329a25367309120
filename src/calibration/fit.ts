import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import type { PriorsFor } from './priors.ts';
import { vectorOf } from './vector.ts';

/** One thing to fit: a published time and the time estimated with given parameters, in the same unit. */
export interface Sample<T> {
  readonly source: string;
  readonly published: number;
  readonly estimate: (parameters: T) => number;
}

/** Error, as a part of the time, that counts as one; larger ones pull less than their square. */
const SCALE = 0.1;

/**
 * The optimizer keeps a step that made things worse and never asks whether it still gains anything. So it is asked for one step at a time: a
 * step that helps is kept and the next one may be longer, one that does not is taken back and tried shorter.
 */
const MOST_STEPS = 120;
const SHORTER = 5;
const LONGER = 1 / 2;
/** A gain below this part of the error is none; so many of them in a row are the end. */
const LEAST_GAIN = 1e-4;
const MOST_IDLE = 8;

/** A source with many rows speaks louder than one with few, but not as many times louder: its rows weigh n^-0.3 each. */
const CROWD = 0.3;

/** Squared, this is 2(√(1 + z²) − 1): z² near zero, 2|z| far out, so that a few wrong rows do not bend the rest. */
const soften = (z: number): number => Math.sign(z) * Math.sqrt(2 * (Math.sqrt(1 + z * z) - 1));

const weightsOf = (samples: readonly Sample<never>[]): number[] => {
  const counts = new Map<string, number>();
  for (const { source } of samples) counts.set(source, (counts.get(source) ?? 0) + 1);
  const raw = samples.map(({ source }) => (counts.get(source) ?? 1) ** -CROWD);
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / raw.length;
  return raw.map((weight) => weight / mean);
};

/**
 * Parameters that make the estimates as near as possible to the published times, by relative error, held by their priors.
 * Levenberg-Marquardt on the logarithms of the parameters; deterministic.
 */
export const fit = <T>(samples: readonly Sample<T>[], priors: PriorsFor<T>): T => {
  const { start, spreads, read } = vectorOf<T>(priors);
  const weights = weightsOf(samples as readonly Sample<never>[]);
  const published = samples.map((sample) => Math.log(sample.published));
  const indices = Array.from({ length: samples.length + start.length }, (_, index) => index);
  const residualsOf = (values: readonly number[]): ((index: number) => number) => {
    const parameters = read(values);
    return (index) => {
      const sample = samples[index];
      if (sample !== undefined) return soften(((Math.log(sample.estimate(parameters)) - (published[index] ?? 0)) * (weights[index] ?? 1)) / SCALE);
      const parameter = index - samples.length;
      return ((values[parameter] ?? 0) - (start[parameter] ?? 0)) / (spreads[parameter] ?? 1);
    };
  };
  const data = { x: indices, y: indices.map(() => 0) };
  let values = [...start];
  let error = Infinity;
  let damping = 0.1;
  for (let steps = 0, idle = 0; steps < MOST_STEPS && idle < MOST_IDLE; steps++) {
    const next = levenbergMarquardt(data, residualsOf, { initialValues: values, gradientDifference: 1e-4, damping, maxIterations: 1 });
    const gained = next.parameterError < error;
    idle = next.parameterError < error * (1 - LEAST_GAIN) ? 0 : idle + 1;
    damping *= gained ? LONGER : SHORTER;
    if (gained) [values, error] = [next.parameterValues, next.parameterError];
  }
  return read(values);
};

/** The fit once per source, each time without what that source says: for a test on figures the fit has not seen. */
export const fitWithoutEach = <T>(samples: readonly Sample<T>[], priors: PriorsFor<T>): Record<string, T> => {
  const sources = [...new Set(samples.map(({ source }) => source))].sort();
  return Object.fromEntries(
    sources.map((held) => [
      held,
      fit(
        samples.filter(({ source }) => source !== held),
        priors,
      ),
    ]),
  );
};
