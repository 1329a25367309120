import type { Chip } from '../../schemas/chip.ts';
import type { Mac } from '../../schemas/mac.ts';
import type { Price } from '../../schemas/price.ts';
import { memoryOptions } from '../memory-options.ts';

/** What is needed of the facts; nothing else has to travel to the browser. */
export type ChipFacts = Pick<Chip, 'id' | 'memoryOptionsGB' | 'bandwidthGBps' | 'bandwidthByMemoryGB'>;
export type MacFacts = Pick<Mac, 'id' | 'chips' | 'memoryOptionsGB' | 'memoryByChipGB' | 'storageOptionsGB' | 'fan' | 'portable' | 'released' | 'onSale'>;
export type PriceFacts = Pick<Price, 'mac' | 'chip' | 'memoryGB' | 'storageGB' | 'currency' | 'amount' | 'current'> & {
  readonly sources: readonly { readonly asOf: string }[];
};

export type Currency = Price['currency'];

/** A chip with its memory, in whatever case: all that memory and speed depend on. */
export interface Machine {
  readonly chip: string;
  readonly memoryGB: number;
  /** Peak memory bandwidth with this much memory, in 10^9 bytes per second. */
  readonly bandwidthGBps: number;
}

export interface KnownPrice {
  readonly currency: Currency;
  readonly amount: number;
  /** The SSD the price includes; null where the source does not say. */
  readonly storageGB: number | null;
  /** Whether it is the last price seen, with no later change known. */
  readonly current: boolean;
  /** The newest day, month or year a source saw it. */
  readonly asOf: string;
}

/** A Mac as it is or was sold: product line, chip variant and memory. */
export interface Configuration extends Machine {
  /** `mac-mini-2026/m6-12/32` */
  readonly id: string;
  readonly mac: string;
  readonly fan: boolean;
  readonly portable: boolean;
  readonly onSale: boolean;
  readonly released: string;
  /** SSDs of this Mac, over all its chips, from small to large. */
  readonly storageOptionsGB: readonly number[];
  /** Apple's prices of exactly this configuration, current ones first, then from low to high. Empty where none is known. */
  readonly prices: readonly KnownPrice[];
}

const machine = (chip: ChipFacts, memoryGB: number): Machine => ({
  chip: chip.id,
  memoryGB,
  bandwidthGBps: chip.bandwidthByMemoryGB?.[memoryGB] ?? chip.bandwidthGBps,
});

/** Every chip variant with every memory size, also of Macs that are not in the list of Macs. */
export const machines = (chips: readonly ChipFacts[]): Machine[] => chips.flatMap((chip) => chip.memoryOptionsGB.map((size) => machine(chip, size)));

/** Dates compare as text: of two that overlap (2026-09, 2026-09-22) the more exact one is the later. */
const newest = (sources: PriceFacts['sources']): string => sources.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');

const knownPrice = ({ currency, amount, storageGB, current, sources }: PriceFacts): KnownPrice => ({
  currency,
  amount,
  storageGB: storageGB ?? null,
  current,
  asOf: newest(sources),
});

const byCurrentThenAmount = (a: KnownPrice, b: KnownPrice): number => Number(b.current) - Number(a.current) || a.amount - b.amount;

/**
 * Every Mac that is or was sold, by chip and memory, in the order of `macs`. A price counts for a configuration only if it names its chip
 * and its memory: none is carried over from another one, and an amount of nothing is no price.
 */
export const configurations = (macs: readonly MacFacts[], chips: readonly ChipFacts[], prices: readonly PriceFacts[]): Configuration[] =>
  macs.flatMap((mac) =>
    chips
      .filter(({ id }) => mac.chips.includes(id))
      .flatMap((chip) =>
        memoryOptions(mac, chip).map((memoryGB): Configuration => ({
          id: `${mac.id}/${chip.id}/${memoryGB}`,
          mac: mac.id,
          ...machine(chip, memoryGB),
          fan: mac.fan,
          portable: mac.portable,
          onSale: mac.onSale,
          released: mac.released,
          storageOptionsGB: mac.storageOptionsGB,
          prices: prices
            .filter((price) => price.mac === mac.id && price.chip === chip.id && price.memoryGB === memoryGB && price.amount > 0)
            .map(knownPrice)
            .sort(byCurrentThenAmount),
        })),
      ),
  );

/** An SSD is marketed in decimal units. */
const GB = 1e9;

/** Bytes of the largest SSD the sources know for this Mac. */
export const largestDiskBytes = ({ storageOptionsGB }: Configuration): number => Math.max(0, ...storageOptionsGB) * GB;

/**
 * The lowest current price in a currency with an SSD of at least `diskBytes`. A price that does not name its SSD is taken to include the
 * smallest of the Mac.
 * @returns null where no such price is known
 */
export const priceOf = ({ prices, storageOptionsGB }: Configuration, currency: Currency, diskBytes = 0): KnownPrice | null => {
  const smallest = Math.min(...storageOptionsGB);
  return prices.find((price) => price.current && price.currency === currency && (price.storageGB ?? smallest) * GB >= diskBytes) ?? null;
};
