import type { FitStatus } from '../advisor/budget.ts';
import type { Configuration, Machine } from '../advisor/recommend/configurations.ts';
import { evaluator, type Evaluate } from '../advisor/recommend/evaluate.ts';
import { assess, type Limits } from '../advisor/recommend/limits.ts';
import { doesIt } from '../advisor/recommend/order.ts';
import { recommend, type Recommendation } from '../advisor/recommend/recommend.ts';
import type { Step as AdvisorStep } from '../advisor/recommend/steps.ts';
import type { Range } from '../advisor/range.ts';
import { budgetsFor } from './budgets.ts';
import type { Estimate, Unestimated } from './estimate.ts';
import { handId, handView, shopView, type Showing } from './machine.ts';
import { estimateFor } from './need.ts';
import { trainingDays } from './need-training.ts';
import type { Prepared } from './prepare.ts';
import type { MachineView, SelectorResult, Step, Suggestion, VerdictKind } from './result.ts';
import { MOST_COMPARED, type Selection } from './selection.ts';
import { suggestionsOn } from './suggestions.ts';
import { biggerMac, relaxLimits } from './suggestions-shop.ts';

/** More than a reader compares; `candidateCount` says how many there are. */
const MOST_CANDIDATES = 12;

/** Longer than this nobody lets a Mac train, and a rented GPU costs less. Our choice; no source. */
const LONGEST_TRAINING_DAYS = 90;

const unanswered = ({ unknown }: Unestimated): SelectorResult => ({
  need: null,
  unknown,
  verdict: 'unknown',
  owned: null,
  better: null,
  candidates: [],
  candidateCount: 0,
  cheapest: null,
  nearestMiss: null,
  stepUp: null,
  stepDown: null,
  suggestions: [],
  suggestionsFor: null,
  cloud: false,
  compared: [],
  trainingDays: null,
});

const limitsOf = ({ currency, maxPrice, form, condition }: Selection, { need }: Estimate, owned: Machine | null): Limits => ({
  currency,
  condition,
  diskBytes: need.diskBytes,
  ...(maxPrice === null ? {} : { maxPrice }),
  ...(form === null ? {} : { form }),
  ...(owned === null ? {} : { owned }),
});

/** Judges Macs of the shop by the limit macOS sets, and the one in hand by its own. */
const evaluatorFor = (selection: Selection, estimate: Estimate, owned: Machine | null, { data }: Prepared): Evaluate => {
  const budgets = budgetsFor(selection, data);
  const speedOf = (machine: Machine): Range | null => estimate.speedOn(machine).speed;
  const shop = evaluator(estimate.bare, budgets.shop, speedOf);
  const hand = evaluator(estimate.bare, budgets.owned, speedOf);
  return (machine) => (machine === owned ? hand(machine) : shop(machine));
};

/** A chosen configuration, or a chip and its memory as of the Mac in hand; ids that are neither are left out. */
const comparedView = (id: string, evaluate: Evaluate, limits: Limits, showing: Showing): MachineView[] => {
  const { configurationById, machine, chips } = showing.prepared;
  const configuration = configurationById.get(id);
  if (configuration !== undefined) return [shopView(assess(configuration, evaluate, limits), showing)];
  const [chip = '', memoryGB = ''] = id.split('/');
  if (!chips.has(chip) || !/^\d{1,4}$/.test(memoryGB)) return [];
  const hand = limits.owned !== undefined && handId(limits.owned) === id ? limits.owned : machine(chip, Number(memoryGB));
  return [handView(hand, evaluate(hand), [], showing)];
};

const stepView = (step: AdvisorStep | null, showing: Showing): Step | null =>
  step && {
    machine: shopView(step.to, showing),
    statusChange: [step.status.from, step.status.to],
    speedRatio: step.speedRatio,
    extraPrice: step.extraPrice,
  };

/** The machine in question: the one in hand; else what only just does it; else what misses by memory alone, or came nearest. */
const inQuestion = ({ owned, candidates, excluded, nearestMiss }: Recommendation, showing: Showing): MachineView | null => {
  if (owned !== null) return handView(owned.machine, owned, owned.exclusions, showing);
  const [first] = candidates;
  if (first !== undefined) return doesIt(first.fit.status) ? null : shopView(first, showing);
  const miss = excluded.find(({ exclusions }) => exclusions.every(({ code }) => code === 'too-small')) ?? nearestMiss;
  return miss === null || doesIt(miss.fit.status) ? null : shopView(miss, showing);
};

const OWNED_VERDICT = {
  comfortable: 'owned-comfortable',
  fits: 'owned-fits',
  tight: 'owned-tight',
  'needs-setting': 'owned-needs-setting',
  no: 'owned-no',
} as const satisfies Record<FitStatus, VerdictKind>;

/** The answer in one word. What fits and takes longer than anyone waits is not called possible. */
const verdictOf = ({ owned, candidates: [first] }: Recommendation, { doable, endless }: { doable: boolean; endless: boolean }): VerdictKind => {
  const status = owned === null ? first?.fit.status : owned.fit.status;
  if (endless && status !== undefined && status !== 'no') return 'rent';
  if (owned !== null) return OWNED_VERDICT[owned.fit.status];
  if (first !== undefined) return 'buy';
  return doable ? 'none' : 'cloud';
};

/** Whether any Mac of the shop does the task, whatever it costs; of all Macs there were where used ones count. */
const isDoable = (configurations: readonly Configuration[], { condition }: Selection, evaluate: Evaluate): boolean =>
  configurations.some((one) => (one.onSale || condition === 'any') && evaluate(one).fit.status !== 'no');

/**
 * The answer to a selection. The same selection and data always give the same answer, and none throws.
 *
 * With a Mac in hand the verdict is about that Mac, and `candidates` are what could be bought instead. `cloud` is true where renting is the
 * honest advice: no Mac sold does it, training from nothing would take too long, or nothing else is left to suggest.
 */
export const answer = (selection: Selection, prepared: Prepared): SelectorResult => {
  const estimate = estimateFor(selection, prepared);
  if (!estimate.known) return unanswered(estimate);
  const { configurations } = prepared;
  const hand = selection.owned && prepared.machine(selection.owned.chip, selection.owned.memoryGB);
  const limits = limitsOf(selection, estimate, hand);
  const evaluate = evaluatorFor(selection, estimate, hand, prepared);
  const found = recommend(configurations, evaluate, limits);
  const showing: Showing = { selection, prepared, estimate };

  const { owned, nearestMiss } = found;
  const [first] = found.candidates;
  const helped = inQuestion(found, showing);
  const suggestions: Suggestion[] = [
    ...(helped === null ? [] : suggestionsOn(selection, estimate, { memoryGB: helped.memoryGB, inHand: owned !== null }, prepared)),
    ...(owned === null ? relaxLimits(nearestMiss, estimate.need, selection) : doesIt(owned.fit.status) ? [] : biggerMac(owned.better)),
  ];
  const doable = isDoable(configurations, selection, evaluate);
  const days = trainingDays(selection, hand?.chip ?? (first ?? nearestMiss)?.configuration.chip, prepared);
  const endless = days !== null && days.mid > LONGEST_TRAINING_DAYS;
  const stuck = first === undefined && suggestions.length === 0 && (owned === null || owned.fit.status === 'no');
  return {
    need: estimate.need,
    unknown: [],
    verdict: verdictOf(found, { doable, endless }),
    owned: owned && handView(owned.machine, owned, owned.exclusions, showing),
    better: owned?.better?.configuration.id ?? null,
    candidates: found.candidates.slice(0, MOST_CANDIDATES).map((one) => shopView(one, showing)),
    candidateCount: found.candidates.length,
    cheapest: found.cheapest?.configuration.id ?? null,
    nearestMiss: nearestMiss && shopView(nearestMiss, showing),
    stepUp: stepView(found.stepUp, showing),
    stepDown: stepView(found.stepDown, showing),
    suggestions,
    suggestionsFor: suggestions.length === 0 ? null : helped,
    cloud: !doable || endless || stuck,
    compared: selection.compare.slice(0, MOST_COMPARED).flatMap((id) => comparedView(id, evaluate, limits, showing)),
    trainingDays: days,
  };
};
