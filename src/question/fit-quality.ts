import { MODEL_CLASSES, type ModelClass, type SpeedParameters } from '../advisor/speed/parameters.ts';
import { speedRows, summarize } from '../accuracy/speed.ts';
import type { HeldOut } from '../calibration/calibrate.ts';
import { observationsOf } from '../calibration/observations.ts';
import type { Facts } from '../facts/collections.ts';

/** How well the fit met published figures of one class of models whose source it had not seen. */
export interface FitQuality {
  readonly rows: number;
  readonly sourceCount: number;
  /** Mean of |estimate ÷ published − 1|. */
  readonly meanAbsoluteError: number;
}

export type Measure = 'decode' | 'prefill';

/** Quality by measure and class; a class without published rows is missing. It takes some 20 ms, so it is for those who ask. */
export const fitQuality = (facts: Facts, parameters: SpeedParameters, heldOut: HeldOut): ReadonlyMap<`${Measure} ${ModelClass}`, FitQuality> => {
  const table = new Map<`${Measure} ${ModelClass}`, FitQuality>();
  for (const measure of ['decode', 'prefill'] as const) {
    // A source that was added since the last calibration has no parameters yet; the tests say so, a question is answered all the same.
    const observations = observationsOf(facts, measure).filter(({ source }) => heldOut[measure][source] !== undefined);
    const rows = speedRows(observations, parameters, heldOut);
    for (const modelClass of MODEL_CLASSES) {
      const own = rows.filter(({ observation }) => observation.modelClass === modelClass);
      if (own.length === 0) continue;
      const summary = summarize(own);
      table.set(`${measure} ${modelClass}`, {
        rows: summary.rows,
        sourceCount: summary.sources,
        meanAbsoluteError: Number(summary.meanAbsoluteError.toPrecision(3)),
      });
    }
  }
  return table;
};
