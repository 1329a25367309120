import { MARGIN_BYTES } from '../overhead.ts';
import { largestDiskBytes, priceOf, type Configuration, type Currency, type KnownPrice, type Machine } from './configurations.ts';
import type { Evaluate, Judgement } from './evaluate.ts';

/**
 * What a reader wants beside the task. What other applications hold and which macOS runs are not here: they belong to the budget, by which
 * the callback judges.
 */
export interface Limits {
  /** Prices are compared and shown in it. */
  readonly currency: Currency;
  /** The most a Mac may cost, in whole yen with tax or whole dollars without. */
  readonly maxPrice?: number;
  readonly form?: 'portable' | 'desk';
  /** `new`: what Apple sells today. `any`: what it once sold too; prices of used Macs are not known. Default: `new`. */
  readonly condition?: 'new' | 'any';
  /** The middle of the estimate has to reach it, in the unit of the task. */
  readonly minSpeed?: number;
  /** What has to find room on the SSD, macOS and applications included. */
  readonly diskBytes?: number;
  /** The machine in hand: judged for itself, and what is recommended is compared with it. */
  readonly owned?: Machine;
}

export type ExclusionCode = 'over-budget' | 'price-unknown' | 'speed-unknown' | 'disk' | 'not-on-sale' | 'not-portable' | 'not-desk' | 'too-slow' | 'too-small';

/** One limit a configuration does not keep. */
export interface Exclusion {
  readonly code: ExclusionCode;
  /** How far it is off: bytes (too-small, disk), money (over-budget), speed (too-slow); null where there is no measure. */
  readonly by: number | null;
}

/** One configuration, judged and held against the limits. */
export interface Assessment extends Judgement {
  readonly configuration: Configuration;
  /** The lowest current price with an SSD that is large enough, in the wished currency; null where none is known. Never a guess. */
  readonly price: KnownPrice | null;
  /** The same in the other currency, for those who can look up the rest themselves. */
  readonly foreignPrice: KnownPrice | null;
  /** Every limit it does not keep; empty for a candidate. */
  readonly exclusions: readonly Exclusion[];
}

export const otherCurrency = (currency: Currency): Currency => (currency === 'JPY' ? 'USD' : 'JPY');

/** What keeps a machine from doing the task, whoever sells it: memory and speed. */
export const taskExclusions = ({ needBytes, budget, fit, speed }: Judgement, minSpeed: number | undefined): Exclusion[] => {
  const found: Exclusion[] = [];
  if (fit.status === 'no') found.push({ code: 'too-small', by: needBytes + MARGIN_BYTES - Math.max(budget.usableBytes, budget.raisedLimitBytes) });
  if (minSpeed !== undefined && speed === null) found.push({ code: 'speed-unknown', by: null });
  if (minSpeed !== undefined && speed !== null && speed.mid < minSpeed) found.push({ code: 'too-slow', by: minSpeed - speed.mid });
  return found;
};

const shopExclusions = (configuration: Configuration, price: KnownPrice | null, limits: Limits): Exclusion[] => {
  const { maxPrice, form, condition = 'new', diskBytes = 0 } = limits;
  const found: Exclusion[] = [];
  // A price that is not known may be above the limit, so it does not keep it; the code tells the two apart.
  if (maxPrice !== undefined && price === null) found.push({ code: 'price-unknown', by: null });
  if (maxPrice !== undefined && price !== null && price.amount > maxPrice) found.push({ code: 'over-budget', by: price.amount - maxPrice });
  if (form === 'portable' && !configuration.portable) found.push({ code: 'not-portable', by: null });
  if (form === 'desk' && configuration.portable) found.push({ code: 'not-desk', by: null });
  if (condition === 'new' && !configuration.onSale) found.push({ code: 'not-on-sale', by: null });
  const largest = largestDiskBytes(configuration);
  if (diskBytes > largest) found.push({ code: 'disk', by: diskBytes - largest });
  return found;
};

/** Judges a configuration and names every limit it does not keep. */
export const assess = (configuration: Configuration, evaluate: Evaluate, limits: Limits): Assessment => {
  const judgement = evaluate(configuration);
  const price = priceOf(configuration, limits.currency, limits.diskBytes);
  return {
    ...judgement,
    configuration,
    price,
    foreignPrice: priceOf(configuration, otherCurrency(limits.currency), limits.diskBytes),
    exclusions: [...taskExclusions(judgement, limits.minSpeed), ...shopExclusions(configuration, price, limits)],
  };
};
