import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workRatio } from '../../../src/advisor/image/growth.ts';
import { imageMemory, IMAGE_TERM_KEYS, type ImageRequest } from '../../../src/advisor/image/memory.ts';
import { imageCalibration, START_SECONDS } from '../../../src/advisor/image/calibration.ts';
import { imageSpeed } from '../../../src/advisor/image/speed.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

const facts = loadFacts();
const models = facts.imageModels;
const complete = models.filter(({ components }) => components.every(({ params }) => params !== null));

const anyPx = fc.integer({ min: 256, max: 2048 });
const anyRequest: fc.Arbitrary<ImageRequest> = fc.record({
  model: fc.constantFrom(...complete),
  references: fc.constant(models),
  bits: fc.constantFrom(4.5, 6.5, 8.5, 16, 32),
  widthPx: anyPx,
  heightPx: anyPx,
  batch: fc.integer({ min: 1, max: 4 }),
  loading: fc.constantFrom('all' as const, 'staged' as const),
});

const need = (request: ImageRequest) => {
  const memory = imageMemory(request);
  if (!memory.known) throw new Error(`${request.model.id}: ${memory.reason}`);
  return memory;
};

describe('memory of image models', () => {
  test('the parts are whole bytes, not negative, and sum to the total', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { terms, totalBytes } = need(request);
        expect(terms.map(({ key }) => key)).toEqual([...IMAGE_TERM_KEYS]);
        for (const { bytes } of terms) expect(Number.isSafeInteger(bytes) && bytes >= 0).toBe(true);
        expect(terms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(totalBytes);
      }),
    );
  });

  test('more pixels, more images at once and more bits never need less', () => {
    fc.assert(
      fc.property(anyRequest, fc.nat(512), (request, more) => {
        const { totalBytes } = need(request);
        expect(need({ ...request, widthPx: request.widthPx + more }).totalBytes).toBeGreaterThanOrEqual(totalBytes);
        expect(need({ ...request, batch: (request.batch ?? 1) + 1 }).totalBytes).toBeGreaterThanOrEqual(totalBytes);
        expect(need({ ...request, bits: request.bits + more / 64 }).totalBytes).toBeGreaterThanOrEqual(totalBytes);
      }),
    );
  });

  test('loading in stages never needs more than keeping everything', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(need({ ...request, loading: 'staged' }).totalBytes).toBeLessThanOrEqual(need({ ...request, loading: 'all' }).totalBytes);
      }),
    );
  });

  test('the peak lies where the prompt is read when the text encoder is the largest part', () => {
    const model = models.find(({ id }) => id === 'flux.2-dev');
    if (model === undefined) throw new Error('facts changed');
    const request: ImageRequest = { model, bits: 4.5, textEncoderBits: 16, widthPx: 512, heightPx: 512, loading: 'staged' };
    expect(need(request).peak).toBe('encode');
    expect(need({ ...request, textEncoderBits: 4.5, widthPx: 1024, heightPx: 1024 }).peak).toBe('generate');
  });

  test('a part of unknown size is said to be missing, not guessed', () => {
    const incomplete = models.filter((model) => !complete.includes(model));
    expect(incomplete.map(({ id }) => id)).toEqual(['sd3.5-medium']);
    for (const model of incomplete) {
      const memory = imageMemory({ model, references: models, bits: 16, widthPx: 1024, heightPx: 1024, loading: 'all' });
      expect(memory).toEqual({ known: false, reason: 'part-size-unknown', missing: ['denoiser', 'textEncoder', 'vae'] });
    }
  });

  test('without any measured model of the architecture the working memory is unknown', () => {
    const model = models.find(({ id }) => id === 'sdxl-1.0');
    if (model === undefined) throw new Error('facts changed');
    const request: ImageRequest = { model, bits: 16, widthPx: 1024, heightPx: 1024, loading: 'all' };
    expect(imageMemory(request)).toEqual({ known: false, reason: 'part-size-unknown', missing: ['activations'] });
    expect(imageMemory({ ...request, references: models })).toMatchObject({ known: true, activationRule: 'same-architecture' });
  });
});

describe('speed of image models', () => {
  const rows = facts.imageMeasurements.flatMap((record) => record.rows);
  const calibration = imageCalibration(rows, models, facts.chips);
  const anySpeed = fc.record({
    model: fc.constantFrom(...complete),
    chip: fc.constantFrom(...facts.chips),
    widthPx: anyPx,
    heightPx: anyPx,
    steps: fc.integer({ min: 1, max: 60 }),
  });
  const seconds = (request: Parameters<typeof imageSpeed>[0]) => {
    const speed = imageSpeed(request, calibration);
    if (!speed.known) throw new Error(`${request.model.id}: ${speed.reason}`);
    return speed.seconds;
  };

  test('low ≤ mid ≤ high, and more pixels or steps are never faster', () => {
    fc.assert(
      fc.property(anySpeed, fc.nat(512), (request, more) => {
        const range = seconds(request);
        expect(range.low).toBeGreaterThan(0);
        expect(range.low).toBeLessThanOrEqual(range.mid);
        expect(range.mid).toBeLessThanOrEqual(range.high);
        for (const larger of [
          { ...request, heightPx: request.heightPx + more },
          { ...request, steps: request.steps + more },
        ]) {
          const slower = seconds(larger);
          for (const key of ['low', 'mid', 'high'] as const) expect(slower[key]).toBeGreaterThanOrEqual(range[key]);
        }
      }),
    );
  });

  test('the start counts once however many steps there are', () => {
    fc.assert(
      fc.property(anySpeed, (request) => {
        const [once, twice] = [request.steps, 2 * request.steps].map((steps) => seconds({ ...request, steps }));
        const start = START_SECONDS[request.model.architecture];
        for (const key of ['low', 'mid', 'high'] as const) {
          expect((twice?.[key] ?? 0) - start[key]).toBeCloseTo(2 * ((once?.[key] ?? 0) - start[key]));
        }
      }),
    );
  });

  test('a run that its start may outweigh says nothing about the steps', () => {
    const [row] = rows.filter(({ unit, model, usable }) => usable && unit === 's/image' && model === 'flux.2-klein-4b');
    if (row === undefined) throw new Error('facts changed');
    const pointsOf = (value: number) => imageCalibration([{ ...row, value }], models, facts.chips).points;
    const least = 5 * START_SECONDS.dit.mid;
    expect(pointsOf(least)).toHaveLength(1);
    expect(pointsOf(least - 0.1)).toHaveLength(0);
  });

  test('a chip of the same family with more GPU cores is never slower', () => {
    fc.assert(
      fc.property(anySpeed, fc.constantFrom(...facts.chips), (request, other) => {
        fc.pre(other.family === request.chip.family && other.gpuCores >= request.chip.gpuCores);
        const faster = seconds({ ...request, chip: other });
        // Rates are printed with two decimals.
        expect(faster.mid).toBeLessThanOrEqual(seconds(request).mid * 1.01);
      }),
    );
  });

  test('a chip whose rate nobody states, and a network that cannot be scaled, are unknown', () => {
    const [chip] = facts.chips;
    const unet = models.find(({ id }) => id === 'sdxl-1.0');
    if (chip === undefined || unet === undefined) throw new Error('facts changed');
    const request = { model: unet, chip, widthPx: 1024, heightPx: 1024, steps: 20 };
    expect(imageSpeed({ ...request, chip: { ...chip, gpuTflopsFp32: null } }, calibration)).toMatchObject({ known: false, reason: 'gpu-rate-unknown' });
    const without = imageCalibration(
      rows.filter(({ model }) => model !== 'sdxl-1.0'),
      models,
      facts.chips,
    );
    expect(imageSpeed(request, without)).toMatchObject({ known: false, reason: 'no-measurement' });
  });

  test('a model without a run of its own takes the work of its architecture, with a wider range', () => {
    const chip = facts.chips.find(({ id }) => id === 'm4-max-40');
    const [measured, unmeasured] = ['flux.1-dev', 'sd3.5-large'].map((id) => models.find((model) => model.id === id));
    if (chip === undefined || measured === undefined || unmeasured === undefined) throw new Error('facts changed');
    const [own, borrowed] = [measured, unmeasured].map((model) => imageSpeed({ model, chip, widthPx: 1024, heightPx: 1024, steps: 8 }, calibration));
    expect(own).toMatchObject({ known: true, basis: 'model' });
    expect(borrowed).toMatchObject({ known: true, basis: 'architecture' });
    if (own?.known && borrowed?.known) expect(borrowed.seconds.high / borrowed.seconds.low).toBeGreaterThan(own.seconds.high / own.seconds.low);
  });
});

describe('work by size', () => {
  const anyPixels = anyPx.map((px) => px * px);
  const anyArchitecture = fc.constantFrom('dit' as const, 'unet' as const);

  test('is the same at the same size, and there and back again', () => {
    fc.assert(
      fc.property(anyArchitecture, anyPixels, anyPixels, (architecture, from, to) => {
        expect(workRatio(architecture, from, from)).toEqual({ low: 1, mid: 1, high: 1 });
        const [there, back] = [workRatio(architecture, from, to), workRatio(architecture, to, from)];
        expect(there.mid * back.mid).toBeCloseTo(1);
        expect(there.low * back.high).toBeCloseTo(1);
        expect(there.low).toBeLessThanOrEqual(there.mid);
        expect(there.mid).toBeLessThanOrEqual(there.high);
      }),
    );
  });

  test('a transformer reads the prompt at any size: half the width is a third of the tokens, not a quarter', () => {
    const { low, mid, high } = workRatio('dit', 1024 ** 2, 512 ** 2);
    expect(mid).toBeCloseTo((1 / 3) ** 1.1);
    expect(low).toBeGreaterThan(0.2);
    expect(high).toBeLessThan(0.4);
  });
});
