import { describe, expect, test } from 'vitest';
import { accuracyReport } from '../../src/accuracy/report.ts';
import { ruleSummaries } from '../../src/accuracy/speed-peers.ts';
import type { SpeedRow } from '../../src/accuracy/speed.ts';
import { aboveRoofline, denseAndOthers, unnamedOutliers } from '../../src/accuracy/targets.ts';
import fitted from '../../src/advisor/speed/fitted.json' with { type: 'json' };
import { calibrate } from '../../src/calibration/calibrate.ts';
import heldOut from '../../src/calibration/held-out.json' with { type: 'json' };
import { loadFacts } from '../../src/facts/registry.ts';

/** Speeds against published ones, each predicted by a fit that has not seen its source; the targets are those of src/accuracy/targets.ts. */
const facts = loadFacts();
const { decode, prefill, targets } = accuracyReport(facts);

const name = ({ observation, published, predicted }: SpeedRow): string =>
  `${observation.source}: ${observation.row.measure}, ${observation.row.chip}, ${observation.row.name} ${observation.row.quantName}: ${published}, predicted ${predicted.mid.toFixed(1)}`;

test('there are enough rows, from enough sources', () => {
  expect(decode.length).toBeGreaterThanOrEqual(450);
  expect(prefill.length).toBeGreaterThanOrEqual(350);
  expect(new Set(decode.map(({ observation }) => observation.source)).size).toBeGreaterThanOrEqual(15);
});

test.each(targets)('$key: $result is at $bound $target', ({ bound, target, result }) => {
  if (bound === 'least') expect(result).toBeGreaterThanOrEqual(target);
  else expect(result).toBeLessThanOrEqual(target);
});

test('a row far off says why', () => {
  expect(unnamedOutliers([...decode, ...prefill]).map(name)).toEqual([]);
});

test('no estimate is above what the bandwidth allows', () => {
  expect(aboveRoofline(decode).map(name)).toEqual([]);
});

test('every range is in order', () => {
  for (const row of [...decode, ...prefill]) {
    const { low, mid, high } = row.predicted;
    expect(low > 0 && low <= mid && mid <= high, name(row)).toBe(true);
  }
});

describe('one constant efficiency, on the same rows', () => {
  test.each(['dense', 'others'] as const)('%s: ours has the smaller error, whichever constant is taken', (kind) => {
    const [ours, ...constants] = ruleSummaries(denseAndOthers(decode)[kind]);
    for (const { meanAbsoluteError } of constants) expect(meanAbsoluteError).toBeGreaterThan(ours?.meanAbsoluteError ?? Infinity);
  });
});

describe('the fitted numbers are those of the facts as they are now (otherwise: npm run calibrate)', () => {
  /** Machines differ in the last digits of a fit. */
  const TOLERANCE = 0.01;
  const leaves = (tree: unknown, path = ''): [string, number][] =>
    typeof tree === 'number' ? [[path, tree]] : Object.entries(tree ?? {}).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
  const now = calibrate(facts);

  test.each([
    ['src/advisor/speed/fitted.json', now.parameters, fitted],
    ['src/calibration/held-out.json', now.heldOut, heldOut],
  ])('%s', (_, calculated, written) => {
    const known = new Map(leaves(written));
    const stale = leaves(calculated).flatMap(([path, value]) => {
      const before = known.get(path);
      known.delete(path);
      return before !== undefined && Math.abs(before - value) <= TOLERANCE * Math.abs(value) ? [] : [`${path}: ${before ?? 'missing'}, now ${value}`];
    });
    expect([...stale, ...[...known.keys()].map((path) => `${path}: no longer fitted`)]).toEqual([]);
  });
});
