import { sumBytes } from '../bytes.ts';
import { OVERHEAD_BYTES } from '../overhead.ts';
import { unknown, type Unknown } from '../unknown.ts';
import type { ImageModelFacts } from './types.ts';

/** Weights that are not quantized, and what autoencoders always keep. */
const HALF_BITS = 16;

/**
 * Part of a U-Net's weights that a weight format applies to. stable-diffusion.cpp keeps convolutions at 16 bit; its four totals for
 * Stable Diffusion 1.x (f32 2.8, f16 2.3, q8_0 2.1, q4_0 2.0 GB) leave 0.25 of 0.86 billion weights that change.
 */
const UNET_CONVERTED_PART = 0.29;

export const IMAGE_TERM_KEYS = ['textEncoder', 'denoiser', 'vae', 'activations', 'overhead'] as const;
export type ImageTermKey = (typeof IMAGE_TERM_KEYS)[number];

export interface ImageRequest {
  readonly model: ImageModelFacts;
  /** Models whose measured activations may stand in for those of `model`. */
  readonly references?: readonly ImageModelFacts[];
  /** Bits per weight of the denoiser: 16, 8.5 for Q8_0 and MLX 8 bit, 4.5 for Q4_0 and MLX 4 bit. */
  readonly bits: number;
  /** Bits per weight of the text encoder; those of the denoiser unless given. */
  readonly textEncoderBits?: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Images made at once. */
  readonly batch?: number;
  /** `all`: every part stays in memory. `staged`: the text encoder is dropped before the image is made. */
  readonly loading: 'all' | 'staged';
}

export interface ImageMemory {
  readonly known: true;
  /** The parts in memory at the peak; parts that are not loaded then count 0. */
  readonly terms: readonly { readonly key: ImageTermKey; readonly bytes: number }[];
  readonly totalBytes: number;
  /** Weights in memory at the peak. */
  readonly weightsBytes: number;
  /** Where the peak lies: with all parts loaded, while the prompt is read, or while the image is made. */
  readonly peak: 'all' | 'encode' | 'generate';
  /** `measured`: activations of this model. `same-architecture`: of the heaviest measured model of its architecture. */
  readonly activationRule: 'measured' | 'same-architecture';
}

const partBytes = (model: ImageModelFacts, role: 'denoiser' | 'textEncoder' | 'vae', bits: number): number | null => {
  const part = model.components.find((component) => component.role === role);
  if (part === undefined) return 0;
  if (part.params === null) return null;
  const converted = role === 'denoiser' && model.architecture === 'unet' ? UNET_CONVERTED_PART : 1;
  return Math.ceil((part.params * (converted * bits + (1 - converted) * HALF_BITS)) / 8);
};

/**
 * Working memory beside the weights. It is dominated by the autoencoder's decoder, which works at full resolution, so it grows with the
 * pixels: FLUX.2 needs 10,439 MiB at 1,024 × 1,024 whatever the size and precision of its transformer (flux-2-swift-mlx, seven runs).
 */
const activations = ({ model, references = [], widthPx, heightPx, batch = 1 }: ImageRequest): Pick<ImageMemory, 'activationRule'> & { bytes: number } => {
  const pixels = widthPx * heightPx * batch;
  const perPixel = (of: ImageModelFacts): number => (of.activations === null ? 0 : of.activations.bytes / of.activations.pixels);
  if (model.activations !== null) return { bytes: Math.ceil(perPixel(model) * pixels), activationRule: 'measured' };
  const alike = references.filter(({ architecture }) => architecture === model.architecture);
  return { bytes: Math.ceil(Math.max(0, ...alike.map(perPixel)) * pixels), activationRule: 'same-architecture' };
};

/**
 * Memory for making images: components × bytes of their format, and working memory that grows with the pixels. With `staged` loading
 * the need is the larger one of reading the prompt and making the image, and the terms are those of that stage.
 * @returns Unknown where the size of a part, or the working memory of the whole architecture, is not published
 */
export const imageMemory = (request: ImageRequest): ImageMemory | Unknown => {
  const { model, bits, textEncoderBits = bits, loading } = request;
  const textEncoder = partBytes(model, 'textEncoder', textEncoderBits);
  const denoiser = partBytes(model, 'denoiser', bits);
  const vae = partBytes(model, 'vae', HALF_BITS);
  if (textEncoder === null || denoiser === null || vae === null) {
    return unknown('part-size-unknown', ...model.components.filter(({ params }) => params === null).map(({ role }) => role));
  }
  const { bytes: working, activationRule } = activations(request);
  if (working === 0) return unknown('part-size-unknown', 'activations');

  const generate = denoiser + vae + working;
  const peak = loading === 'all' ? 'all' : textEncoder > generate ? 'encode' : 'generate';
  const bytes: Record<ImageTermKey, number> = {
    textEncoder: peak === 'generate' ? 0 : textEncoder,
    denoiser: peak === 'encode' ? 0 : denoiser,
    vae: peak === 'encode' ? 0 : vae,
    activations: peak === 'encode' ? 0 : working,
    overhead: OVERHEAD_BYTES,
  };
  const terms = IMAGE_TERM_KEYS.map((key) => ({ key, bytes: bytes[key] }));
  return { known: true, terms, totalBytes: sumBytes(terms), weightsBytes: bytes.textEncoder + bytes.denoiser + bytes.vae, peak, activationRule };
};
