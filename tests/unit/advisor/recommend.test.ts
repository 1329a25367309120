import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIT_STATUSES, type Need } from '../../../src/advisor/budget.ts';
import { GiB } from '../../../src/advisor/bytes.ts';
import { memoryNeed, withMargin } from '../../../src/advisor/memory.ts';
import { MARGIN_BYTES } from '../../../src/advisor/overhead.ts';
import { around, type Range } from '../../../src/advisor/range.ts';
import { configurations, machines, priceOf, type Configuration, type Machine } from '../../../src/advisor/recommend/configurations.ts';
import { budgets, evaluator } from '../../../src/advisor/recommend/evaluate.ts';
import type { Assessment, Limits } from '../../../src/advisor/recommend/limits.ts';
import { priceDifference } from '../../../src/advisor/recommend/order.ts';
import { recommend } from '../../../src/advisor/recommend/recommend.ts';
import { anyEra, facts } from './facts.ts';

const all = configurations(facts.macs, facts.chips, facts.prices);
const idOf = (one: { configuration: Configuration } | null | undefined) => one?.configuration.id;
const ids = (list: readonly { configuration: Configuration }[]) => list.map(({ configuration }) => configuration.id);
const find = (id: string): Configuration => {
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(`no configuration ${id}`);
  return found;
};
const rank = (status: (typeof FIT_STATUSES)[number]): number => FIT_STATUSES.indexOf(status);

/** Tokens per second that follow the bandwidth: enough to test with, and not what the site says. */
const byBandwidth = ({ bandwidthGBps }: Machine): Range => around(bandwidthGBps / 20, 1.25);

const ask = (need: Need, limits: Limits, speedOf?: (machine: Machine) => Range | null, otherAppsBytes = 0) =>
  recommend(all, evaluator(need, budgets('current', facts.gpuLimits, { otherAppsBytes }), speedOf), limits);

const needOf = (model: string, quant: string, contextTokens: number): Need => {
  const [subject, quantization] = [facts.models.find(({ id }) => id === model), facts.quantizations.find(({ id }) => id === quant)];
  if (!subject || !quantization) throw new Error(`no ${model} or no ${quant}`);
  const need = withMargin(memoryNeed({ model: subject, quantization, known: facts.quantizations, contextTokens }));
  return { totalBytes: need.totalBytes, weightsBytes: need.terms[0]?.bytes ?? 0 };
};

/** 30B parameters with few of them active, 4 bits, 32k tokens: 21 to 22 GiB. */
const moe30b = needOf('qwen3-30b-a3b', 'q4_k_m', 32_768);
/** 70B parameters, all active, 4 bits, 8k tokens: 43 to 44 GiB. */
const dense70b = needOf('llama-3.3-70b', 'q4_k_m', 8192);

describe('configurations', () => {
  test('are every Mac by chip and memory, each once', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const mac of facts.macs) {
      const own = all.filter((one) => one.mac === mac.id);
      expect(
        [...new Set(own.map(({ memoryGB }) => memoryGB))].sort((a, b) => a - b),
        mac.id,
      ).toEqual(mac.memoryOptionsGB);
      expect(new Set(own.map(({ chip }) => chip)), mac.id).toEqual(new Set(mac.chips));
    }
  });

  test('keep what a Mac does not offer apart: the 16-core M5 Pro has 64GB in a Mac mini and 48GB in a MacBook Pro', () => {
    const sizes = (mac: string) => all.filter((one) => one.mac === mac && one.chip === 'm5-pro-16').map(({ memoryGB }) => memoryGB);
    expect(sizes('mac-mini-2026')).toEqual([24, 48, 64]);
    expect(sizes('macbook-pro-14-16-m5pro-m5max-2026')).toEqual([24, 48]);
  });

  test('have the bandwidth of their memory, where it depends on it', () => {
    expect(find('mac-mini-2026/m6-12/16').bandwidthGBps).toBe(153);
    expect(find('mac-mini-2026/m6-12/32').bandwidthGBps).toBe(170);
    expect(find('mac-studio-2026/m5-max-40/64').bandwidthGBps).toBe(614);
  });

  test('know whether they have a fan, are portable and can be bought', () => {
    expect(find('macbook-air-m5-2026/m5-10/16')).toMatchObject({ fan: false, portable: true, onSale: true });
    expect(find('mac-studio-2025/m3-ultra-80/512')).toMatchObject({ fan: true, portable: false, onSale: false });
  });

  test('have the price of exactly themselves, with its newest date, and none that is guessed', () => {
    expect(find('mac-mini-2026/m6-12/16').prices.filter(({ currency }) => currency === 'USD')).toEqual([
      { currency: 'USD', amount: 899, storageGB: 256, current: true, asOf: '2026-09-22' },
    ]);
    expect(find('mac-mini-2026/m6-12/32').prices.filter(({ currency }) => currency === 'JPY')).toEqual([]);
    // A price without its memory size belongs to no configuration.
    expect(facts.prices.find(({ id }) => id === 'macbook-air-m5-2026-13-m5-10-jpy')?.memoryGB).toBeUndefined();
    expect(find('macbook-air-m5-2026/m5-10/16').prices.some(({ amount }) => amount === 242_800)).toBe(false);
    const placed = all.flatMap(({ prices }) => prices).length;
    expect(placed).toBe(facts.prices.filter(({ chip, memoryGB }) => chip !== undefined && memoryGB !== undefined).length);
  });

  test('an amount of nothing is no price', () => {
    const free = facts.prices.map((price) => ({ ...price, amount: 0 }));
    expect(configurations(facts.macs, facts.chips, free).every(({ prices }) => prices.length === 0)).toBe(true);
  });

  test('there is a machine for every chip and memory, also where no Mac is listed', () => {
    expect(machines(facts.chips).length).toBe(facts.chips.reduce((sum, { memoryOptionsGB }) => sum + memoryOptionsGB.length, 0));
    expect(machines(facts.chips)).toContainEqual({ chip: 'm1-max-32', memoryGB: 64, bandwidthGBps: 400 });
  });
});

describe('the price of a configuration', () => {
  test('is the lowest current one', () => {
    expect(priceOf(find('mac-studio-2026/m5-ultra-80/256'), 'USD')).toMatchObject({ amount: 10_799 });
    expect(priceOf(find('macbook-neo-2026/a18-pro-5/8'), 'USD')).toMatchObject({ amount: 699, asOf: '2026-08-04' });
    // Only a price from before the rise is known in yen.
    expect(priceOf(find('macbook-neo-2026/a18-pro-5/8'), 'JPY')).toBeNull();
  });

  test('is one with an SSD that is large enough', () => {
    expect(priceOf(find('macbook-neo-2026/a18-pro-5/8'), 'USD', 400e9)).toMatchObject({ amount: 799, storageGB: 512 });
    expect(priceOf(find('macbook-neo-2026/a18-pro-5/8'), 'USD', 600e9)).toBeNull();
    // The source names no SSD: no more than the smallest of the Mac is taken for granted.
    expect(priceOf(find('mac-mini-2026/m6-12/32'), 'USD', 256e9)).toMatchObject({ amount: 1299, storageGB: null });
    expect(priceOf(find('mac-mini-2026/m6-12/32'), 'USD', 300e9)).toBeNull();
  });
});

describe('a 30B MoE at 4 bits with 32k tokens', () => {
  test('on the desk: the Mac mini with 32GB fits, with 48GB it is comfortable', () => {
    const result = ask(moe30b, { currency: 'USD', form: 'desk' }, byBandwidth);
    expect(result).toMatchObject({ outcome: 'found', orderedBy: 'USD', nearestMiss: null });
    expect(ids(result.candidates).slice(0, 3)).toEqual(['mac-mini-2026/m6-12/32', 'mac-mini-2026/m5-pro-16/48', 'mac-mini-2026/m5-pro-20/48']);
    expect(result.candidates[0]).toMatchObject({ fit: { status: 'fits' }, price: { amount: 1299, asOf: '2026-09' }, reasons: ['cheapest'], behind: null });
    expect(result.candidates[1]).toMatchObject({ fit: { status: 'comfortable' }, reasons: ['most-comfortable'], behind: 'price' });
    expect(idOf(result.cheapest)).toBe('mac-mini-2026/m6-12/32');
    expect(idOf(result.best)).toBe('mac-mini-2026/m5-pro-16/48');
  });

  test('one step up buys comfort and speed for 1,000 dollars; one step down costs the task', () => {
    const { stepUp, stepDown } = ask(moe30b, { currency: 'USD', form: 'desk' }, byBandwidth);
    expect(idOf(stepUp?.to)).toBe('mac-mini-2026/m5-pro-16/48');
    expect(stepUp).toMatchObject({ status: { from: 'fits', to: 'comfortable' }, extraPrice: { currency: 'USD', amount: 1000 } });
    expect(stepUp?.speedRatio).toBeCloseTo(307 / 170, 5);
    expect(idOf(stepDown?.to)).toBe('mac-mini-2026/m6-12/24');
    expect(stepDown).toMatchObject({ status: { from: 'fits', to: 'no' }, extraPrice: { currency: 'USD', amount: -200 } });
  });

  test('one step down is a desktop below a desktop, though a notebook costs just less', () => {
    const need = needOf('qwen3-32b', 'q4_k_m', 32_768);
    const { candidates, stepDown } = ask(need, { currency: 'USD' }, byBandwidth);
    expect(candidates[0]?.configuration).toMatchObject({ portable: false, memoryGB: 48 });
    expect(stepDown?.to.configuration.portable).toBe(false);
  });

  test('for 200,000 yen: nothing is certain, and the Mac mini with 32GB is named, whose price in yen is not known', () => {
    const { outcome, candidates, cheapest, nearestMiss, stepUp } = ask(moe30b, { currency: 'JPY', maxPrice: 200_000, form: 'desk' });
    expect({ outcome, candidates, cheapest, stepUp }).toEqual({ outcome: 'none', candidates: [], cheapest: null, stepUp: null });
    expect(idOf(nearestMiss)).toBe('mac-mini-2026/m6-12/32');
    expect(nearestMiss).toMatchObject({ price: null, foreignPrice: { amount: 1299 }, exclusions: [{ code: 'price-unknown', by: null }] });
  });

  test('in yen without a limit order and cheapest follow the dollars that are known', () => {
    const result = ask(moe30b, { currency: 'JPY', form: 'desk' });
    expect(result.orderedBy).toBe('USD');
    expect(idOf(result.candidates[0])).toBe('mac-mini-2026/m6-12/32');
    expect(result.candidates[0]?.reasons).toEqual(expect.arrayContaining(['cheapest', 'price-unknown']));
    expect(result.cheapest?.foreignPrice).toMatchObject({ currency: 'USD', amount: 1299 });
  });

  test('other applications make the smaller one too small', () => {
    const result = ask(moe30b, { currency: 'USD', form: 'desk' }, undefined, 12 * GiB);
    expect(idOf(result.candidates[0])).toBe('mac-mini-2026/m5-pro-16/48');
    expect(result.excluded.find(({ configuration }) => configuration.id === 'mac-mini-2026/m6-12/32')).toMatchObject({
      budget: { bound: 'other-apps' },
      exclusions: [{ code: 'too-small' }],
    });
  });

  test('a wished speed leaves out what is slower, and says where the low end of the estimate is below it', () => {
    const result = ask(moe30b, { currency: 'USD', form: 'desk', minSpeed: 14 }, byBandwidth);
    expect(idOf(result.candidates[0])).toBe('mac-mini-2026/m5-pro-16/48');
    expect(result.candidates[0]?.reasons).toContain('may-be-slower');
    expect(result.stepDown).toMatchObject({ status: { from: 'comfortable', to: 'fits' } });
    const slow = result.excluded.find(({ configuration }) => configuration.id === 'mac-mini-2026/m6-12/32');
    expect(slow?.exclusions).toEqual([{ code: 'too-slow', by: 14 - 170 / 20 }]);
    expect(ask(moe30b, { currency: 'USD', minSpeed: 14 }).nearestMiss?.exclusions).toEqual([{ code: 'speed-unknown', by: null }]);
  });

  test('a disk larger than any of the Mac is a miss by so much; a larger disk than that of the price makes it unknown', () => {
    const result = ask(moe30b, { currency: 'USD', form: 'desk', diskBytes: 9e12 });
    const mini = result.excluded.find(({ configuration }) => configuration.id === 'mac-mini-2026/m6-12/32');
    expect(mini?.exclusions).toEqual([{ code: 'disk', by: 1e12 }]);
    expect(
      ask(moe30b, { currency: 'USD', form: 'desk', diskBytes: 2e12 }).candidates.every(({ price }) => price === null || (price.storageGB ?? 0) >= 2000),
    ).toBe(true);
  });
});

describe('a dense 70B at 4 bits', () => {
  test('portable: the MacBook Pro with 64GB, and the price is not known', () => {
    const result = ask(dense70b, { currency: 'USD', form: 'portable' }, byBandwidth);
    expect(ids(result.candidates)).toEqual(['m5-pro-20/64', 'm5-max-40/64', 'm5-max-40/128'].map((rest) => `macbook-pro-14-16-m5pro-m5max-2026/${rest}`));
    expect(result.candidates.map(({ behind }) => behind)).toEqual([null, 'speed', 'memory']);
    expect(result.cheapest).toBeNull();
    expect(idOf(result.best)).toBe('macbook-pro-14-16-m5pro-m5max-2026/m5-max-40/128');
    expect(result.stepUp).toMatchObject({ status: { from: 'fits', to: 'fits' }, extraPrice: null });
    expect(result.stepUp?.speedRatio).toBe(2);
    expect(result.stepDown).toMatchObject({ status: { from: 'fits', to: 'no' } });
  });

  test('used Macs come in when they are welcome, after those whose price is known', () => {
    const result = ask(dense70b, { currency: 'USD', form: 'desk', condition: 'any' });
    const used = result.candidates.findIndex(({ configuration }) => !configuration.onSale);
    const lastKnown = result.candidates.findLastIndex(({ price, fit }) => price !== null && rank(fit.status) <= rank('fits'));
    expect(used).toBeGreaterThan(lastKnown);
    expect(result.candidates[used]?.reasons).toEqual(expect.arrayContaining(['discontinued', 'price-unknown']));
  });
});

describe('671B', () => {
  test('at 8 bits fits nowhere: the largest Mac is named, and what it lacks', () => {
    const need = needOf('deepseek-v3-r1', 'q8_0', 8192);
    const { outcome, nearestMiss, best, stepUp, stepDown } = ask(need, { currency: 'JPY' });
    expect({ outcome, best, stepUp, stepDown }).toEqual({ outcome: 'none', best: null, stepUp: null, stepDown: null });
    expect(nearestMiss?.configuration).toMatchObject({ mac: 'mac-studio-2026', memoryGB: 512 });
    expect(nearestMiss?.exclusions).toEqual([{ code: 'too-small', by: need.totalBytes + MARGIN_BYTES - Math.floor(512 * GiB * 0.9) }]);
  });

  test('portable: more than one reason, and all are named', () => {
    const { nearestMiss, excluded } = ask(needOf('deepseek-v3-r1', 'q4_k_m', 8192), { currency: 'USD', form: 'portable' });
    expect(nearestMiss?.exclusions.map(({ code }) => code)).toEqual(['not-portable']);
    const old = excluded.find(({ configuration }) => configuration.id === 'mac-studio-2025/m3-ultra-80/512');
    expect(old?.exclusions.map(({ code }) => code)).toEqual(['not-portable', 'not-on-sale']);
  });
});

describe('the Mac in hand', () => {
  const m1max: Machine = { chip: 'm1-max-32', memoryGB: 64, bandwidthGBps: 400 };

  test('is judged for itself, also when it is in no list', () => {
    const { owned } = ask(moe30b, { currency: 'USD', owned: m1max }, byBandwidth);
    expect(owned).toMatchObject({ machine: m1max, fit: { status: 'comfortable' }, exclusions: [] });
    // Nothing to gain from a smaller or slower one, however cheap.
    expect(idOf(owned?.better)).toBe('mac-studio-2026/m5-max-40/64');
  });

  test('says why it does not do the task', () => {
    const { owned } = ask(dense70b, { currency: 'USD', owned: { chip: 'm2-8', memoryGB: 16, bandwidthGBps: 100 }, minSpeed: 10 }, byBandwidth);
    expect(owned?.exclusions.map(({ code }) => code)).toEqual(['too-small', 'too-slow']);
  });
});

describe('any task within any limits', () => {
  const anyLimits: fc.Arbitrary<Limits> = fc.record(
    {
      currency: fc.constantFrom('USD' as const, 'JPY' as const),
      maxPrice: fc.integer({ min: 500, max: 1_000_000 }),
      form: fc.constantFrom('portable' as const, 'desk' as const),
      condition: fc.constantFrom('new' as const, 'any' as const),
      minSpeed: fc.double({ min: 1, max: 60, noNaN: true }),
      diskBytes: fc.integer({ min: 1, max: 20_000 }).map((gb) => gb * 1e9),
    },
    { requiredKeys: ['currency'] },
  );
  const anyNeed: fc.Arbitrary<Need> = fc.double({ min: 1, max: 600, noNaN: true }).map((gib) => ({ totalBytes: gib * GiB, weightsBytes: gib * GiB * 0.9 }));
  /** Speeds, or for some chips and memory sizes none. */
  const anySpeed = fc.constantFrom(
    byBandwidth,
    () => null,
    (machine: Machine) => (machine.memoryGB % 3 === 0 ? null : byBandwidth(machine)),
  );
  const anyQuestion = fc.record({ need: anyNeed, limits: anyLimits, speedOf: anySpeed, era: anyEra });
  type Question = typeof anyQuestion extends fc.Arbitrary<infer Q> ? Q : never;
  const answer = ({ need, limits, speedOf, era }: Question, list: readonly Configuration[] = all) =>
    recommend(list, evaluator(need, budgets(era, facts.gpuLimits), speedOf), limits);

  test('the order does not depend on that of the input', () => {
    fc.assert(
      fc.property(anyQuestion, fc.shuffledSubarray(all, { minLength: all.length }), (question, shuffled) => {
        expect(answer(question, shuffled)).toEqual(answer(question));
      }),
    );
  });

  test('nothing is lost, and nothing is both in and out', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { candidates, excluded, outcome, nearestMiss } = answer(question);
        expect([...ids(candidates), ...ids(excluded)].sort()).toEqual(all.map(({ id }) => id).sort());
        expect(outcome === 'none').toBe(candidates.length === 0);
        expect(nearestMiss === null).toBe(candidates.length > 0);
      }),
    );
  });

  test('a candidate keeps every limit, and what is excluded breaks the ones it names', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { maxPrice, form, condition = 'new', minSpeed, diskBytes = 0 } = question.limits;
        const { candidates, excluded } = answer(question);
        for (const { configuration, fit, price, speed } of candidates) {
          expect(fit.status).not.toBe('no');
          if (maxPrice !== undefined) expect(price?.amount ?? Infinity).toBeLessThanOrEqual(maxPrice);
          if (form !== undefined) expect(configuration.portable).toBe(form === 'portable');
          if (condition === 'new') expect(configuration.onSale).toBe(true);
          if (minSpeed !== undefined) expect(speed?.mid ?? 0).toBeGreaterThanOrEqual(minSpeed);
          expect(Math.max(...configuration.storageOptionsGB) * 1e9).toBeGreaterThanOrEqual(diskBytes);
        }
        for (const { exclusions } of excluded) {
          expect(exclusions.length).toBeGreaterThan(0);
          for (const { by } of exclusions) if (by !== null) expect(by).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a higher price limit never loses a candidate, and no limit loses none', () => {
    fc.assert(
      fc.property(anyQuestion, fc.nat({ max: 500_000 }), (question, more) => {
        const at = (maxPrice: number | undefined) => ids(answer({ ...question, limits: { ...question.limits, maxPrice } }).candidates);
        const maxPrice = question.limits.maxPrice ?? 1000;
        expect(at(maxPrice + more)).toEqual(expect.arrayContaining(at(maxPrice)));
        expect(at(undefined)).toEqual(expect.arrayContaining(at(maxPrice + more)));
      }),
    );
  });

  test('the cheapest is never dearer than any that fits in a currency both have, is known where any price is, and fits itself if any does', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { candidates, cheapest, orderedBy } = answer(question);
        const fitting = candidates.filter(({ fit }) => rank(fit.status) <= rank('fits'));
        const compared = fitting.length > 0 ? fitting : candidates;
        expect(cheapest !== null).toBe(compared.some(({ price, foreignPrice }) => price !== null || foreignPrice !== null));
        if (cheapest === null) return;
        for (const one of compared) expect(priceDifference(cheapest, one, orderedBy)?.amount ?? 0).toBeGreaterThanOrEqual(0);
        expect(ids(compared)).toContain(idOf(cheapest));
      }),
    );
  });

  test('what fits stands before what only just fits, known prices before unknown ones, and each says why it is behind', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { candidates, orderedBy, best } = answer(question);
        const amount = ({ price, foreignPrice }: Assessment) => [price, foreignPrice].find((one) => one?.currency === orderedBy)?.amount;
        const group = ({ fit }: Assessment) => Math.max(rank(fit.status), rank('fits'));
        candidates.forEach((one, index) => {
          const before = candidates[index - 1];
          expect(one.behind === null).toBe(before === undefined);
          if (before === undefined) return;
          expect(group(before)).toBeLessThanOrEqual(group(one));
          if (group(before) === group(one)) expect(amount(before) ?? Infinity).toBeLessThanOrEqual(amount(one) ?? Infinity);
          expect(rank(best?.fit.status ?? 'no')).toBeLessThanOrEqual(rank(one.fit.status));
        });
      }),
    );
  });

  test('a step up has no worse status and is not slower; a step down loses something', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { candidates, stepUp, stepDown } = answer(question);
        if (stepUp) {
          expect(rank(stepUp.status.to)).toBeLessThanOrEqual(rank(stepUp.status.from));
          expect(stepUp.speedRatio ?? 1).toBeGreaterThanOrEqual(1);
          expect(stepUp.extraPrice?.amount ?? 1).toBeGreaterThan(0);
          expect(idOf(stepUp.to)).not.toBe(idOf(candidates[0]));
        }
        if (stepDown) {
          expect(rank(stepDown.status.to) > rank(stepDown.status.from) || (stepDown.speedRatio ?? 1) < 1).toBe(true);
          expect(stepDown.extraPrice?.amount ?? -1).toBeLessThan(0);
        }
      }),
    );
  });
});
