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
 * something is returned: of each group the first change that makes the task fit (and fast enough), else the first that helps at all. Where
 * no single adjustment is enough, the first two that are enough together follow.
 * @param assess how the task stands after all of the changes
 * @param minSpeed below this it is too slow, in the unit of the task
 * @returns in the order of the groups; nothing where nothing needs help; the cloud last where the task cannot be done as it is
 */
export const alternatives = <Change extends { readonly kind: string }>(
  before: Situation,
  { adjust, replace }: Changes<Change>,
  assess: (changes: readonly Change[]) => Situation,
  minSpeed = 0,
): Alternative<Change>[] => {
  const isSlow = ({ speed }: Situation): boolean => speed !== null && speed.mid < minSpeed;
  const isEnough = (after: Situation): boolean => doesIt(after.fit.status) && !isSlow(after);
  const helps = (after: Situation): boolean => {
    const status = statusRank(after.fit.status) - statusRank(before.fit.status);
    const speed = Number(isSlow(after)) - Number(isSlow(before));
    return status <= 0 && speed <= 0 && status + speed < 0;
  };
  const judged = (...changes: Change[]): Found<Change> => ({ kind: 'change', changes, after: assess(changes) });

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

  /** The pair whose dearer half costs least. */
  const pair = (): Found<Change>[] => {
    for (const [index, dearer] of adjust.entries()) {
      for (const cheaper of adjust.slice(0, index)) {
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

  if (isEnough(before)) return [];
  const adjusted = single();
  const found = [...adjusted, ...(adjusted.some(({ after }) => isEnough(after)) ? [] : pair()), ...replace.flatMap((group) => pick(group) ?? [])];
  return before.fit.status === 'no' || isSlow(before) ? [...found, { kind: 'cloud', changes: [], after: null }] : found;
};
