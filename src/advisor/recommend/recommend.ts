import type { Configuration, Currency, Machine } from './configurations.ts';
import type { Evaluate, Judgement } from './evaluate.ts';
import { assess, taskExclusions, type Assessment, type Exclusion, type Limits } from './limits.ts';
import { compare, decidingKey, doesIt, orderCurrency, priceDifference, sortedMisses, statusRank, type RankKey } from './order.ts';
import { isBetter, stepDown, stepUp, type Step } from './steps.ts';

/**
 * What there is to say about a candidate beside the reason of its fit. `cheapest`, `most-comfortable`: see `Recommendation`. `only-just`:
 * tight, other programs have to be closed. `after-setting`: the GPU limit has to be raised. `limit-estimated`: the GPU limit of this size was
 * never observed. `may-be-slower`: the low end of the estimate is below the wished speed. `no-fan`: slows down under load that lasts.
 */
export type CandidateReason =
  | 'cheapest'
  | 'most-comfortable'
  | 'only-just'
  | 'after-setting'
  | 'limit-estimated'
  | 'price-unknown'
  | 'speed-unknown'
  | 'may-be-slower'
  | 'no-fan'
  | 'discontinued';

export interface Candidate extends Assessment {
  readonly reasons: readonly CandidateReason[];
  /** Why it stands behind the candidate before it; null for the first. */
  readonly behind: RankKey | null;
}

/** The machine in hand. */
export interface Owned extends Judgement {
  readonly machine: Machine;
  /** Why it does not do the task; empty if it does. */
  readonly exclusions: readonly Exclusion[];
  /** The first candidate that gains something over it and loses nothing; null if buying brings nothing. */
  readonly better: Candidate | null;
}

export interface Recommendation {
  readonly outcome: 'found' | 'none';
  /** All that keep every limit. The first is the one to take. The order is documented in order.ts. */
  readonly candidates: readonly Candidate[];
  /** All others with every reason, the nearest miss first. */
  readonly excluded: readonly Assessment[];
  /** The currency whose prices order the list: see `orderCurrency`. */
  readonly orderedBy: Currency;
  /**
   * The lowest known price among the candidates that fit, or among all if none fits without closing or setting something. Prices are compared
   * in `orderedBy`, or in the other currency where only there both are known. One whose price is known in neither may cost less.
   */
  readonly cheapest: Candidate | null;
  /** The first candidate with the best status of all. */
  readonly best: Candidate | null;
  /** From the first candidate. */
  readonly stepUp: Step | null;
  readonly stepDown: Step | null;
  /** Where there is no candidate: what came nearest, and in its `exclusions` why it did not do. */
  readonly nearestMiss: Assessment | null;
  /** The machine in hand, if one was given. */
  readonly owned: Owned | null;
}

const reasonsFor = (one: Assessment, { minSpeed }: Limits, cheapest: Assessment | null, best: Assessment | null): CandidateReason[] => {
  const { fit, speed, budget, price, configuration } = one;
  const says: Record<CandidateReason, boolean> = {
    cheapest: one === cheapest,
    'most-comfortable': one === best,
    'only-just': fit.status === 'tight',
    'after-setting': fit.status === 'needs-setting',
    'limit-estimated': budget.estimated,
    'price-unknown': price === null,
    'speed-unknown': speed === null,
    'may-be-slower': speed !== null && minSpeed !== undefined && speed.low < minSpeed,
    'no-fan': !configuration.fan,
    discontinued: !configuration.onSale,
  };
  return (Object.keys(says) as CandidateReason[]).filter((reason) => says[reason]);
};

const isPriced = ({ price, foreignPrice }: Assessment): boolean => price !== null || foreignPrice !== null;

const cheapestOf = (ordered: readonly Assessment[], orderedBy: Currency): Assessment | null => {
  const fitting = ordered.filter(({ fit }) => doesIt(fit.status));
  const [first, ...others] = (fitting.length > 0 ? fitting : ordered).filter(isPriced);
  const cheaper = (least: Assessment, one: Assessment): Assessment => ((priceDifference(least, one, orderedBy)?.amount ?? 0) < 0 ? one : least);
  return first === undefined ? null : others.reduce(cheaper, first);
};

const bestOf = (ordered: readonly Assessment[]): Assessment | null =>
  ordered.reduce<Assessment | null>((best, one) => (best === null || statusRank(one.fit.status) < statusRank(best.fit.status) ? one : best), null);

const judgeOwned = (machine: Machine, evaluate: Evaluate, { minSpeed }: Limits, candidates: readonly Candidate[]): Owned => {
  const judgement = evaluate(machine);
  const better = candidates.find((one) => isBetter(judgement, one)) ?? null;
  return { ...judgement, machine, exclusions: taskExclusions(judgement, minSpeed), better };
};

/**
 * Which Macs do a task within limits, and why those. Works for any task: what it needs and how fast it runs comes in as `evaluate`.
 * The same for every order of `configurations`, whose ids must differ.
 */
export const recommend = (configurations: readonly Configuration[], evaluate: Evaluate, limits: Limits): Recommendation => {
  const all = configurations.map((configuration) => assess(configuration, evaluate, limits));
  const kept = all.filter(({ exclusions }) => exclusions.length === 0);
  const others = all.filter(({ exclusions }) => exclusions.length > 0);
  const orderedBy = orderCurrency(kept, limits.currency);
  kept.sort((a, b) => compare(a, b, orderedBy));
  const missed = sortedMisses(others, orderCurrency(others, limits.currency));

  const cheapest = cheapestOf(kept, orderedBy);
  const best = bestOf(kept);
  const candidates = kept.map((one, index): Candidate => {
    const before = kept[index - 1];
    return { ...one, reasons: reasonsFor(one, limits, cheapest, best), behind: before ? (decidingKey(before, one, orderedBy) ?? null) : null };
  });
  const candidateOf = (one: Assessment | null): Candidate | null => (one === null ? null : (candidates[kept.indexOf(one)] ?? null));
  const first = kept[0];
  return {
    outcome: first ? 'found' : 'none',
    candidates,
    excluded: missed,
    orderedBy,
    cheapest: candidateOf(cheapest),
    best: candidateOf(best),
    stepUp: first ? stepUp(first, all, orderedBy) : null,
    stepDown: first ? stepDown(first, all, orderedBy) : null,
    nearestMiss: first ? null : (missed[0] ?? null),
    owned: limits.owned ? judgeOwned(limits.owned, evaluate, limits, candidates) : null,
  };
};
