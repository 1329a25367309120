import { PEER_RULES } from '../src/accuracy/memory-peers.ts';
import { accuracyReport } from '../src/accuracy/report.ts';
import { ruleSummaries } from '../src/accuracy/speed-peers.ts';
import { groupedBy, summarize, type SpeedRow } from '../src/accuracy/speed.ts';
import { median } from '../src/advisor/spread.ts';
import { denseAndOthers, type TargetKey, type TargetResult } from '../src/accuracy/targets.ts';
import { FactError } from '../src/facts/error.ts';
import { loadFacts } from '../src/facts/registry.ts';

/**
 * `npm run accuracy`: every target with what the published rows give, then the errors by kind of model, chip, engine and packing, and the
 * same rows under the rules of others. Speeds are predicted by fits that have not seen their source. Exit code 1 when a target is missed.
 */
const TARGETS: Readonly<Record<TargetKey, string>> = {
  kv: 'KV cache: within 1 %',
  weights: 'weights: within 2 % of a known file, 5 % otherwise',
  compute: 'compute buffer: within 10 %',
  total: 'totals: within 10 %',
  'dense-mean': 'decode, dense over 3 GB: mean error',
  'dense-near': 'decode, dense over 3 GB: within -20/+25 %',
  'dense-range': 'decode, dense over 3 GB: inside the range',
  'dense-width': 'decode, dense over 3 GB: median width of the range',
  'others-mean': 'decode, small dense and experts: mean error',
  'prefill-median': 'prefill: median error',
  constant: 'best single constant, dense over 3 GB: its mean error over ours',
  unexplained: 'speeds more than 50 % off without a reason',
  roofline: 'decode above what the bandwidth allows',
};

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const amount = (value: number, unit: TargetResult['unit']): string =>
  unit === 'part' ? percent(value) : unit === 'times' ? `${value.toFixed(2)} x` : String(value);

/** Prints rows of text with columns as wide as they need, figures to the right. */
const table = (title: string, rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of rows)
    console.log(`  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`);
};

const GROUPS: readonly (readonly [string, (row: SpeedRow) => string])[] = [
  ['kind of model', ({ observation }) => observation.modelClass],
  ['chip tier', ({ observation }) => observation.work.tier],
  ['generation', ({ observation }) => observation.work.generation],
  ['engine', ({ observation }) => observation.work.engine],
  ['packing', ({ observation }) => observation.work.kernel],
];

const printSpeed = (name: string, rows: readonly SpeedRow[]): void => {
  const line = (label: string, group: readonly SpeedRow[]): string[] => {
    const { rows: count, sources, meanAbsoluteError, medianAbsoluteError, near, inRange, medianWidth } = summarize(group);
    return [label, String(count), String(sources), ...[meanAbsoluteError, medianAbsoluteError, near, inRange].map(percent), `${medianWidth.toFixed(2)} x`];
  };
  table(`${name}, each source predicted without itself`, [
    ['', 'rows', 'sources', 'mean', 'median', '-20/+25 %', 'in range', 'width'],
    line('all', rows),
    ...GROUPS.flatMap(([dimension, keyOf]) => groupedBy(rows, keyOf).map(([key, group]) => line(`${dimension}: ${key}`, group))),
  ]);
};

const report = (): void => {
  const { targets, decode, prefill, memory, memoryPeers, taskFigures, taskSpeeds } = accuracyReport(loadFacts());

  table('Targets', [
    ['', 'rows', 'target', 'result', ''],
    ...targets.map(({ key, rows, bound, unit, target, result, met }) => [
      TARGETS[key],
      String(rows),
      `at ${bound} ${amount(target, unit)}`,
      amount(result, unit),
      met ? 'met' : 'MISSED',
    ]),
  ]);

  printSpeed('Decode', decode);
  table('Decode under one constant efficiency', [
    ['', 'efficiency', 'mean', '-20/+25 %'],
    ...[['all', decode] as const, ['dense over 3 GB', denseAndOthers(decode).dense] as const].flatMap(([label, rows]) =>
      ruleSummaries(rows).map(({ rule, efficiency, meanAbsoluteError, near }) => [
        `${label}: ${rule === 'best' ? 'best constant, with hindsight' : rule}`,
        efficiency?.toFixed(2) ?? '',
        percent(meanAbsoluteError),
        percent(near),
      ]),
    ),
  ]);
  printSpeed('Prefill', prefill);

  table('Memory', [
    ['', 'rows', 'hits', 'median', 'worst'],
    ...memory.summary.map(({ category, rows, hits, medianError, worstError }) => [
      category,
      String(rows),
      String(hits),
      percent(medianError),
      percent(worstError),
    ]),
  ]);
  table('Memory under the rules of others', [
    ['', 'rows', 'hits', 'worst', 'our hits', 'our worst'],
    ...memoryPeers.summary
      .toSorted((a, b) => PEER_RULES.indexOf(a.rule) - PEER_RULES.indexOf(b.rule))
      .map(({ rule, rows, hits, worstError, ours }) => [rule, String(rows), String(hits), percent(worstError), String(ours.hits), percent(ours.worstError)]),
  ]);

  const tasks = Map.groupBy(taskSpeeds, ({ task }) => task);
  table('Images, speech and training: speed', [
    ['', 'rows', 'mean', 'in range'],
    ...[...tasks].map(([task, rows]) => [
      task,
      String(rows.length),
      percent(rows.reduce((sum, { error }) => sum + Math.abs(error), 0) / rows.length),
      String(rows.filter(({ inRange }) => inRange).length),
    ]),
  ]);
  table('Images, speech, embeddings and training: memory', [
    ['', 'rows', 'hits', 'median'],
    ...[...Map.groupBy(taskFigures, ({ figure }) => figure.task)].map(([task, rows]) => [
      task,
      String(rows.length),
      String(rows.filter(({ hit }) => hit).length),
      percent(median(rows.map(({ error }) => Math.abs(error)))),
    ]),
  ]);

  const missed = targets.filter(({ met }) => !met).length;
  console.log(missed === 0 ? '\nEvery target is met.' : `\n${missed} of ${targets.length} targets missed.`);
  if (missed > 0) process.exitCode = 1;
};

try {
  report();
} catch (error) {
  if (!(error instanceof FactError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
