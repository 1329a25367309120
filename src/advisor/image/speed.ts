import { gpuRate, INFERENCE_GAIN, productOf, type ChipCompute } from '../gpu-rate.ts';
import { invert, scaleRange, type Range } from '../range.ts';
import { median } from '../spread.ts';
import { unknown, type Unknown } from '../unknown.ts';
import { START_SECONDS, type ImageCalibration, type WorkPoint } from './calibration.ts';
import { workRatio } from './growth.ts';
import type { ImageModelFacts } from './types.ts';

/**
 * How far a run may leave the extremes measured with several programs: other versions, settings and formats. Fewer bits are no faster:
 * steps compute, they do not wait for weights. FLUX.2 klein 4B at 4 bit takes 1.26 times as long as at 16 bit on an M2 Pro (Rapid-MLX, issue
 * 3058); from 16 to 8 and 4 bit flux-2-swift-mlx loses 9 and 18 %.
 */
const OWN_MARGIN = 1.2;
/**
 * The same where one program was measured, or where the work is only known from other models of the architecture. Programs differ that
 * much: FLUX.1 takes 16 s per step with ComfyUI and 26 to 30 with diffusers on the same chip.
 */
const FOREIGN_MARGIN = 1.5;

/** Bodies this close in size do the same work: FLUX.1 [dev] and [schnell] differ by 0.1 %. */
const SAME_SIZE = 0.01;

const denoiserParams = (model: ImageModelFacts): number | null => model.components.find(({ role }) => role === 'denoiser')?.params ?? null;

const isAlike = (model: ImageModelFacts, other: ImageModelFacts): boolean => {
  const [size, otherSize] = [denoiserParams(model), denoiserParams(other)];
  const sameSize = size !== null && otherSize !== null && Math.abs(otherSize / size - 1) <= SAME_SIZE;
  return other.id === model.id || (sameSize && other.architecture === model.architecture && other.passesPerStep === model.passesPerStep);
};

/** Work of a step of `model` at `pixels`, from a run of it or of another transformer, which does work by its size and passes. */
const workFrom = ({ model: measured, pixels: from, work }: WorkPoint, model: ImageModelFacts, pixels: number): Range => {
  const passes = (of: ImageModelFacts): number => (denoiserParams(of) ?? 1) * of.passesPerStep;
  const factor = isAlike(model, measured) ? 1 : passes(model) / passes(measured);
  return scaleRange(workRatio(model.architecture, from, pixels), work * factor);
};

export interface ImageSpeedRequest {
  readonly model: ImageModelFacts;
  readonly chip: ChipCompute;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly steps: number;
}

export interface ImageSpeed {
  readonly known: true;
  /** For one image with the model loaded, or nearly so. */
  readonly seconds: Range;
  /** For its steps alone. */
  readonly stepsSeconds: Range;
  /** `model`: scaled from measured runs of this model. `architecture`: from other models of its architecture, by size. */
  readonly basis: 'model' | 'architecture';
  /** How many measured runs stand behind it. */
  readonly points: number;
}

/**
 * Seconds for one image: the start, and steps × work per step ÷ rate of the GPU, with the work taken from measured runs of the same model.
 * Without any, the work of a transformer is scaled by its parameters and passes per step; convolutional networks do not scale that way.
 */
export const imageSpeed = (request: ImageSpeedRequest, calibration: ImageCalibration): ImageSpeed | Unknown => {
  const { model, chip, widthPx, heightPx, steps } = request;
  const rate = gpuRate(chip, INFERENCE_GAIN);
  if (rate === null) return unknown('gpu-rate-unknown', chip.id);

  const own = calibration.points.filter((point) => isAlike(model, point.model));
  const isScalable = model.architecture === 'dit' && denoiserParams(model) !== null;
  const points = own.length > 0 ? own : isScalable ? calibration.points.filter((point) => point.model.architecture === 'dit') : [];
  if (points.length === 0) return unknown('no-measurement', model.id);
  const margin = new Set(own.map(({ software }) => software)).size > 1 ? OWN_MARGIN : FOREIGN_MARGIN;
  const works = points.map((point) => workFrom(point, model, widthPx * heightPx));
  const work: Range = {
    low: Math.min(...works.map(({ low }) => low)) / margin,
    mid: median(works.map(({ mid }) => mid)),
    high: Math.max(...works.map(({ high }) => high)) * margin,
  };

  const stepsSeconds = scaleRange(productOf(work, invert(rate)), steps);
  const start = START_SECONDS[model.architecture];
  return {
    known: true,
    seconds: { low: stepsSeconds.low + start.low, mid: stepsSeconds.mid + start.mid, high: stepsSeconds.high + start.high },
    stepsSeconds,
    basis: own.length > 0 ? 'model' : 'architecture',
    points: points.length,
  };
};
