import type { OgResult } from '../../navigation/og-result.ts';

/** An opaque colour, 8 bits a channel. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The light theme of src/styles/tokens.css: a share image has no dark edition. */
export const PAPER: Rgb = [0xfa, 0xf8, 0xf3];
export const LINE: Rgb = [0xdd, 0xd7, 0xca];
export const INK: Rgb = [0x1f, 0x1d, 0x1a];
export const SOFT: Rgb = [0x5d, 0x58, 0x4f];
export const ACCENT: Rgb = [0x0a, 0x5c, 0x6b];

/** `share` of the way from paper to a colour: the edge of a letter drawn in it. */
const shade = (colour: Rgb, share: number): Rgb =>
  [0, 1, 2].map((channel) => Math.round((PAPER[channel] ?? 0) + share * ((colour[channel] ?? 0) - (PAPER[channel] ?? 0)))) as unknown as Rgb;

const withAccent = (accent: Rgb): readonly Rgb[] => [
  PAPER,
  LINE,
  ...[1, 2, 3, 4, 5, 6, 7].map((eighth) => shade(INK, eighth / 8)),
  INK,
  SOFT,
  ...[1, 2, 3, 4].map((fifth) => shade(accent, fifth / 5)),
  accent,
];

/** Sixteen colours, all an image of flat shapes and three tones of text needs: four bits a pixel. */
export const PALETTE = withAccent(ACCENT);

const OK: Rgb = [0x1b, 0x63, 0x38];
const WARN: Rgb = [0x7d, 0x50, 0x00];
const BAD: Rgb = [0x9d, 0x2a, 0x20];

/**
 * The same image in the colour of a verdict, as the site shows it: all is drawn in the accent, and the file says which colour that is.
 * Drawn in five colours it would need five more shades of each, and twice the bits.
 */
export const VERDICT_PALETTES: Readonly<Record<OgResult['status'], readonly Rgb[]>> = {
  comfortable: withAccent(OK),
  fits: withAccent(OK),
  tight: withAccent(WARN),
  'needs-setting': withAccent([0x54, 0x43, 0x9f]),
  no: withAccent(BAD),
  rent: withAccent(WARN),
  limits: withAccent(BAD),
  unknown: PALETTE,
};

const distance = (a: Rgb, b: Rgb): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

/** Bucket of a colour in the table below: the upper four bits of each channel. */
export const bucket = (red: number, green: number, blue: number): number => ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);

/** Index of the palette colour nearest to each bucket of colours; the colours of the palette themselves map exactly. */
export const NEAREST: Uint8Array = (() => {
  const table = new Uint8Array(4096);
  for (let index = 0; index < table.length; index += 1) {
    const centre: Rgb = [((index >> 8) << 4) | 8, (index & 0xf0) | 8, ((index & 0xf) << 4) | 8];
    let nearest = 0;
    PALETTE.forEach((colour, candidate) => {
      if (distance(colour, centre) < distance(PALETTE[nearest] ?? PAPER, centre)) nearest = candidate;
    });
    table[index] = nearest;
  }
  PALETTE.forEach((colour, index) => (table[bucket(...colour)] = index));
  return table;
})();

/** As CSS writes it. */
export const css = ([red, green, blue]: Rgb): string => `rgb(${red} ${green} ${blue})`;
