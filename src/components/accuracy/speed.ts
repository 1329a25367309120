import type { SpeedRow } from '../../accuracy/speed.ts';
import { rowIds } from '../../accuracy/row-id.ts';
import { GENERATIONS } from '../../advisor/speed/generation.ts';
import { LARGE_GB } from '../../advisor/speed/work.ts';
import { MODEL_CLASSES, type ModelClass } from '../../advisor/speed/parameters.ts';
import { findFact } from '../../facts/find.ts';
import type { Locale } from '../../i18n/locales.ts';
import { t } from '../../i18n/ui.ts';
import type { LlmBenchmark } from '../../schemas/llm-benchmark.ts';

export type Measure = 'decode' | 'prefill';

/** Page with every row of a measure. */
export const rowsPath = (measure: Measure): string => `/accuracy/${measure}/`;

export const className = (name: ModelClass, locale: Locale): string => t(locale, `accuracy.class.${name}`, { size: LARGE_GB });

export const sourceOf = ({ observation }: SpeedRow): LlmBenchmark => findFact(`llm-benchmarks/${observation.source}`);

/** Rows and the ids they have on the page of their measure. */
export const withIds = (rows: readonly SpeedRow[]): readonly { readonly row: SpeedRow; readonly id: string }[] => {
  const ids = rowIds(rows.map(({ observation }) => observation));
  return rows.map((row, index) => ({ row, id: ids[index] ?? '' }));
};

/** `M4 Max（40コア）` */
export const chipName = ({ observation }: SpeedRow, locale: Locale): string => {
  const { name, gpuCores } = findFact(`chips/${observation.row.chip}`);
  return t(locale, 'accuracy.row.cores', { chip: name, cores: gpuCores });
};

/** Address of the place in the source where a row stands. */
export const rowAddress = (row: SpeedRow): string => {
  const base = sourceOf(row).sources[0]?.url ?? '';
  const { path } = row.observation.row;
  return path === undefined ? base : encodeURI(`${base}/${path}`);
};

interface Grouping {
  readonly key: 'class' | 'tier' | 'generation' | 'engine' | 'kernel';
  /** In the order in which a reader looks for them; a value that is not listed comes last. */
  readonly order: readonly string[];
  readonly of: (row: SpeedRow) => string;
  readonly label: (value: string, locale: Locale) => string;
}

/** What the errors are broken down by. */
export const GROUPINGS: readonly Grouping[] = [
  {
    key: 'class',
    order: MODEL_CLASSES,
    of: ({ observation }) => observation.modelClass,
    label: (value, locale) => className(value as ModelClass, locale),
  },
  {
    key: 'tier',
    order: ['base', 'pro', 'max', 'ultra'],
    of: ({ observation }) => observation.work.tier,
    label: (value, locale) => t(locale, `figures.tier.${value}`),
  },
  { key: 'generation', order: GENERATIONS, of: ({ observation }) => observation.work.generation, label: (value) => value },
  {
    key: 'engine',
    order: ['llama.cpp', 'mlx'],
    of: ({ observation }) => observation.work.engine,
    label: (value) => (value === 'mlx' ? 'MLX' : value),
  },
  {
    key: 'kernel',
    order: ['k', 'i', 'legacy', 'float', 'fp4', 'affine'],
    of: ({ observation }) => observation.work.kernel,
    label: (value, locale) => t(locale, `accuracy.kernel.${value}`),
  },
];
