import { gpuRate, INFERENCE_GAIN, mostOf, rateBehind, variantsOf, type ChipCompute } from '../gpu-rate.ts';
import { invert, type Range } from '../range.ts';
import { spreadOf } from '../spread.ts';
import { unknown, type Unknown } from '../unknown.ts';
import type { SpeechModelFacts, SpeechRow } from './types.ts';

/** Whisper reads sound in windows of this many seconds. */
const WINDOW_SECONDS = 30;

/** Tokens the decoder writes per window: 150 English words a minute with punctuation and time stamps. Recordings differ, see `wholeRun`. */
const TOKENS_PER_WINDOW = 100;

/** Part of the stated bandwidth the decoder reaches when it reads its weights. */
const BANDWIDTH_PART = 0.85;

/**
 * Time each decoder layer takes however small it is, in ms, by generation: what the ms per token of whisper.cpp leave once the bytes of
 * the weights are read (0.2 to 0.3 on the M1 Pro, 0.15 to 0.19 on the M2 Ultra and M4 Max, 0.11 to 0.12 on the M5 Max).
 */
const layerMs = (family: string): number => {
  const generation = Number(/^M(\d+)/.exec(family)?.[1] ?? 4);
  return generation === 1 ? 0.23 : generation <= 4 ? 0.16 : 0.105;
};
/** The same per token, whatever the model: sampling and the output matrix. */
const TOKEN_MS = 0.1;

/** How far an encoder run may leave the measured extremes. */
const MARGIN = 1.1;
/**
 * How far a whole recording may leave most of the measured ones: programs, language and speech differ. whisper.cpp keeps five candidates per
 * token unless told otherwise and takes 1.3 to 1.9 times the ideal, mlx-audio one and 0.9 to 1.6 times.
 */
const RUN_MARGIN = 1.4;

/** What the measurements say. */
export interface SpeechCalibration {
  /** Work of the encoder per window, in 10^9 operations' worth of GPU time. */
  readonly points: readonly { readonly model: string; readonly work: number }[];
  /**
   * Time of whole recordings against encoder and 100 decoder steps per window alone: several candidates per token, windows that overlap,
   * the spectrogram, more or fewer words. Null without a published run of a whole recording.
   */
  readonly wholeRun: Range | null;
}

/** Seconds of sound per second of work, of a row about a whole recording; null for other rows. */
export const realtimeOf = ({ unit, value, audioSeconds }: SpeechRow): number | null =>
  unit === 'x realtime' ? value : unit === 's' && audioSeconds !== null ? audioSeconds / value : null;

/** Bytes the decoder reads per token: self-attention, the two matrices of cross-attention that depend on the text, feed-forward, embedding. */
const decoderBytes = ({ decoderLayers, hiddenSize, vocab }: SpeechModelFacts, bits: number): number =>
  ((14 * decoderLayers * hiddenSize ** 2 + vocab * hiddenSize) * bits) / 8;

/** Milliseconds per token of the decoder: weights read at the memory's speed, and a fixed time per layer. */
export const decoderMs = (model: SpeechModelFacts, chip: Pick<ChipCompute, 'family' | 'bandwidthGBps'>, bits = 16): number =>
  decoderBytes(model, bits) / (chip.bandwidthGBps * 1e6 * BANDWIDTH_PART) + model.decoderLayers * layerMs(chip.family) + TOKEN_MS;

/** Milliseconds per window of the encoder; Unknown without a measured run of this size of model. */
export const encoderMs = (model: SpeechModelFacts, chip: ChipCompute, calibration: Pick<SpeechCalibration, 'points'>): Range | Unknown => {
  const rate = gpuRate(chip, INFERENCE_GAIN);
  if (rate === null) return unknown('gpu-rate-unknown', chip.id);
  const own = calibration.points.filter((point) => point.model === model.id).map(({ work }) => work);
  const work = spreadOf(own, MARGIN);
  return work === null ? unknown('no-measurement', model.id) : { low: work.low / rate.high, mid: work.mid / rate.mid, high: work.high / rate.low };
};

/** Windows the encoder runs over for every 30 s of sound: the last one is filled up with silence. One for a recording of any length. */
const windowsPerWindow = (audioSeconds: number | null): number =>
  audioSeconds === null ? 1 : (Math.ceil(audioSeconds / WINDOW_SECONDS) * WINDOW_SECONDS) / audioSeconds;

const idealWindowMs = (
  model: SpeechModelFacts,
  chip: ChipCompute,
  { points, audioSeconds }: Pick<SpeechCalibration, 'points'> & { readonly audioSeconds: number | null },
): number | null => {
  const encoder = encoderMs(model, chip, { points });
  return 'known' in encoder ? null : encoder.mid * windowsPerWindow(audioSeconds) + TOKENS_PER_WINDOW * decoderMs(model, chip);
};

/** Reads the calibration from the usable rows: the encoder from those at 16 bit, the rest from whole recordings. */
export const speechCalibration = (rows: readonly SpeechRow[], models: readonly SpeechModelFacts[], chips: readonly ChipCompute[]): SpeechCalibration => {
  const usable = rows.filter((row) => row.usable);
  const points = usable.flatMap((row) => {
    const rate = rateBehind(row, chips, INFERENCE_GAIN);
    const isBasis = row.unit === 'ms/window' && row.precision === 'f16';
    return isBasis && row.model !== null && rate !== null ? [{ model: row.model, work: row.value * rate }] : [];
  });
  const factors = usable.flatMap((row) => {
    const model = models.find(({ id }) => id === row.model);
    const realtime = realtimeOf(row);
    if (model === undefined || realtime === null) return [];
    const ideal = variantsOf(row, chips).flatMap((chip) => idealWindowMs(model, chip, { points, audioSeconds: row.audioSeconds }) ?? []);
    return ideal.length === 0 ? [] : [(WINDOW_SECONDS * 1000) / realtime / (ideal.reduce((sum, ms) => sum + ms, 0) / ideal.length)];
  });
  return { points, wholeRun: mostOf(factors, RUN_MARGIN) };
};

export interface SpeechSpeed {
  readonly known: true;
  /** Seconds of sound per second of work. */
  readonly realtime: Range;
  /** Seconds for one hour of sound. */
  readonly secondsPerHour: Range;
}

/**
 * How fast whisper.cpp or MLX turns a recording into text: per window of 30 s one run of the encoder and a run of the decoder per token.
 * @param bits bits per weight; fewer make the decoder faster, not the encoder
 * @param audioSeconds length of the recording; long unless given
 */
export const speechSpeed = (
  model: SpeechModelFacts,
  chip: ChipCompute,
  calibration: SpeechCalibration,
  bits = 16,
  audioSeconds: number | null = null,
): SpeechSpeed | Unknown => {
  const encoder = encoderMs(model, chip, calibration);
  if ('known' in encoder) return encoder;
  const { wholeRun } = calibration;
  if (wholeRun === null) return unknown('no-measurement', 'whole recordings');
  const decoder = TOKENS_PER_WINDOW * decoderMs(model, chip, bits);
  const windows = windowsPerWindow(audioSeconds);
  const windowMs: Range = {
    low: (encoder.low * windows + decoder) * wholeRun.low,
    mid: (encoder.mid * windows + decoder) * wholeRun.mid,
    high: (encoder.high * windows + decoder) * wholeRun.high,
  };
  const realtime = invert(windowMs, WINDOW_SECONDS * 1000);
  return { known: true, realtime, secondsPerHour: invert(realtime, 3600) };
};

/** How far a decoder step may leave its estimate, as measured: all but the smallest model of the M1 Pro. */
export const DECODE_SPREAD = 1.25;

/** A measured decoder run against the estimate for the chips it can have been measured on; null where it is no such run. */
export const decoderMsBehind = (row: SpeechRow, model: SpeechModelFacts, chips: readonly ChipCompute[]): number | null => {
  const variants = variantsOf(row, chips);
  if (row.unit !== 'ms/token' || variants.length === 0) return null;
  return variants.reduce((sum, chip) => sum + decoderMs(model, chip), 0) / variants.length;
};
