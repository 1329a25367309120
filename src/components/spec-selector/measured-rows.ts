import type { Facts } from '../../facts/collections.ts';
import type { LlmBenchmark, LlmBenchmarkRow } from '../../schemas/llm-benchmark.ts';
import type { MeasuredRow } from '../../selector/data.ts';

/** A source of fewer runs than this is named on the accuracy page only: its name and address would cost the tool more than its figures. */
const LEAST_RUNS = 18;

/** Quantizations in the order in which readers ask for them; the others come after. */
const USUAL = ['q4_k_m', 'mlx-4bit', 'q4_0', 'mxfp4', 'mlx-mxfp4', 'q8_0', 'mlx-8bit', 'f16'];
const place = (quant: string): number => (USUAL.includes(quant) ? USUAL.indexOf(quant) : USUAL.length);

/** From this many tokens on the cache shows in the speed. */
const LONG_CONTEXT = 8000;

interface Run extends LlmBenchmarkRow {
  readonly source: string;
  readonly model: string;
  readonly quant: string;
  /** How many runs the source has: of two alike the one of the larger source stands, so that fewer have to be named. */
  readonly beside: number;
}

const runsOf = ({ id, rows }: LlmBenchmark): Run[] => {
  const used = rows.filter(({ excluded }) => excluded === undefined);
  return used.flatMap((row) =>
    row.model === undefined || row.quant === undefined ? [] : [{ ...row, source: id, model: row.model, quant: row.quant, beside: used.length }],
  );
};

/** Of the runs of one model on one chip with one engine: those of the most usual quantization, the shortest and, while answering, a long one. */
const shown = (runs: readonly Run[]): Run[] => {
  const [first] = runs.toSorted((a, b) => place(a.quant) - place(b.quant) || a.contextTokens - b.contextTokens || b.beside - a.beside);
  if (first === undefined) return [];
  const long = runs.filter(({ quant, contextTokens }) => quant === first.quant && contextTokens >= LONG_CONTEXT && contextTokens > first.contextTokens);
  const [longest] = first.measure === 'decode' ? long.toSorted((a, b) => b.contextTokens - a.contextTokens) : [];
  return longest === undefined ? [first] : [first, longest];
};

/** Three digits of a published speed: as many as the page shows. */
const threeDigits = (value: number): number => Number(value.toPrecision(3));

/** A context as it was set (512, 8192); of one that was counted (363, 8571) two digits, as many as matter. */
const roundContext = (tokens: number): number => (tokens % 64 === 0 ? tokens : Number(tokens.toPrecision(2)));

/** The month of a day: which build was current is what a reader needs of it. */
const month = (date: string): string => date.slice(0, 'yyyy-mm'.length);

const thinned = (benchmarks: readonly LlmBenchmark[]): Run[] => {
  const groups = Map.groupBy(benchmarks.flatMap(runsOf), ({ chip, model, measure, engine }) => [chip, model, measure, engine].join(' '));
  return [...groups.values()].flatMap(shown);
};

/**
 * The published speeds that stand beside the estimates of the spec selector: a few of those the calibration uses for every model and chip.
 * All of them are on the accuracy page.
 */
export const measuredRows = ({
  llmBenchmarks,
}: Facts): { readonly rows: MeasuredRow[]; readonly sources: { readonly name: string; readonly url: string }[] } => {
  const all = thinned(llmBenchmarks);
  // Without the small sources, what they had alike with a larger one is that one's.
  const runs = thinned(llmBenchmarks.filter(({ id }) => all.filter(({ source }) => source === id).length >= LEAST_RUNS));
  const named = llmBenchmarks.filter(({ id }) => runs.some(({ source }) => source === id));
  const placeOf = new Map(named.map(({ id }, index) => [id, index]));
  return {
    rows: runs.map(({ source, chip, model, quant, measure, contextTokens, tokensPerSecond, date }) => [
      placeOf.get(source) ?? 0,
      chip,
      model,
      quant,
      measure,
      roundContext(contextTokens),
      threeDigits(tokensPerSecond),
      month(date),
    ]),
    sources: named.map(({ name, sources }) => ({ name, url: sources[0]?.url ?? '' })),
  };
};
