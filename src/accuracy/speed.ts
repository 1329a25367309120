import type { Range } from '../advisor/range.ts';
import { decodeRoofline } from '../advisor/speed/decode.ts';
import { speedEstimate } from '../advisor/speed/estimate.ts';
import type { SpeedParameters } from '../advisor/speed/parameters.ts';
import { median } from '../advisor/spread.ts';
import type { HeldOut } from '../calibration/calibrate.ts';
import type { Observation } from '../calibration/observations.ts';

/** A published speed beside the estimate of a fit that has not seen its source. */
export interface SpeedRow {
  readonly observation: Observation;
  readonly published: number;
  readonly predicted: Range;
  /** Estimate over published figure, less one: −0.1 is 10 % too slow. */
  readonly error: number;
  readonly inRange: boolean;
}

/**
 * Every observation estimated with the parameters that were fitted without its source; the width of the ranges is that of all of them.
 * @throws when a source has no such parameters: then calibration was forgotten
 */
export const speedRows = (observations: readonly Observation[], parameters: SpeedParameters, heldOut: HeldOut): SpeedRow[] =>
  observations.map((observation) => {
    const { source, row, request, promptTokens } = observation;
    const without = heldOut[row.measure][source];
    if (without === undefined) throw new Error(`no parameters without ${source}: run npm run calibrate`);
    const estimate = speedEstimate(
      { ...request, contextTokens: row.contextTokens, promptTokens },
      row.measure === 'decode'
        ? { ...parameters, decode: heldOut.decode[source] ?? parameters.decode }
        : { ...parameters, prefill: heldOut.prefill[source] ?? parameters.prefill },
    );
    const predicted = estimate?.[row.measure];
    if (predicted === undefined) throw new Error(`no estimate for ${source}: ${row.name}`);
    const published = row.tokensPerSecond;
    return { observation, published, predicted, error: predicted.mid / published - 1, inRange: published >= predicted.low && published <= predicted.high };
  });

/** How good a set of estimates is. All parts are of 1. */
export interface SpeedSummary {
  readonly rows: number;
  readonly sources: number;
  readonly meanAbsoluteError: number;
  readonly medianAbsoluteError: number;
  /** Within NEAR of the published figure. */
  readonly near: number;
  readonly inRange: number;
  /** Median of high over low. */
  readonly medianWidth: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** 20 % below to 25 % above: the same distance either way, as a factor. */
export const NEAR = { below: 0.2, above: 0.25 } as const;
export const isNear = (error: number): boolean => error >= -NEAR.below && error <= NEAR.above;

export const summarize = (rows: readonly SpeedRow[]): SpeedSummary => {
  const errors = rows.map(({ error }) => Math.abs(error));
  return {
    rows: rows.length,
    sources: new Set(rows.map(({ observation }) => observation.source)).size,
    meanAbsoluteError: mean(errors),
    medianAbsoluteError: median(errors),
    near: rows.filter(({ error }) => isNear(error)).length / rows.length,
    inRange: rows.filter(({ inRange }) => inRange).length / rows.length,
    medianWidth: median(rows.map(({ predicted }) => predicted.high / predicted.low)),
  };
};

/** The rows by what `keyOf` says of them, the largest group first. */
export const groupedBy = (rows: readonly SpeedRow[], keyOf: (row: SpeedRow) => string): [string, SpeedRow[]][] =>
  [...Map.groupBy(rows, keyOf)].sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1));

/** Decode as several calculators estimate it: one efficiency for every chip, on the bytes of the active weights. */
export const constantErrors = (rows: readonly SpeedRow[], efficiency: number): number[] =>
  rows.map(({ observation, published }) => (efficiency * decodeRoofline(observation.work, 0)) / published - 1);

/** The constant with the least mean absolute error on these rows: the best any such rule could do, chosen with hindsight. */
export const bestConstant = (rows: readonly SpeedRow[]): { readonly efficiency: number; readonly meanAbsoluteError: number } => {
  let best = { efficiency: 0, meanAbsoluteError: Infinity };
  for (let percent = 10; percent <= 100; percent += 1) {
    const meanAbsoluteError = mean(constantErrors(rows, percent / 100).map(Math.abs));
    if (meanAbsoluteError < best.meanAbsoluteError) best = { efficiency: percent / 100, meanAbsoluteError };
  }
  return best;
};
