import type { Tier } from './bandwidth-ladder.ts';
import { round } from './percent.ts';

/** What the timeline needs of a chip variant. */
export interface TimelineChip {
  readonly name: string;
  readonly family: string;
  readonly tier: Tier;
  /** `2023-10` */
  readonly released: string;
  readonly bandwidthGBps: number;
  readonly memoryOptionsGB: readonly number[];
}

/** One chip name, with the most its variants offer. */
export interface TimelineMark {
  readonly name: string;
  readonly family: string;
  readonly released: string;
  readonly x: number;
  readonly bandwidthGBps: number;
  readonly memoryGB: number;
}

export interface TimelineLane {
  readonly tier: Tier;
  readonly marks: readonly TimelineMark[];
}

const TIERS: readonly Tier[] = ['base', 'pro', 'max', 'ultra'];

/** Months since year 0 of `2023-10`; a day is passed over. */
const monthOf = (date: string): number => {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(date) ?? [];
  if (year === undefined || month === undefined) throw new Error(`timeline: expected a month, found "${date}"`);
  return Number(year) * 12 + Number(month) - 1;
};

/**
 * Places months between two ends.
 * @param from first month, at the left end
 * @param to last month, at the right end
 * @throws for a date without a month
 */
export const monthScale = (from: string, to: string, [left, right]: readonly [number, number]): ((date: string) => number) => {
  const [start, end] = [monthOf(from), monthOf(to)];
  return (date) => round(left + ((monthOf(date) - start) / (end - start)) * (right - left));
};

/** One lane per tier, oldest chip first. A name's date is that of its first variant; bandwidth and memory are the largest among them. */
export const timelineLanes = (chips: readonly TimelineChip[], x: (date: string) => number): TimelineLane[] =>
  TIERS.map((tier) => {
    const names = Map.groupBy(
      chips.filter((chip) => chip.tier === tier),
      ({ name }) => name,
    );
    const marks = [...names].map(([name, variants]): TimelineMark => {
      const released = variants.map((chip) => chip.released).sort()[0] ?? '';
      return {
        name,
        family: variants[0]?.family ?? '',
        released,
        x: x(released),
        bandwidthGBps: Math.max(...variants.map(({ bandwidthGBps }) => bandwidthGBps)),
        memoryGB: Math.max(...variants.flatMap(({ memoryOptionsGB }) => memoryOptionsGB)),
      };
    });
    return { tier, marks: marks.sort((a, b) => a.released.localeCompare(b.released)) };
  }).filter(({ marks }) => marks.length > 0);
