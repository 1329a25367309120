import { speedEstimate } from '../advisor/speed/estimate.ts';
import type { SpeedParameters } from '../advisor/speed/parameters.ts';
import type { SlowedRun } from '../advisor/speed/sustained.ts';
import { observationsOf } from '../calibration/observations.ts';
import type { Facts } from '../facts/collections.ts';
import type { LlmBenchmark } from '../schemas/llm-benchmark.ts';

/** Published rows that were marked as throttled, of chips that are sold without a fan and of models the estimate knows. */
const throttled = ({ llmBenchmarks, macs }: Facts): LlmBenchmark[] => {
  const fanless = new Set(macs.filter(({ fan }) => !fan).flatMap(({ chips }) => chips));
  return llmBenchmarks.flatMap((benchmark) => {
    const rows = benchmark.rows.flatMap(({ excluded, ...row }) =>
      excluded === 'throttled' && fanless.has(row.chip) && row.model !== undefined && row.quant !== undefined && row.engine !== undefined ? [row] : [],
    );
    return rows.length === 0 ? [] : [{ ...benchmark, rows }];
  });
};

/**
 * The throttled rows beside our estimates for full speed. Calibration leaves them out, so the estimates have not seen them.
 * Most are of a MacBook Air with an M5 under MLX, dense models of 4 to 18 GB.
 */
export const slowedRuns = (facts: Facts, parameters: SpeedParameters): { readonly runs: readonly SlowedRun[]; readonly sources: readonly string[] } => {
  const benchmarks = throttled(facts);
  const runs = (['decode', 'prefill'] as const).flatMap((measure) =>
    observationsOf({ ...facts, llmBenchmarks: benchmarks }, measure).flatMap(({ request, row, promptTokens, modelClass }): SlowedRun[] => {
      const estimated = speedEstimate({ ...request, contextTokens: row.contextTokens, promptTokens }, parameters)?.[measure].mid;
      const family = facts.chips.find(({ id }) => id === row.chip)?.family;
      return estimated === undefined || family === undefined ? [] : [{ family, modelClass, measure, published: row.tokensPerSecond, estimated }];
    }),
  );
  return { runs, sources: benchmarks.flatMap(({ sources }) => sources.slice(0, 1).map(({ url }) => url)) };
};
