import { decodeRoofline } from '../advisor/speed/decode.ts';
import type { CategorySummary } from './memory.ts';
import { bestConstant, summarize, type SpeedRow } from './speed.ts';

/**
 * What the speed estimates must reach on published rows, each predicted by a fit that has not seen its source. Parts of 1. The targets of
 * memory stand with their tolerances in ./memory.ts.
 */
export const SPEED_TARGETS = {
  /** Decode of dense models over 3 GB of weights. */
  dense: { meanAbsoluteError: 0.13, near: 0.82, inRange: 0.88, medianWidth: 1.6 },
  /** Decode of smaller dense models and of mixtures of experts. */
  others: { meanAbsoluteError: 0.16 },
  prefill: { medianAbsoluteError: 0.2 },
  /** Mean error of the best single constant over ours, dense models over 3 GB. */
  constant: { times: 1.6 },
  /** A row further off than this needs its reason in the data. */
  outlierError: 0.5,
} as const;

/** Categories of memory figures the work was given a target for; the others have one of their own in ./memory.ts. */
const MEMORY_TARGETS = ['kv', 'weights', 'compute', 'total'] as const;

export type TargetKey =
  | (typeof MEMORY_TARGETS)[number]
  | 'dense-mean'
  | 'dense-near'
  | 'dense-range'
  | 'dense-width'
  | 'others-mean'
  | 'prefill-median'
  | 'constant'
  | 'unexplained'
  | 'roofline';

export interface TargetResult {
  readonly key: TargetKey;
  /** Rows the result is of. */
  readonly rows: number;
  readonly bound: 'least' | 'most';
  /** `part` is of 1, `times` a factor, `rows` a count. */
  readonly unit: 'part' | 'times' | 'rows';
  readonly target: number;
  readonly result: number;
  readonly met: boolean;
}

/** Rows whose estimate lies above what the bandwidth allows: there must be none. */
export const aboveRoofline = (decode: readonly SpeedRow[]): SpeedRow[] =>
  decode.filter(({ predicted, observation }) => predicted.mid > decodeRoofline(observation.work, observation.load.cacheGB));

/** Rows far off without a reason in the data: there must be none. */
export const unnamedOutliers = (rows: readonly SpeedRow[]): SpeedRow[] =>
  rows.filter(({ error, observation }) => Math.abs(error) > SPEED_TARGETS.outlierError && observation.row.outlier === undefined);

/** Decode rows of dense models over 3 GB, and the others. */
export const denseAndOthers = (decode: readonly SpeedRow[]): { readonly dense: SpeedRow[]; readonly others: SpeedRow[] } => ({
  dense: decode.filter(({ observation }) => observation.modelClass === 'dense'),
  others: decode.filter(({ observation }) => observation.modelClass !== 'dense'),
});

/** Every target beside what the rows give: the command prints it, the test asserts it, the page shows it. */
export const targetResults = (memory: readonly CategorySummary[], decode: readonly SpeedRow[], prefill: readonly SpeedRow[]): TargetResult[] => {
  const result = (key: TargetKey, rows: number, bound: TargetResult['bound'], unit: TargetResult['unit'], target: number, value: number): TargetResult => ({
    key,
    rows,
    bound,
    unit,
    target,
    result: value,
    met: bound === 'least' ? value >= target : value <= target,
  });
  const rows = denseAndOthers(decode);
  const dense = summarize(rows.dense);
  const others = summarize(rows.others);
  const reading = summarize(prefill);
  const goal = SPEED_TARGETS;
  return [
    ...memory.flatMap((summary) =>
      MEMORY_TARGETS.filter((key) => key === summary.category).map((key) => result(key, summary.rows, 'least', 'part', summary.target.share, summary.share)),
    ),
    result('dense-mean', dense.rows, 'most', 'part', goal.dense.meanAbsoluteError, dense.meanAbsoluteError),
    result('dense-near', dense.rows, 'least', 'part', goal.dense.near, dense.near),
    result('dense-range', dense.rows, 'least', 'part', goal.dense.inRange, dense.inRange),
    result('dense-width', dense.rows, 'most', 'times', goal.dense.medianWidth, dense.medianWidth),
    result('others-mean', others.rows, 'most', 'part', goal.others.meanAbsoluteError, others.meanAbsoluteError),
    result('prefill-median', reading.rows, 'most', 'part', goal.prefill.medianAbsoluteError, reading.medianAbsoluteError),
    result('constant', dense.rows, 'least', 'times', goal.constant.times, bestConstant(rows.dense).meanAbsoluteError / dense.meanAbsoluteError),
    result('unexplained', decode.length + prefill.length, 'most', 'rows', 0, unnamedOutliers([...decode, ...prefill]).length),
    result('roofline', decode.length, 'most', 'rows', 0, aboveRoofline(decode).length),
  ];
};
