import { describe, expect, it } from 'vitest';
import { memoryOptions } from '../../../src/facts/memory-options.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

// The schemas check single records; these are the expectations a reader has of the tables as a whole.
const facts = loadFacts();

describe('published facts', () => {
  it('knows every chip variant and Mac it was built for', () => {
    expect(facts.chips).toHaveLength(40);
    expect(facts.macs).toHaveLength(18);
    expect(facts.gpuLimits.map(({ memoryGB }) => memoryGB)).toEqual([8, 16, 18, 24, 32, 36, 48, 64, 96, 128, 192, 256, 512]);
  });

  it('sells every chip variant from the M2 on in some Mac', () => {
    const sold = new Set(facts.macs.flatMap(({ chips }) => chips));
    expect(facts.chips.filter(({ id }) => !id.startsWith('m1-') && !sold.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('gives bandwidth that grows with the tier of a generation', () => {
    const order = ['base', 'pro', 'max', 'ultra'];
    for (const chip of facts.chips) {
      const lower = facts.chips.filter(({ family, tier }) => family === chip.family && order.indexOf(tier) < order.indexOf(chip.tier));
      for (const { id, bandwidthGBps } of lower) expect(bandwidthGBps, `${id} against ${chip.id}`).toBeLessThan(chip.bandwidthGBps);
    }
  });

  it('lets the GPU use no less on a newer macOS, and no smaller part of a larger memory', () => {
    for (const { id, legacyUsableMiB, currentUsableMiB } of facts.gpuLimits) {
      if (legacyUsableMiB !== null && currentUsableMiB !== null) expect(currentUsableMiB, id).toBeGreaterThanOrEqual(legacyUsableMiB);
    }
    const fractions = facts.gpuLimits.flatMap(({ currentFraction }) => currentFraction ?? []);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });

  it('has a current price in both currencies for every Mac on sale, or says that it has none', () => {
    for (const mac of facts.macs.filter(({ onSale }) => onSale)) {
      const known = facts.prices.filter((price) => price.mac === mac.id && price.current).map(({ currency }) => currency);
      if (mac.id === 'imac-24-m4-2024') expect(mac.note?.en).toContain('not confirmed');
      // The yen price of the Neo after the rise of June 2026 was in no source.
      else expect(new Set(known), mac.id).toEqual(new Set(mac.id === 'macbook-neo-2026' ? ['USD'] : ['USD', 'JPY']));
    }
  });

  it('asks more after a price rise than before it', () => {
    for (const former of facts.prices.filter(({ id }) => id.includes('-pre-rise-'))) {
      const now = facts.prices.find(({ id }) => id === former.id.replace('pre-rise-', ''));
      if (now !== undefined) expect(now.amount, former.id).toBeGreaterThan(former.amount);
    }
  });

  it('asks more for more memory in the same Mac, chip and currency', () => {
    const current = facts.prices.filter((price) => price.current && price.memoryGB !== undefined && price.storageGB === undefined);
    for (const a of current) {
      for (const b of current) {
        const comparable = a.mac === b.mac && a.chip === b.chip && a.currency === b.currency && (a.memoryGB ?? 0) < (b.memoryGB ?? 0);
        if (comparable) expect(a.amount, `${a.id} against ${b.id}`).toBeLessThan(b.amount);
      }
    }
  });

  it('knows that some Macs offer less memory with a chip than others do', () => {
    const options = (macId: string, chipId: string) => {
      const mac = facts.macs.find(({ id }) => id === macId);
      const chip = facts.chips.find(({ id }) => id === chipId);
      return mac && chip && memoryOptions(mac, chip);
    };
    expect(options('macbook-pro-14-16-m4pro-m4max-2024', 'm4-pro-20')).toEqual([24, 48]);
    expect(options('mac-mini-m4-2024', 'm4-pro-20')).toEqual([24, 48, 64]);
    expect(options('mac-mini-2026', 'm6-12')).toEqual([16, 24, 32]);
  });

  it('models what people run: at least 100 models, 20 of them Japanese, and says of the rest why not', () => {
    expect(facts.models.length).toBeGreaterThanOrEqual(100);
    expect(facts.models.filter(({ japanese }) => japanese).length).toBeGreaterThanOrEqual(20);
    expect(facts.unmodelledModels.length).toBeGreaterThan(0);
  });

  it('lists the models of a family together', () => {
    const families = facts.models.map(({ family }) => family).filter((family, index, all) => family !== all[index - 1]);
    expect(new Set(families).size).toBe(families.length);
  });

  it('counts the experts of a mixture into its parameters', () => {
    for (const { id, moe, layers, hiddenSize, intermediateSize, paramsB, attention } of facts.models) {
      if (moe === null || intermediateSize === null) continue;
      // Three matrices per expert. Hybrids with layers that are an MLP only have experts in half of their layers, and two matrices each.
      const described = attention.kvLayers.reduce((sum, group) => sum + group.layers, 0) + (attention.recurrent?.layers ?? 0);
      // Every other layer of Maverick has experts.
      const withExperts = id === 'llama-4-maverick' ? layers / 2 : layers;
      const matrices = described < layers ? 2 * (layers - described) : 3 * withExperts;
      const experts = (matrices * moe.experts * hiddenSize * intermediateSize) / 1e9;
      expect(experts / paramsB, id).toSatisfy((share: number) => share > 0.84 && share < 1.06);
    }
  });

  it('lists the quantizations of each engine from few bits to many', () => {
    for (const engine of ['llama.cpp', 'mlx']) {
      const bits = facts.quantizations.filter((quantization) => quantization.engine === engine).map(({ bitsPerWeight }) => bitsPerWeight);
      expect(bits).toEqual([...bits].sort((a, b) => a - b));
    }
  });
});
