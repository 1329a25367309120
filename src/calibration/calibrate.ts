import {
  MODEL_CLASSES,
  type DecodeParameters,
  type ModelClass,
  type PrefillParameters,
  type Spread,
  type SpeedParameters,
} from '../advisor/speed/parameters.ts';
import { fit, fitWithoutEach, type Sample } from './fit.ts';
import { observationsOf, type Observation, type ObservationFacts } from './observations.ts';
import { DECODE_PRIORS, PREFILL_PRIORS, type PriorsFor } from './priors.ts';
import { decodeSample, prefillSample } from './samples.ts';

/** Parameters by the source that was held out when they were fitted. */
export interface HeldOut {
  readonly decode: Readonly<Record<string, DecodeParameters>>;
  readonly prefill: Readonly<Record<string, PrefillParameters>>;
}

export interface Calibration {
  readonly parameters: SpeedParameters;
  readonly heldOut: HeldOut;
}

/** Part of the published figures that may lie below a range, and as many above. */
const TAIL = 0.05;

/** A range never claims to be surer than this, however well a class was met: builds and machines differ by as much. */
const LEAST: Spread = { low: 0.82, high: 1.22 };

/** Linear interpolation between the two nearest of the sorted values. */
const quantile = (sorted: readonly number[], part: number): number => {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? 1;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
};

/** The factors on an estimate between which all but the tails of the published figures lay that the fit had not seen. */
const spreadOf = (ratios: readonly number[]): Spread => {
  const sorted = [...ratios].sort((a, b) => a - b);
  return { low: Math.min(LEAST.low, quantile(sorted, TAIL)), high: Math.max(LEAST.high, quantile(sorted, 1 - TAIL)) };
};

/** Four significant digits: more than the data can tell, few enough to be the same on every machine. */
const rounded = <T>(tree: T): T =>
  JSON.parse(JSON.stringify(tree, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value))) as T;

interface Fitted<T> {
  readonly parameters: T;
  readonly heldOut: Record<string, T>;
  readonly spread: Readonly<Record<ModelClass, Spread>>;
}

const fitted = <T>(observations: readonly Observation[], sampleOf: (observation: Observation) => Sample<T>, priors: PriorsFor<T>): Fitted<T> => {
  const samples = observations.map(sampleOf);
  const heldOut = rounded(fitWithoutEach(samples, priors));
  const ratios = samples.map(({ source, published, estimate }) => {
    const parameters = heldOut[source];
    if (parameters === undefined) throw new Error(`no fit without ${source}`);
    // Of speeds, not of times.
    return estimate(parameters) / published;
  });
  const spread = Object.fromEntries(
    MODEL_CLASSES.map((name) => [name, spreadOf(ratios.filter((_, index) => observations[index]?.modelClass === name))]),
  ) as Record<ModelClass, Spread>;
  return { parameters: rounded(fit(samples, priors)), heldOut, spread: rounded(spread) };
};

/** Fits decode and prefill to the published measurements, once with all of them and once without each source. */
export const calibrate = (facts: ObservationFacts): Calibration => {
  const decode = fitted(observationsOf(facts, 'decode'), decodeSample, DECODE_PRIORS);
  const prefill = fitted(observationsOf(facts, 'prefill'), prefillSample, PREFILL_PRIORS);
  return {
    parameters: { decode: decode.parameters, prefill: prefill.parameters, spread: { decode: decode.spread, prefill: prefill.spread } },
    heldOut: { decode: decode.heldOut, prefill: prefill.heldOut },
  };
};
