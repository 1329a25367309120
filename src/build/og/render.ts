import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Locale } from '../../i18n/locales.ts';
import type { Measure } from './break.ts';
import { drawBackground } from './background.ts';
import { drawBar } from './bar.ts';
import { FONT_FAMILY, loadOgFonts } from './fonts.ts';
import { baseline, HEIGHT, lineHeight, placeLines, TALLEST_LINE, TEXT_WIDTH, WIDTH, type OgContent, type Tone } from './layout.ts';
import { ACCENT, css, INK, PAPER, SOFT, VERDICT_PALETTES, type Rgb } from './palette.ts';
import { findPhrases } from './phrases.ts';
import { IndexedImage } from './png.ts';

const TONES: Record<Tone, Rgb> = { ink: INK, soft: SOFT, accent: ACCENT };
/** Letters may reach a little beyond their advance width. */
const OVERHANG = 8;
const MEASURED_SIZE = 100;

/** Draws one line of text at a time. Reading back a whole 1200x630 canvas copies 3 MB; a strip as wide as its text is a tenth of that. */
const createStrip = (): SKRSContext2D => {
  loadOgFonts();
  const strip = createCanvas(TEXT_WIDTH + 2 * OVERHANG, TALLEST_LINE).getContext('2d');
  // Chinese characters have national forms; the host's language must not choose among them.
  strip.lang = 'ja';
  return strip;
};

let strip: SKRSContext2D | undefined;
const backgrounds = new Map<string, IndexedImage>();

const background = (siteName: string, locale: Locale): IndexedImage => {
  const key = `${locale} ${siteName}`;
  let image = backgrounds.get(key);
  if (image === undefined) {
    const canvas = createCanvas(WIDTH, HEIGHT);
    const context = canvas.getContext('2d');
    drawBackground(context, siteName);
    image = new IndexedImage(WIDTH, HEIGHT);
    image.put(context.getImageData(0, 0, WIDTH, HEIGHT), 0, 0);
    backgrounds.set(key, image);
  }
  return image;
};

/** Widths at 100 px. Fitting a title asks for the same pieces at every size, so they are remembered. */
const measureWith = (context: SKRSContext2D): Measure => {
  context.font = `${MEASURED_SIZE}px ${FONT_FAMILY}`;
  const widths = new Map<string, number>();
  return (text) => {
    let width = widths.get(text);
    if (width === undefined) widths.set(text, (width = context.measureText(text).width));
    return width;
  };
};

/**
 * The share image of a page: 1200x630 PNG with site name, section, title and, if given, the answer with its memory bar.
 * Lines break between phrases in Japanese and between words in English.
 */
export const renderOgImage = async (content: OgContent & { readonly siteName: string }): Promise<Buffer> => {
  strip ??= createStrip();
  const context = strip;
  const image = background(content.siteName, content.locale).copy();
  const lines = placeLines(content, measureWith(context), findPhrases);
  for (const line of lines) {
    const height = lineHeight(line.size);
    context.fillStyle = css(PAPER);
    context.fillRect(0, 0, context.canvas.width, height);
    context.font = `${line.size}px ${FONT_FAMILY}`;
    context.fillStyle = css(TONES[line.tone]);
    context.fillText(line.text, OVERHANG, baseline(line.size));
    const width = Math.min(context.canvas.width, 2 * Math.ceil((context.measureText(line.text).width + 2 * OVERHANG) / 2));
    image.put(context.getImageData(0, 0, width, height), line.x - OVERHANG, line.top);
  }
  const { result } = content;
  if (result === undefined) return image.encode();
  drawBar(image, result.bar);
  return image.encode(VERDICT_PALETTES[result.status]);
};
