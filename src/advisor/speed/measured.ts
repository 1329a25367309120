import type { LlmBenchmark } from '../../schemas/llm-benchmark.ts';

/** A published figure, to be shown beside an estimate. */
export interface MeasuredPoint {
  readonly measure: 'decode' | 'prefill';
  readonly tokensPerSecond: number;
  readonly contextTokens: number;
  readonly name: string;
  readonly quant: string;
  readonly software: string;
  readonly date: string;
  /** Id of the source among the benchmarks, and its address. */
  readonly source: string;
  readonly url: string;
}

export interface MeasuredQuestion {
  readonly chip: string;
  readonly model: string;
  readonly quant: string;
}

/** The most that is shown; the newest first. */
const MOST = 12;

/** The page of a row where its source is a repository, else the page of the source. */
const urlOf = (base: string, path: string | undefined): string =>
  path !== undefined && /^https:\/\/github\.com\/[^/]+\/[^/]+$/.test(base) ? `${base}/${encodeURI(path)}` : base;

const keyOf = ({ chip, model, quant }: MeasuredQuestion): string => `${chip} ${model} ${quant}`;

/**
 * What was published for a chip, a model and a quantization, the newest first, ready for many questions. Rows that were excluded from
 * calibration are left out: they say something else than the estimate.
 */
export const measuredPoints = (benchmarks: readonly LlmBenchmark[]): ((question: MeasuredQuestion) => readonly MeasuredPoint[]) => {
  const byKey = new Map<string, MeasuredPoint[]>();
  for (const { id: source, rows, sources } of benchmarks) {
    for (const { chip, model, quant, excluded, measure, tokensPerSecond, contextTokens, name, quantName, software, date, path } of rows) {
      if (excluded !== undefined || model === undefined || quant === undefined) continue;
      const key = keyOf({ chip, model, quant });
      const point = { measure, tokensPerSecond, contextTokens, name, quant: quantName, software, date, source, url: urlOf(sources[0]?.url ?? '', path) };
      byKey.set(key, [...(byKey.get(key) ?? []), point]);
    }
  }
  for (const [key, points] of byKey) byKey.set(key, points.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).slice(0, MOST));
  return (question) => byKey.get(keyOf(question)) ?? [];
};
