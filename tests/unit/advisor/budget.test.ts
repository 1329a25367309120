import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget, eraOf, FIT_STATUSES, judge, raisedLimitFor } from '../../../src/advisor/budget.ts';
import { GiB, MiB } from '../../../src/advisor/bytes.ts';
import { MARGIN_BYTES, OVERHEAD_BYTES } from '../../../src/advisor/overhead.ts';
import { anyEra, facts } from './facts.ts';

const { gpuLimits } = facts;
const rank = (status: (typeof FIT_STATUSES)[number]): number => FIT_STATUSES.indexOf(status);
/** A need that takes so much with its margin. */
const judgeGiB = (totalGiB: number, memoryGB: number, era: 'legacy' | 'current' = 'current', weightsGiB = totalGiB / 2) =>
  judge({ totalBytes: totalGiB * GiB - MARGIN_BYTES, weightsBytes: weightsGiB * GiB }, budget(memoryGB, era, gpuLimits));

describe('the GPU limit', () => {
  test('is the observed one where there is one', () => {
    for (const { memoryGB, currentUsableMiB, legacyUsableMiB, currentObserved } of gpuLimits) {
      const current = budget(memoryGB, 'current', gpuLimits);
      const legacy = budget(memoryGB, 'legacy', gpuLimits);
      if (currentUsableMiB !== null) expect(current.gpuLimitBytes).toBe(currentUsableMiB * MiB);
      if (legacyUsableMiB !== null) expect(legacy.gpuLimitBytes).toBe(legacyUsableMiB * MiB);
      expect(current.estimated).toBe(!currentObserved);
      expect(legacy.estimated).toBe(legacyUsableMiB === null);
    }
  });

  test('takes the fraction of the next smaller known size elsewhere, and says that it is estimated', () => {
    const unknown = budget(192, 'current', gpuLimits);
    expect(unknown.estimated).toBe(true);
    expect(unknown.gpuLimitBytes / GiB).toBeCloseTo(192 * 0.84, 1);
    expect(budget(12, 'current', gpuLimits).gpuLimitBytes / GiB).toBeCloseTo(12 * 0.6667, 1);
    expect(budget(4, 'current', gpuLimits).gpuLimitBytes / GiB).toBeCloseTo(4 * 0.6667, 1);
  });

  test('is never larger than the memory and grows with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1024 }), fc.nat({ max: 512 }), anyEra, (memoryGB, more, era) => {
        const smaller = budget(memoryGB, era, gpuLimits);
        expect(smaller.gpuLimitBytes).toBeLessThanOrEqual(memoryGB * GiB);
        expect(smaller.usableBytes).toBeLessThanOrEqual(smaller.gpuLimitBytes);
        expect(budget(memoryGB + more, era, gpuLimits).gpuLimitBytes).toBeGreaterThanOrEqual(smaller.gpuLimitBytes);
      }),
    );
  });

  test('is what iogpu.wired_limit_mb says, but not more than the memory; 0 is the default', () => {
    expect(budget(64, 'current', gpuLimits, { wiredLimitMiB: 57_344 })).toMatchObject({ gpuLimitBytes: 56 * GiB, estimated: false });
    expect(budget(64, 'current', gpuLimits, { wiredLimitMiB: 999_999 }).gpuLimitBytes).toBe(64 * GiB);
    expect(budget(64, 'current', gpuLimits, { wiredLimitMiB: 0 })).toEqual(budget(64, 'current', gpuLimits));
  });

  test('is nothing without facts', () => {
    expect(budget(64, 'current', [])).toMatchObject({ gpuLimitBytes: 0, usableBytes: 0, estimated: true });
  });
});

describe('other applications', () => {
  const anyApps = fc.double({ min: 0, max: 600, noNaN: true }).map((gib) => gib * GiB);

  test('take nothing while GPU limit, macOS and they fit side by side', () => {
    // 64GB: limit 51.8 GiB, and 4 GiB for macOS beside the 1 GiB of overhead and margin.
    expect(budget(64, 'current', gpuLimits, { otherAppsBytes: 9 * GiB })).toMatchObject({ usableBytes: 53_084 * MiB, bound: 'gpu-limit' });
    expect(budget(64, 'current', gpuLimits, { otherAppsBytes: 16 * GiB })).toMatchObject({ usableBytes: 45 * GiB, bound: 'other-apps' });
    expect(budget(8, 'current', gpuLimits)).toMatchObject({ usableBytes: 5 * GiB, bound: 'system-memory' });
    expect(budget(8, 'current', gpuLimits, { otherAppsBytes: GiB })).toMatchObject({ usableBytes: 4 * GiB, bound: 'other-apps' });
  });

  test('what binds is named: without other applications there is more exactly where they bind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 512 }), anyEra, anyApps, (memoryGB, era, otherAppsBytes) => {
        const { bound, usableBytes, gpuLimitBytes } = budget(memoryGB, era, gpuLimits, { otherAppsBytes });
        if (bound === 'gpu-limit') expect(usableBytes).toBe(gpuLimitBytes);
        else expect(usableBytes).toBeLessThan(gpuLimitBytes);
        expect(bound === 'other-apps').toBe(otherAppsBytes > 0 && usableBytes < gpuLimitBytes);
      }),
    );
  });

  test('more of them never gives more, and more memory never less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 512 }),
        fc.nat({ max: 512 }),
        anyEra,
        anyApps,
        anyApps,
        anyApps,
        (memoryGB, more, era, apps, moreApps, totalBytes) => {
          const need = { totalBytes, weightsBytes: totalBytes / 2 };
          const limits = budget(memoryGB, era, gpuLimits, { otherAppsBytes: apps });
          const crowded = budget(memoryGB, era, gpuLimits, { otherAppsBytes: apps + moreApps });
          const larger = budget(memoryGB + more, era, gpuLimits, { otherAppsBytes: apps });
          expect(crowded.usableBytes).toBeLessThanOrEqual(limits.usableBytes);
          expect(crowded.raisedLimitBytes).toBeLessThanOrEqual(limits.raisedLimitBytes);
          expect(larger.usableBytes).toBeGreaterThanOrEqual(limits.usableBytes);
          expect(larger.raisedLimitBytes).toBeGreaterThanOrEqual(limits.raisedLimitBytes);
          expect(rank(judge(need, crowded).status)).toBeGreaterThanOrEqual(rank(judge(need, limits).status));
          expect(rank(judge(need, larger).status)).toBeLessThanOrEqual(rank(judge(need, limits).status));
        },
      ),
    );
  });

  test('a setting that is recommended leaves room for macOS and for them', () => {
    const need = { totalBytes: 54.5 * GiB, weightsBytes: 40 * GiB };
    expect(judge(need, budget(64, 'current', gpuLimits, { otherAppsBytes: 4 * GiB })).status).toBe('needs-setting');
    expect(judge(need, budget(64, 'current', gpuLimits, { otherAppsBytes: 6 * GiB })).status).toBe('no');
    fc.assert(
      fc.property(fc.double({ min: 1, max: 512, noNaN: true }), fc.constantFrom(...gpuLimits), anyEra, anyApps, (gib, { memoryGB }, era, otherAppsBytes) => {
        const limits = budget(memoryGB, era, gpuLimits, { otherAppsBytes });
        const { wiredLimitMiB } = judge({ totalBytes: gib * GiB, weightsBytes: 0 }, limits);
        if (wiredLimitMiB === undefined) return;
        expect(wiredLimitMiB * MiB + 4 * GiB + otherAppsBytes).toBeLessThanOrEqual(memoryGB * GiB);
        const raised = judge({ totalBytes: gib * GiB, weightsBytes: 0 }, budget(memoryGB, era, gpuLimits, { otherAppsBytes, wiredLimitMiB }));
        expect(rank(raised.status)).toBeLessThanOrEqual(rank('tight'));
      }),
    );
  });

  test('less than nothing counts as nothing', () => {
    expect(budget(16, 'current', gpuLimits, { otherAppsBytes: -GiB })).toEqual(budget(16, 'current', gpuLimits));
  });
});

describe('raising the limit', () => {
  const limits = budget(64, 'current', gpuLimits);
  test('names the next whole GiB above the default, and nothing below it or out of reach', () => {
    expect(raisedLimitFor(52.5 * GiB - MARGIN_BYTES, limits)).toBe(53 * 1024);
    expect(raisedLimitFor(50 * GiB - MARGIN_BYTES, limits)).toBeNull();
    expect(raisedLimitFor(57 * GiB - MARGIN_BYTES, limits)).toBeNull();
  });
  test('starts from a limit that is set already', () => {
    expect(raisedLimitFor(52.5 * GiB - MARGIN_BYTES, budget(64, 'current', gpuLimits, { wiredLimitMiB: 54 * 1024 }))).toBeNull();
  });
});

describe('the generation of a macOS version', () => {
  test.each([
    [10.15, undefined],
    [11, 'legacy'],
    [15, 'legacy'],
    [15.7, 'legacy'],
    [16, undefined],
    [25.9, undefined],
    [26, 'current'],
    [27, 'current'],
    [Number.NaN, undefined],
    [-26, undefined],
  ])('%d is %s', (version, era) => expect(eraOf(version)).toBe(era));
});

describe('the judgement', () => {
  test('names each status with its reason', () => {
    expect(judgeGiB(20, 64)).toEqual({ status: 'comfortable', reason: 'room-to-spare' });
    expect(judgeGiB(45, 64)).toEqual({ status: 'fits', reason: 'within-limit' });
    expect(judgeGiB(52.5, 64)).toEqual({ status: 'tight', reason: 'uses-margin' });
    expect(judgeGiB(54.5, 64)).toEqual({ status: 'needs-setting', reason: 'within-raised-limit', wiredLimitMiB: 55 * 1024 });
    expect(judgeGiB(60, 64)).toEqual({ status: 'no', reason: 'exceeds-memory' });
    expect(judgeGiB(60, 64, 'current', 58)).toEqual({ status: 'no', reason: 'weights-exceed-memory' });
  });

  test('leaves macOS its part on the smallest Macs: 8GB hold 4 GiB of model with room, and with everything closed what the GPU limit allows', () => {
    expect(judgeGiB(4 + 1, 8).status).toBe('fits');
    expect(judgeGiB(4.1 + 1, 8)).toEqual({ status: 'tight', reason: 'uses-margin' });
    // Llama 3 8B in Q4_K_M with 1,024 tokens, which was measured on an M1 with 8GB: 4.96 GiB allocated.
    expect(judgeGiB(4.96 + 1, 8, 'legacy').status).toBe('tight');
    expect(judgeGiB(5.34 + 1, 8).status).toBe('no');
  });

  test('what only just fits still leaves macOS its own part beside other applications', () => {
    const need = { totalBytes: 4 * GiB + OVERHEAD_BYTES, weightsBytes: 0 };
    expect(judge(need, budget(8, 'current', gpuLimits, { otherAppsBytes: 1.5 * GiB })).status).toBe('tight');
    expect(judge(need, budget(8, 'current', gpuLimits, { otherAppsBytes: 1.6 * GiB })).status).toBe('no');
  });

  test('agrees with the published rule: GPU limit − 1 GiB, and memory − 4 GiB', () => {
    for (const { memoryGB } of gpuLimits) {
      const limits = budget(memoryGB, 'current', gpuLimits);
      const published = Math.min(limits.gpuLimitBytes - GiB, memoryGB * GiB - 4 * GiB);
      const at = (bytes: number) => judge({ totalBytes: bytes + OVERHEAD_BYTES, weightsBytes: 0 }, limits).status;
      expect(rank(at(published))).toBeLessThanOrEqual(rank('fits'));
      expect(rank(at(published + 1))).toBeGreaterThan(rank('fits'));
    }
  });

  test('more memory is never judged worse, and a larger need never better', () => {
    const anyNeed = fc.double({ min: 0.1, max: 600, noNaN: true });
    fc.assert(
      fc.property(anyNeed, fc.integer({ min: 4, max: 512 }), fc.nat({ max: 512 }), anyEra, (need, memoryGB, more, era) => {
        expect(rank(judgeGiB(need, memoryGB + more, era).status)).toBeLessThanOrEqual(rank(judgeGiB(need, memoryGB, era).status));
      }),
    );
    fc.assert(
      fc.property(anyNeed, anyNeed, fc.integer({ min: 4, max: 512 }), anyEra, (need, more, memoryGB, era) => {
        expect(rank(judgeGiB(need + more, memoryGB, era).status)).toBeGreaterThanOrEqual(rank(judgeGiB(need, memoryGB, era).status));
      }),
    );
  });

  test('the setting it names makes room and leaves macOS its part', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 512, noNaN: true }), fc.constantFrom(...gpuLimits), anyEra, (need, { memoryGB }, era) => {
        const { status, wiredLimitMiB } = judgeGiB(need, memoryGB, era);
        expect(wiredLimitMiB !== undefined).toBe(status === 'needs-setting');
        if (wiredLimitMiB === undefined) return;
        expect(wiredLimitMiB * MiB).toBeLessThanOrEqual((memoryGB - 8) * GiB);
        const raised = budget(memoryGB, era, gpuLimits, { wiredLimitMiB });
        expect(raised.gpuLimitBytes).toBeGreaterThan(budget(memoryGB, era, gpuLimits).gpuLimitBytes);
        expect(rank(judge({ totalBytes: need * GiB - MARGIN_BYTES, weightsBytes: 0 }, raised).status)).toBeLessThanOrEqual(rank('tight'));
      }),
    );
  });
});
