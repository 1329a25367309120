import { describe, expect, test } from 'vitest';
import { pricedConfigurations, type PriceFact } from '../../../src/charts/mac-prices.ts';

const price = (mac: string, chip: string, memoryGB: number, amount: number, more: Partial<PriceFact> = {}): PriceFact => ({
  mac,
  chip,
  memoryGB,
  currency: 'USD',
  amount,
  current: true,
  ...more,
});
const lookUp = (chip: string) => ({ name: chip.replace(/-\d+$/, ''), bandwidthGBps: chip.startsWith('m5-max') ? 500 : 100 });
const rows = (prices: readonly PriceFact[], macs = ['mini', 'studio']) =>
  pricedConfigurations(prices, 'USD', macs, lookUp).map(({ mac, memoryGB, perGB, perGBps }) => [mac, memoryGB, perGB, perGBps]);

describe('pricedConfigurations', () => {
  test('divides the lowest price of the smallest and the largest memory, cheapest memory first', () => {
    expect(
      rows([
        price('mini', 'm6-12', 16, 800),
        price('mini', 'm6-12', 24, 1000),
        price('mini', 'm6-12', 32, 1280),
        price('mini', 'm6-12', 32, 1600),
        price('studio', 'm5-max-32', 50, 2500),
        price('studio', 'm5-max-40', 100, 3500),
      ]),
    ).toEqual([
      ['studio', 100, 35, 7],
      ['mini', 32, 40, 12.8],
      ['mini', 16, 50, 8],
      ['studio', 50, 50, 5],
    ]);
  });

  test('leaves out other currencies, former prices, Macs off sale, and prices that name no chip or memory', () => {
    expect(
      rows([
        price('mini', 'm6-12', 16, 100000, { currency: 'JPY' }),
        price('mini', 'm6-12', 16, 700, { current: false }),
        price('imac', 'm4-10', 16, 1300),
        price('mini', 'm6-12', 16, 700, { chip: undefined }),
        price('mini', 'm6-12', 16, 700, { memoryGB: undefined }),
      ]),
    ).toEqual([]);
  });
});
