import { INFERENCE_GAIN, rateBehind, type ChipCompute } from '../gpu-rate.ts';
import type { Range } from '../range.ts';
import type { ImageModelFacts, ImageRow } from './types.ts';

/**
 * Seconds an image takes beside its steps: reading the prompt, turning the result into pixels and, in most published runs, loading. They
 * hardly follow the GPU. `unet`: 1.1 to 1.4 s is what Stable Diffusion at 512 pixels leaves between M1, M1 Max and M2 Ultra, about 4 s what
 * SDXL leaves between M1 Max and M2 Ultra (apps with Core ML). `dit`: half a second between 4 and 8 steps of Z-Image (mflux, M5 Max), about
 * 3 s with flux2.c and 9 s with PyTorch, both with loading, between three sizes of FLUX.2 klein 4B on an M3 Max.
 */
export const START_SECONDS: Readonly<Record<ImageModelFacts['architecture'], Range>> = {
  unet: { low: 0.5, mid: 1.3, high: 4 },
  dit: { low: 0.5, mid: 3, high: 9 },
};

/** Largest part of a run that the start may likely be. Shorter runs say too little about the steps. */
const MOST_START = 1 / 5;

/** What the measurements say about the work of each step. */
export interface ImageCalibration {
  readonly chips: readonly ChipCompute[];
  readonly points: readonly WorkPoint[];
}

export interface WorkPoint {
  readonly model: ImageModelFacts;
  readonly software: string;
  readonly pixels: number;
  /** 10^12 operations' worth of GPU time per step. */
  readonly work: number;
}

/** Seconds per step of a row; null where it says too little. Runs given per image hold the start too. */
const secondsPerStep = ({ value, unit, steps }: ImageRow, start: number): number | null => {
  if (unit === 's/step') return value;
  return unit === 's/image' && steps !== null && start <= value * MOST_START ? (value - start) / steps : null;
};

/** Turns the usable rows into work: seconds of a step × rate of the GPU. */
export const imageCalibration = (rows: readonly ImageRow[], models: readonly ImageModelFacts[], chips: readonly ChipCompute[]): ImageCalibration => ({
  chips,
  points: rows.flatMap((row) => {
    const { widthPx, heightPx, software } = row;
    const model = models.find(({ id }) => id === row.model);
    const rate = rateBehind(row, chips, INFERENCE_GAIN);
    if (!row.usable || model === undefined || rate === null || widthPx === null || heightPx === null) return [];
    const seconds = secondsPerStep(row, START_SECONDS[model.architecture].mid);
    return seconds === null ? [] : [{ model, software, pixels: widthPx * heightPx, work: seconds * rate }];
  }),
});
