import { FIT_STATUSES, type FitStatus } from '../budget.ts';
import type { Currency } from './configurations.ts';
import { otherCurrency, type Assessment, type ExclusionCode } from './limits.ts';

/** Place among the statuses: 0 is the best. */
export const statusRank = (status: FitStatus): number => FIT_STATUSES.indexOf(status);

/** Whether it does the task with nothing to be closed or set: what is worth buying. */
export const doesIt = (status: FitStatus): boolean => statusRank(status) <= statusRank('fits');

/** `comfortable` and `fits` are one class: more comfort is a reason to pay more, which is the reader's to decide. */
const classOf = (status: FitStatus): number => Math.max(statusRank(status), statusRank('fits'));

/** What a configuration costs in a currency, or undefined where that is not known. */
export const amountIn = ({ price, foreignPrice }: Assessment, currency: Currency): number | undefined =>
  price?.currency === currency ? price.amount : foreignPrice?.currency === currency ? foreignPrice.amount : undefined;

/** A difference of prices, in the currency it was taken in. */
export interface PriceDifference {
  readonly currency: Currency;
  readonly amount: number;
}

/** Price of `to` less that of `from`, in the first currency in which both are known, the given one first; null where there is none. */
export const priceDifference = (from: Assessment, to: Assessment, currency: Currency): PriceDifference | null => {
  for (const known of [currency, otherCurrency(currency)]) {
    const [before, after] = [amountIn(from, known), amountIn(to, known)];
    if (before !== undefined && after !== undefined) return { currency: known, amount: after - before };
  }
  return null;
};

const countPrices = (list: readonly Assessment[], currency: Currency): number =>
  list.reduce((count, one) => count + Number(amountIn(one, currency) !== undefined), 0);

/**
 * The currency that puts a list in order: the wished one, unless more prices are known in the other one. Of many Macs only the smallest
 * has a price in yen that is known; ranked by yen alone, a Mac that costs far less would stand behind one that costs far more.
 */
export const orderCurrency = (list: readonly Assessment[], wished: Currency): Currency => {
  const other = otherCurrency(wished);
  return countPrices(list, other) > countPrices(list, wished) ? other : wished;
};

const text = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** At the same price more is better; without a price less is likely to be cheaper. */
const moreFirst = (a: Assessment, currency: Currency): 1 | -1 => (amountIn(a, currency) === undefined ? 1 : -1);

type Compare = (a: Assessment, b: Assessment, currency: Currency) => number;

/**
 * What decides the order, in this order:
 * 1. `status`: what fits, before what only just fits (tight), before what needs the setting;
 * 2. `price-known`: a known price before an unknown one, which never counts as cheap;
 * 3. `price`: from low to high;
 * 4. `memory`: at the same price the larger one; without a price the smaller one, which of the same Mac is the cheaper;
 * 5. `released`: the newer Mac;
 * 6. `speed`: at the same price the faster one, without a price the slower one, for the same reason; by bandwidth if speeds do not tell;
 * 7. `id`: so that the order never depends on that of the input.
 */
const COMPARE = {
  status: (a, b) => classOf(a.fit.status) - classOf(b.fit.status),
  'price-known': (a, b, currency) => Number(amountIn(a, currency) === undefined) - Number(amountIn(b, currency) === undefined),
  price: (a, b, currency) => (amountIn(a, currency) ?? 0) - (amountIn(b, currency) ?? 0),
  memory: (a, b, currency) => (a.configuration.memoryGB - b.configuration.memoryGB) * moreFirst(a, currency),
  released: (a, b) => text(b.configuration.released, a.configuration.released),
  speed: (a, b, currency) =>
    ((a.speed?.mid ?? 0) - (b.speed?.mid ?? 0) || a.configuration.bandwidthGBps - b.configuration.bandwidthGBps) * moreFirst(a, currency),
  id: (a, b) => text(a.configuration.id, b.configuration.id),
} as const satisfies Record<string, Compare>;

export type RankKey = keyof typeof COMPARE;
const RANK_KEYS = Object.keys(COMPARE) as RankKey[];

/** The first key by which two configurations differ; undefined for one and the same. */
export const decidingKey = (a: Assessment, b: Assessment, currency: Currency): RankKey | undefined =>
  RANK_KEYS.find((key) => COMPARE[key](a, b, currency) !== 0);

/** Negative when `a` comes first. A total order over configurations with different ids. */
export const compare: Compare = (a, b, currency) => {
  for (const key of RANK_KEYS) {
    const difference = COMPARE[key](a, b, currency);
    if (difference !== 0) return difference;
  }
  return 0;
};

/**
 * How hard it is to do something about a limit: money first, the memory of the Mac last. Our choice; no source. Over the budget and of
 * unknown price are alike, because what is known of the prices orders both.
 */
const SEVERITY: Readonly<Record<ExclusionCode, number>> = {
  'over-budget': 0,
  'price-unknown': 0,
  'speed-unknown': 1,
  disk: 2,
  'not-on-sale': 3,
  'not-portable': 4,
  'not-desk': 4,
  'too-slow': 5,
  'too-small': 6,
};

interface Worst {
  readonly severity: number;
  readonly by: number;
}

const severest = ({ exclusions }: Assessment): Worst =>
  exclusions.reduce(
    (worst: Worst, { code, by }) => (SEVERITY[code] > worst.severity ? { severity: SEVERITY[code], by: SEVERITY[code] > 0 ? (by ?? 0) : 0 } : worst),
    { severity: -1, by: 0 },
  );

/** What is excluded by how near it came: fewest limits broken, then the least severe, then by how much, then as candidates are. */
export const sortedMisses = (misses: readonly Assessment[], currency: Currency): Assessment[] =>
  misses
    .map((one) => ({ one, worst: severest(one) }))
    .sort(
      (a, b) =>
        a.one.exclusions.length - b.one.exclusions.length || a.worst.severity - b.worst.severity || a.worst.by - b.worst.by || compare(a.one, b.one, currency),
    )
    .map(({ one }) => one);
