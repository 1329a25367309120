/** A price of one configuration. */
export interface PriceFact {
  readonly mac: string;
  readonly chip?: string | undefined;
  readonly memoryGB?: number | undefined;
  readonly currency: 'USD' | 'JPY';
  readonly amount: number;
  readonly current: boolean;
}

/** A configuration with what a unit of memory and of bandwidth costs in it. */
export interface PricedConfiguration<P extends PriceFact> {
  readonly price: P;
  readonly mac: string;
  readonly chipName: string;
  readonly memoryGB: number;
  readonly bandwidthGBps: number;
  readonly perGB: number;
  readonly perGBps: number;
}

/** Name of a chip, and its bandwidth with so much memory in GB/s. */
export type ChipLookup = (chip: string, memoryGB: number) => { readonly name: string; readonly bandwidthGBps: number };

/**
 * What memory and bandwidth cost in the Macs whose price is known: of every Mac and chip name the configurations with the least and the most memory,
 * each at the lowest price it is sold for. Cheapest memory first. The whole price is divided, so disk and screen are in it.
 */
export const pricedConfigurations = <P extends PriceFact>(
  prices: readonly P[],
  currency: PriceFact['currency'],
  macs: readonly string[],
  lookUp: ChipLookup,
): PricedConfiguration<P>[] => {
  const known = prices.flatMap((price): PricedConfiguration<P>[] => {
    const { mac, chip, memoryGB, amount } = price;
    if (price.currency !== currency || !price.current || chip === undefined || memoryGB === undefined || !macs.includes(mac)) return [];
    const { name, bandwidthGBps } = lookUp(chip, memoryGB);
    return [{ price, mac, chipName: name, memoryGB, bandwidthGBps, perGB: amount / memoryGB, perGBps: amount / bandwidthGBps }];
  });
  const kinds = Map.groupBy(known, ({ mac, chipName }) => `${mac} ${chipName}`);
  return [...kinds.values()]
    .flatMap((kind) => {
      const sizes = kind.map(({ memoryGB }) => memoryGB);
      return [...new Set([Math.min(...sizes), Math.max(...sizes)])].flatMap(
        (size) => kind.filter(({ memoryGB }) => memoryGB === size).sort((a, b) => a.price.amount - b.price.amount)[0] ?? [],
      );
    })
    .sort((a, b) => a.perGB - b.perGB || a.price.amount - b.price.amount);
};
