import type { MeasuredRow } from './data.ts';
import type { Prepared } from './prepare.ts';
import type { MeasuredPoint } from './result.ts';
import { KIND_OF, type Selection } from './selection.ts';

/** As many as can be shown beside an estimate. */
const MOST: Readonly<Record<MeasuredPoint['measure'], number>> = { decode: 6, prefill: 4 };

/** More than any two quantizations of one runtime differ by: the same runtime comes first. */
const OTHER_ENGINE_BITS = 100;

const text = (a: string, b: string): number => Number(a > b) - Number(a < b);

/**
 * Published figures for the model chosen on a chip: decode before prefill, then the nearest quantization, the nearest context, the newest.
 * Those of another quantization or context are no test of the estimate, so each carries its own.
 */
export const measuredOn = (chip: string, selection: Selection, { measured, quantizations, data }: Prepared): MeasuredPoint[] => {
  if (KIND_OF[selection.task] !== 'llm') return [];
  const wanted = quantizations.get(selection.quant);
  const fromQuant = (id: string): number => {
    const other = quantizations.get(id);
    if (id === selection.quant || wanted === undefined || other === undefined) return id === selection.quant ? -1 : OTHER_ENGINE_BITS;
    return Math.abs(other.bitsPerWeight - wanted.bitsPerWeight) + (other.engine === wanted.engine ? 0 : OTHER_ENGINE_BITS);
  };
  const fromContext = (tokens: number): number => Math.abs(Math.log2((tokens + 1) / (selection.contextTokens + 1)));
  const nearer = (a: MeasuredRow, b: MeasuredRow): number =>
    fromQuant(a[3]) - fromQuant(b[3]) || fromContext(a[5]) - fromContext(b[5]) || text(b[7], a[7]) || text(a[3], b[3]) || a[0] - b[0] || b[6] - a[6];

  const rows = [...measured(chip, selection.model)].sort(nearer);
  return (['decode', 'prefill'] as const).flatMap((measure) =>
    rows
      .filter((row) => row[4] === measure)
      .slice(0, MOST[measure])
      .map(([source, , , quant, , contextTokens, tokensPerSecond, date]) => ({
        measure,
        tokensPerSecond,
        contextTokens,
        quant,
        date,
        source: data.sources[source] ?? { name: '', url: '' },
      })),
  );
};
