import type { OgBar } from '../../navigation/og-result.ts';
import { BAR_HEIGHT, BAR_TOP, LIMIT_OVERHANG, LIMIT_WIDTH } from './background.ts';
import { MARGIN, TEXT_WIDTH } from './layout.ts';
import { ACCENT, INK, LINE, PAPER } from './palette.ts';
import type { IndexedImage } from './png.ts';

/** The memory of the Mac stands out above and below what fills it. */
const MEMORY_OVERHANG = 6;

/** Two pixels share a byte. */
const even = (pixels: number): number => 2 * Math.round(pixels / 2);

/**
 * Draws the memory bar of an answer in the place of the one all share images have: the memory of the Mac, in it the weights and the rest of
 * the need, and the GPU limit. Without a bar the place stays empty: the usual picture would say something about this answer.
 */
export const drawBar = (image: IndexedImage, bar: OgBar | null): void => {
  image.fill(PAPER, MARGIN, BAR_TOP - LIMIT_OVERHANG, TEXT_WIDTH, BAR_HEIGHT + 2 * LIMIT_OVERHANG);
  if (bar === null) return;
  const { memory, limit, weights, need } = bar;
  const at = (part: number): number => even(part * TEXT_WIDTH);
  image.fill(LINE, MARGIN, BAR_TOP - MEMORY_OVERHANG, at(memory), BAR_HEIGHT + 2 * MEMORY_OVERHANG);
  image.fill(ACCENT, MARGIN, BAR_TOP, at(need), BAR_HEIGHT);
  image.fill(INK, MARGIN, BAR_TOP, at(weights), BAR_HEIGHT);
  // A limit of all there is would stand outside the picture.
  const left = Math.min(at(limit), TEXT_WIDTH - LIMIT_WIDTH);
  image.fill(INK, MARGIN + left, BAR_TOP - LIMIT_OVERHANG, LIMIT_WIDTH, BAR_HEIGHT + 2 * LIMIT_OVERHANG);
};
