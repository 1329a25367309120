import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speechMemory, SPEECH_TERM_KEYS } from '../../../src/advisor/speech/memory.ts';
import { speechCalibration, speechSpeed } from '../../../src/advisor/speech/speed.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

const facts = loadFacts();
const models = facts.speechModels;
const anyModel = fc.constantFrom(...models);
const anyBits = fc.constantFrom(5.5, 8.5, 16);

describe('memory of speech models', () => {
  test('the parts are whole bytes, not negative, and sum to the total', () => {
    fc.assert(
      fc.property(anyModel, anyBits, (model, bits) => {
        const { terms, totalBytes } = speechMemory(model, bits);
        expect(terms.map(({ key }) => key)).toEqual([...SPEECH_TERM_KEYS]);
        for (const { bytes } of terms) expect(Number.isSafeInteger(bytes) && bytes >= 0).toBe(true);
        expect(terms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(totalBytes);
      }),
    );
  });

  test('more bits and a larger size never need less', () => {
    const sizes = ['tiny', 'base', 'small', 'medium', 'large-v3'].map((name) => models.find(({ id }) => id === `whisper-${name}`));
    sizes.forEach((model, index) => {
      const smaller = sizes[index - 1];
      if (model === undefined) throw new Error('facts changed');
      expect(speechMemory(model, 16).totalBytes).toBeGreaterThanOrEqual(speechMemory(model, 8.5).totalBytes);
      if (smaller !== undefined) expect(speechMemory(model).totalBytes).toBeGreaterThan(speechMemory(smaller).totalBytes);
    });
  });

  test('turbo keeps the large encoder and loses most of the decoder’s cache', () => {
    const [large, turbo] = ['whisper-large-v3', 'whisper-large-v3-turbo'].map((id) => models.find((model) => model.id === id));
    if (large === undefined || turbo === undefined) throw new Error('facts changed');
    const cacheOf = (model: typeof large) => speechMemory(model).terms.find(({ key }) => key === 'audioCache')?.bytes ?? 0;
    expect(cacheOf(large)).toBe(8 * cacheOf(turbo));
  });
});

describe('speed of speech models', () => {
  const calibration = speechCalibration(
    facts.speechMeasurements.flatMap(({ rows }) => rows),
    models,
    facts.chips,
  );
  const anyChip = fc.constantFrom(...facts.chips);
  const speedOf = (...[model, chip, bits]: [Parameters<typeof speechSpeed>[0], Parameters<typeof speechSpeed>[1], number?]) => {
    const speed = speechSpeed(model, chip, calibration, bits);
    if (!speed.known) throw new Error(`${model.id}: ${speed.reason}`);
    return speed;
  };

  test('low ≤ mid ≤ high, and an hour takes as long as the factor says', () => {
    fc.assert(
      fc.property(anyModel, anyChip, anyBits, (model, chip, bits) => {
        const { realtime, secondsPerHour } = speedOf(model, chip, bits);
        expect(realtime.low).toBeGreaterThan(0);
        expect(realtime.low).toBeLessThanOrEqual(realtime.mid);
        expect(realtime.mid).toBeLessThanOrEqual(realtime.high);
        expect(secondsPerHour.mid).toBeCloseTo(3600 / realtime.mid);
        expect(secondsPerHour.low).toBeLessThanOrEqual(secondsPerHour.high);
      }),
    );
  });

  test('a chip of the same family with no fewer cores and no less bandwidth is never slower, nor are fewer bits', () => {
    fc.assert(
      fc.property(anyModel, anyChip, anyChip, (model, chip, other) => {
        expect(speedOf(model, chip, 8.5).realtime.mid).toBeGreaterThanOrEqual(speedOf(model, chip, 16).realtime.mid);
        fc.pre(other.family === chip.family && other.gpuCores >= chip.gpuCores && other.bandwidthGBps >= chip.bandwidthGBps);
        expect(speedOf(model, other).realtime.mid).toBeGreaterThanOrEqual(speedOf(model, chip).realtime.mid * 0.99);
      }),
    );
  });

  test('a recording shorter than a window costs a window of the encoder; a multiple of windows costs what a long one does', () => {
    fc.assert(
      fc.property(anyModel, anyChip, fc.integer({ min: 1, max: 40 }), (model, chip, windows) => {
        const realtime = (audioSeconds: number | null) => {
          const speed = speechSpeed(model, chip, calibration, 16, audioSeconds);
          if (!speed.known) throw new Error(speed.reason);
          return speed.realtime.mid;
        };
        expect(realtime(30 * windows)).toBeCloseTo(realtime(null));
        expect(realtime(10)).toBeLessThan(realtime(null));
        expect(realtime(10)).toBeGreaterThan(realtime(null) / 3);
        expect(realtime(30 * windows + 1)).toBeLessThan(realtime(30 * windows));
      }),
    );
  });

  test('without a measured run of the model, or of any whole recording, it is unknown', () => {
    const [model] = models;
    const [chip] = facts.chips;
    if (model === undefined || chip === undefined) throw new Error('facts changed');
    expect(speechSpeed(model, chip, { ...calibration, points: [] })).toMatchObject({ known: false, reason: 'no-measurement', missing: [model.id] });
    expect(speechSpeed(model, chip, { ...calibration, wholeRun: null })).toMatchObject({ known: false, reason: 'no-measurement' });
    expect(speechSpeed(model, { ...chip, gpuTflopsFp32: null }, calibration)).toMatchObject({ known: false, reason: 'gpu-rate-unknown' });
  });
});
