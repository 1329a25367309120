import { FIT_STATUSES, type FitStatus } from '../budget.ts';
import type { Currency } from './configurations.ts';
import type { Judgement } from './evaluate.ts';
import type { Assessment, ExclusionCode } from './limits.ts';
import { amountIn, compare, priceDifference, statusRank, type PriceDifference } from './order.ts';

/** A difference in speed smaller than this is within what estimates can tell apart, and no reason to pay. Our choice; no source. */
const FASTER = 1.1;

/** From one configuration to another: what it buys, or what it costs. */
export interface Step {
  readonly to: Assessment;
  readonly status: { readonly from: FitStatus; readonly to: FitStatus };
  /** Speed after ÷ speed before, by the middles of the estimates; null where one is not known. */
  readonly speedRatio: number | null;
  /** Price after − price before, negative for a saving; null unless both are known in one currency. */
  readonly extraPrice: PriceDifference | null;
}

const speedRatio = (from: Judgement, to: Judgement): number | null => (from.speed === null || to.speed === null ? null : to.speed.mid / from.speed.mid);

/** Whether something is gained, and neither status nor speed nor memory is lost. */
export const isBetter = (from: Judgement, to: Judgement): boolean => {
  const status = statusRank(to.fit.status) - statusRank(from.fit.status);
  const ratio = speedRatio(from, to) ?? 1;
  const memory = to.budget.memoryGB - from.budget.memoryGB;
  return status <= 0 && ratio >= 1 && memory >= 0 && (status < 0 || ratio >= FASTER || memory > 0);
};

const loses = (from: Judgement, to: Judgement): boolean => statusRank(to.fit.status) > statusRank(from.fit.status) || (speedRatio(from, to) ?? 1) < 1 / FASTER;

const step = (from: Assessment, to: Assessment, currency: Currency): Step => ({
  to,
  status: { from: from.fit.status, to: to.fit.status },
  speedRatio: speedRatio(from, to),
  extraPrice: priceDifference(from, to, currency),
});

const onlyExcludedBy =
  (codes: readonly ExclusionCode[]) =>
  ({ exclusions }: Assessment): boolean =>
    exclusions.every(({ code }) => codes.includes(code));

/** Memory, then bandwidth: how one configuration of a Mac is above another where prices are not known. */
const bySize = ({ configuration: a }: Assessment, { configuration: b }: Assessment): number => a.memoryGB - b.memoryGB || a.bandwidthGBps - b.bandwidthGBps;

/**
 * The neighbour of `from`: the next one by price, else, where no price tells, the next size of the same Mac.
 * @param direction 1 for the next dearer, -1 for the next cheaper
 */
const neighbour = (from: Assessment, pool: readonly Assessment[], currency: Currency, direction: 1 | -1): Assessment | undefined => {
  const extra = (one: Assessment): number => (amountIn(one, currency) ?? Number.NaN) - (amountIn(from, currency) ?? Number.NaN);
  const priced = pool.filter((one) => extra(one) * direction > 0).sort((a, b) => (extra(a) - extra(b)) * direction || compare(a, b, currency));
  const sameMac = pool
    .filter((one) => one.configuration.mac === from.configuration.mac && priceDifference(from, one, currency) === null && bySize(one, from) * direction > 0)
    .sort((a, b) => bySize(a, b) * direction || compare(a, b, currency));
  return priced[0] ?? sameMac[0];
};

/**
 * The next configuration up that is better in something and worse in nothing, within all limits but the price: what paying more would buy.
 * @param currency the one that orders the list; the extra price is given in it if possible
 */
export const stepUp = (from: Assessment, all: readonly Assessment[], currency: Currency): Step | null => {
  const pool = all.filter(onlyExcludedBy(['over-budget', 'price-unknown'])).filter((one) => isBetter(from, one));
  const to = neighbour(from, pool, currency, 1);
  return to === undefined ? null : step(from, to, currency);
};

/**
 * The next configuration down, within all limits but memory and speed: what saving would cost. Among those that cost less it is the one that
 * loses least of the status: a slower Mac that still does the task says more than one that does not. A notebook instead of a desktop, or the
 * other way round, is named only where there is nothing else.
 */
export const stepDown = (from: Assessment, all: readonly Assessment[], currency: Currency): Step | null => {
  const pool = all.filter(onlyExcludedBy(['over-budget', 'price-unknown', 'too-small', 'too-slow', 'speed-unknown'])).filter((one) => loses(from, one));
  for (const status of FIT_STATUSES) {
    const ofStatus = pool.filter(({ fit }) => fit.status === status);
    const ofForm = ofStatus.filter(({ configuration }) => configuration.portable === from.configuration.portable);
    const to = neighbour(from, ofForm, currency, -1) ?? neighbour(from, ofStatus, currency, -1);
    if (to !== undefined) return step(from, to, currency);
  }
  return null;
};
