import type { SKRSContext2D } from '@napi-rs/canvas';
import { FONT_FAMILY, loadOgFonts } from './fonts.ts';
import { HEIGHT, MARGIN, TEXT_WIDTH, WIDTH } from './layout.ts';
import { ACCENT, css, INK, LINE, PAPER, SOFT } from './palette.ts';

const NAME_SIZE = 28;
/** Top and height of the memory bar in pixels; the limit reaches beyond it by its overhang. */
export const BAR_TOP = 520;
export const BAR_HEIGHT = 22;
export const LIMIT_OVERHANG = 10;
export const LIMIT_WIDTH = 4;
/** One cell for each 4 GB of a 64 GB Mac. */
const CELLS = 16;
const CELL_GAP = 6;
/** Cells taken by a model's weights and by its KV cache, and the share of memory macOS gives the GPU: the picture this site draws everywhere. */
const WEIGHT_CELLS = 8;
const CACHE_CELLS = 2;
const GPU_SHARE = 0.81;

/** Draws what all share images of a language have in common: paper, the memory bar with its limit, the site's name. */
export const drawBackground = (context: SKRSContext2D, siteName: string): void => {
  loadOgFonts();
  context.lang = 'ja';
  context.fillStyle = css(PAPER);
  context.fillRect(0, 0, WIDTH, HEIGHT);

  context.fillStyle = css(ACCENT);
  context.fillRect(0, 0, WIDTH, 12);

  const step = (TEXT_WIDTH + CELL_GAP) / CELLS;
  for (let cell = 0; cell < CELLS; cell += 1) {
    context.fillStyle = css(cell < WEIGHT_CELLS ? INK : cell < WEIGHT_CELLS + CACHE_CELLS ? ACCENT : LINE);
    context.fillRect(Math.round(MARGIN + cell * step), BAR_TOP, Math.round(step - CELL_GAP), BAR_HEIGHT);
  }
  context.fillStyle = css(INK);
  context.fillRect(Math.round(MARGIN + GPU_SHARE * TEXT_WIDTH), BAR_TOP - LIMIT_OVERHANG, LIMIT_WIDTH, BAR_HEIGHT + 2 * LIMIT_OVERHANG);

  context.font = `${NAME_SIZE}px ${FONT_FAMILY}`;
  context.fillStyle = css(SOFT);
  context.fillText(siteName, MARGIN, 590);
};
