import type { Fit } from '../budget.ts';
import type { Range } from '../range.ts';
import { doesIt, statusRank } from './order.ts';

/** How a task stands on one machine, before or after a change. */
export interface Situation {
  readonly needBytes: number;
  readonly fit: Fit;
  readonly speed: Range | null;
}

/** What would help, and how the task would stand then. The cloud is nothing this machine can be judged for. */
export type Alternative<Change> =
  | { readonly kind: 'change'; readonly changes: readonly Change[]; readonly after: Situation }
  | { readonly kind: 'cloud'; readonly changes: readonly []; readonly after: null };

/** What can be changed, each list in the order of what it costs the reader. */
export interface Changes<Change> {
  /** Ways to do the same task with less: groups of changes of one kind; a kind may have a mild group and a hard one. */
  readonly adjust: readonly (readonly Change[])[];
  /** Ways to do something else instead; likewise. */
  readonly replace: readonly (readonly Change[])[];
}

type Found<Change> = Extract<Alternative<Change>, { kind: 'change' }>;

/**
 * What else would help where a task does not fit, only just fits or is too slow. Every change is judged by `assess`, and only what betters
 * something is returned: of each group the first change that makes the task fit (and fast enough), else the first that helps at all. Two that
 * are enough together stand before the single adjustments that cost more than either, or behind all where no single one is enough.
 * @param changes asked for only where something needs help
 * @param assess how the task stands after all of the changes
 * @param minSpeed below this it is too slow, in the unit of the task
 * @returns in the order of the groups; nothing where nothing needs help; the cloud last where the task cannot be done as it is
 */
export const alternatives = <Change extends { readonly kind: string }>(
  before: Situation,
  changes: () => Changes<Change>,
  assess: (changes: readonly Change[]) => Situation,
  minSpeed = 0,
): Alternative<Change>[] => {
  const isSlow = ({ speed }: Situation): boolean => speed !== null && speed.mid < minSpeed;
  const isEnough = (after: Situation): boolean => doesIt(after.fit.status) && !isSlow(after);
  // What stays too slow is no help, however well it fits.
  const helps = (after: Situation): boolean => {
    const gained = statusRank(before.fit.status) - statusRank(after.fit.status);
    return !isSlow(after) && (isSlow(before) ? gained >= 0 : gained > 0);
  };
  const judged = (...chosen: Change[]): Found<Change> => ({ kind: 'change', changes: chosen, after: assess(chosen) });

  if (isEnough(before)) return [];
  const { adjust, replace } = changes();

  const pick = (group: readonly Change[]): Found<Change> | undefined => {
    const helping = group.map((change) => judged(change)).filter(({ after }) => helps(after));
    return helping.find(({ after }) => isEnough(after)) ?? helping[0];
  };

  /** Where a mild change is enough, a harder one of its kind is no help. */
  const single = (): Found<Change>[] => {
    const found: Found<Change>[] = [];
    const enough = new Set<string>();
    for (const group of adjust) {
      const picked = pick(group.filter(({ kind }) => !enough.has(kind)));
      if (picked === undefined) continue;
      found.push(picked);
      if (isEnough(picked.after)) for (const { kind } of picked.changes) enough.add(kind);
    }
    return found;
  };

  /** Of these groups the pair whose dearer half costs least. */
  const pair = (groups: readonly (readonly Change[])[]): Found<Change>[] => {
    for (const [index, dearer] of groups.entries()) {
      for (const cheaper of groups.slice(0, index)) {
        for (const change of dearer) {
          for (const other of cheaper) {
            const both = judged(other, change);
            if (isEnough(both.after)) return [both];
          }
        }
      }
    }
    return [];
  };

  const adjusted = single();
  const enough = adjusted.findIndex(({ after }) => isEnough(after));
  const [mild, hard] = enough === -1 ? [adjusted, []] : [adjusted.slice(0, enough), adjusted.slice(enough)];
  const [sufficient] = hard.flatMap((one) => one.changes);
  const milder =
    sufficient === undefined
      ? adjust
      : adjust.slice(
          0,
          adjust.findIndex((group) => group.includes(sufficient)),
        );
  const found = [...mild, ...pair(milder), ...hard, ...replace.flatMap((group) => pick(group) ?? [])];
  return before.fit.status === 'no' || isSlow(before) ? [...found, { kind: 'cloud', changes: [], after: null }] : found;
};
