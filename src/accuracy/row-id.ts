import type { LlmBenchmarkRow } from '../schemas/llm-benchmark.ts';

/** What a row is named by. */
export interface NamedRow {
  readonly source: string;
  readonly row: Pick<LlmBenchmarkRow, 'chip' | 'model' | 'quant' | 'contextTokens'>;
}

/**
 * An id per row for links, made of what was measured rather than of its place, so that it stays when rows are added. Runs that differ in
 * nothing named here are counted.
 * @param rows rows of one page: ids are unique among them
 */
export const rowIds = (rows: readonly NamedRow[]): readonly string[] => {
  const seen = new Map<string, number>();
  return rows.map(({ source, row }) => {
    const name = [source, row.chip, row.model, row.quant, ...(row.contextTokens > 0 ? [row.contextTokens] : [])].join('-').replace(/[^a-z0-9]+/g, '-');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    // Letters, since a length may end a name.
    return count === 1 ? name : `${name}-run${count}`;
  });
};
