import type { Range } from '../range.ts';
import type { ImageModelFacts } from './types.ts';

type Architecture = ImageModelFacts['architecture'];

/** How the work of a step grows with what the network reads. */
interface Growth {
  /** What is read whatever the size of the image. */
  readonly fixed: number;
  /** Pixels that count as one. */
  readonly pixels: number;
  /** Exponents below and above one megapixel. */
  readonly below: Range;
  readonly above: Range;
}

/**
 * `dit`: a transformer reads a token for every 16 × 16 pixels and those of the prompt, 512 for FLUX. Its matrices grow with the tokens,
 * attention with their square. FLUX.2 klein 4B takes 2.4 to 3.2 times the steps' time at 1024 as at 512 pixels (antirez/flux2.c, start-up
 * taken off): exponents of 0.8 to 1.3. klein 9B takes 12.1 and 130 s per step at 1024 and 2048 pixels (flux-2-swift-mlx): 1.83.
 * `unet`: convolutions with attention at full width. Stable Diffusion 1.4 on an M1 Ultra takes 22, 74, 110 and 201 s at 0.26, 0.64, 0.8
 * and 1.05 megapixels (invoke-ai/InvokeAI, issue 431): exponents of 1.3 to 1.7 between neighbours.
 */
const GROWTH: Readonly<Record<Architecture, Growth>> = {
  dit: { fixed: 512, pixels: 256, below: { low: 0.9, mid: 1.1, high: 1.3 }, above: { low: 1.2, mid: 1.5, high: 1.85 } },
  unet: { fixed: 0, pixels: 1, below: { low: 1.2, mid: 1.5, high: 1.75 }, above: { low: 1.2, mid: 1.5, high: 1.75 } },
};

const MEGAPIXEL = 1024 * 1024;

/** How many times the work of a step at `from` pixels one at `to` pixels is. Exactly once where both are the same. */
export const workRatio = (architecture: Architecture, from: number, to: number): Range => {
  const { fixed, pixels, below, above } = GROWTH[architecture];
  const read = (size: number): number => fixed + size / pixels;
  const work = (size: number, end: keyof Range): number => (read(size) / read(MEGAPIXEL)) ** (size < MEGAPIXEL ? below : above)[end];
  const ratio = (end: keyof Range): number => work(to, end) / work(from, end);
  return { low: Math.min(ratio('low'), ratio('high')), mid: ratio('mid'), high: Math.max(ratio('low'), ratio('high')) };
};
