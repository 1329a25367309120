import { gpuRate, INFERENCE_GAIN, rateBehind, type ChipCompute } from '../gpu-rate.ts';
import type { Range } from '../range.ts';
import { spreadOf } from '../spread.ts';
import { unknown, type Unknown } from '../unknown.ts';
import type { ImageModelFacts, ImageRow } from './types.ts';

/** The size all work is expressed for. */
const REFERENCE_PX = 1024 * 1024;

/**
 * Work grows faster than the pixels, because attention compares every part of the image with every other. FLUX.2 klein 9B takes 56, 101
 * and 546 s for 1, 1.5 and 4 megapixels: exponents of 1.45 and 1.64. Smaller images lie on the side of plain proportion.
 */
const PIXEL_EXPONENT: Range = { low: 1.2, mid: 1.5, high: 1.75 };

/** How far a run may leave the extremes measured with several programs: other versions and settings. */
const OWN_MARGIN = 1.2;
/**
 * The same where one program was measured, or where the work is only known from other models of the architecture. Programs differ that
 * much: FLUX.1 takes 16 s per step with ComfyUI and 26 to 30 with diffusers on the same chip.
 */
const FOREIGN_MARGIN = 1.5;

/** Bodies this close in size do the same work: FLUX.1 [dev] and [schnell] differ by 0.1 %. */
const SAME_SIZE = 0.01;

/** What the measurements say about the work of each step. */
export interface ImageCalibration {
  readonly chips: readonly ChipCompute[];
  readonly points: readonly WorkPoint[];
}

interface WorkPoint {
  readonly model: ImageModelFacts;
  readonly software: string;
  /** 10^12 operations' worth of GPU time per step, at the reference size. */
  readonly work: number;
}

const denoiserParams = (model: ImageModelFacts): number | null => model.components.find(({ role }) => role === 'denoiser')?.params ?? null;

const pixelFactor = (pixels: number): Range => {
  const ratio = pixels / REFERENCE_PX;
  const [low, high] = ratio < 1 ? [PIXEL_EXPONENT.high, PIXEL_EXPONENT.low] : [PIXEL_EXPONENT.low, PIXEL_EXPONENT.high];
  return { low: ratio ** low, mid: ratio ** PIXEL_EXPONENT.mid, high: ratio ** high };
};

/** Seconds per step of a row; null where it says too little. Runs given per image hold loading and decoding too. */
const secondsPerStep = ({ value, unit, steps }: ImageRow): number | null =>
  unit === 's/step' ? value : unit === 's/image' && steps !== null ? value / steps : null;

/** Turns the usable rows into work: seconds × rate of the GPU, brought to one megapixel. */
export const imageCalibration = (rows: readonly ImageRow[], models: readonly ImageModelFacts[], chips: readonly ChipCompute[]): ImageCalibration => ({
  chips,
  points: rows.flatMap((row) => {
    const model = models.find(({ id }) => id === row.model);
    const seconds = secondsPerStep(row);
    const rate = rateBehind(row, chips, INFERENCE_GAIN);
    if (!row.usable || model === undefined || seconds === null || rate === null || row.widthPx === null || row.heightPx === null) return [];
    return [{ model, software: row.software, work: (seconds * rate) / pixelFactor(row.widthPx * row.heightPx).mid }];
  }),
});

export interface ImageSpeedRequest {
  readonly model: ImageModelFacts;
  readonly chip: ChipCompute;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly steps: number;
}

export interface ImageSpeed {
  readonly known: true;
  /** For one image with the model loaded. */
  readonly seconds: Range;
  /** `model`: scaled from measured runs of this model. `architecture`: from other models of its architecture, by size. */
  readonly basis: 'model' | 'architecture';
  /** How many measured runs stand behind it. */
  readonly points: number;
}

/**
 * Seconds for one image: steps × work per step ÷ rate of the GPU, with the work taken from measured runs of the same model. Without any,
 * the work of a transformer is scaled by its parameters and passes per step; convolutional networks do not scale that way.
 */
export const imageSpeed = (request: ImageSpeedRequest, calibration: ImageCalibration): ImageSpeed | Unknown => {
  const { model, chip, widthPx, heightPx, steps } = request;
  const rate = gpuRate(chip, INFERENCE_GAIN);
  if (rate === null) return unknown('gpu-rate-unknown', chip.id);

  const size = denoiserParams(model);
  const alike = (other: ImageModelFacts): boolean => {
    const otherSize = denoiserParams(other);
    const sameSize = size !== null && otherSize !== null && Math.abs(otherSize / size - 1) <= SAME_SIZE;
    return other.id === model.id || (sameSize && other.architecture === model.architecture && other.passesPerStep === model.passesPerStep);
  };
  const own = calibration.points.filter((point) => alike(point.model));
  const sized = size === null || model.architecture !== 'dit' ? [] : calibration.points.filter((point) => point.model.architecture === 'dit');
  const points = own.length > 0 ? own : sized;
  const work = spreadOf(
    points.map((point) => {
      if (own.length > 0) return point.work;
      const measured = (denoiserParams(point.model) ?? 1) * point.model.passesPerStep;
      return (point.work * (size ?? 1) * model.passesPerStep) / measured;
    }),
    new Set(own.map(({ software }) => software)).size > 1 ? OWN_MARGIN : FOREIGN_MARGIN,
  );
  if (work === null) return unknown('no-measurement', model.id);

  const pixels = pixelFactor(widthPx * heightPx);
  return {
    known: true,
    seconds: {
      low: (steps * work.low * pixels.low) / rate.high,
      mid: (steps * work.mid * pixels.mid) / rate.mid,
      high: (steps * work.high * pixels.high) / rate.low,
    },
    basis: own.length > 0 ? 'model' : 'architecture',
    points: points.length,
  };
};
