import type { Locale } from '../../i18n/locales.ts';
import type { OgResult } from '../../navigation/og-result.ts';
import { breakIntoLines, joinPieces, type BrokenText, type Measure, type Piece } from './break.ts';
import { splitPiece, tidy, titlePieces, type FindPhrases } from './pieces.ts';

/** Size of a share image in pixels, the one all networks ask for. */
export const WIDTH = 1200;
export const HEIGHT = 630;
/** Free edge on the left and right; networks crop a little. */
export const MARGIN = 80;
export const TEXT_WIDTH = WIDTH - 2 * MARGIN;

export type Tone = 'ink' | 'soft' | 'accent';

/** One line of text with its place. */
export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  /** Top of the line's box; the box is `lineHeight(size)` high. */
  readonly top: number;
  readonly size: number;
  readonly tone: Tone;
}

/** What a share image says. */
export interface OgContent {
  readonly title: string;
  readonly section?: string | undefined;
  readonly locale: Locale;
  /** The answer of a tool page: verdict and figures below the title, its own memory bar, the colour of the verdict. */
  readonly result?: OgResult | undefined;
}

/** Width in pixels of a text at 100 px; widths grow in proportion to the size. */
export type MeasureAt100 = Measure;

/** Title sizes from large to small, and how many lines a title may have at each. */
const TITLE_SIZES = [
  { size: 96, maxLines: 2 },
  { size: 84, maxLines: 2 },
  { size: 72, maxLines: 3 },
  { size: 64, maxLines: 3 },
  { size: 56, maxLines: 3 },
  { size: 48, maxLines: 4 },
] as const;
/** Height of the tallest line there can be. */
export const TALLEST_LINE = Math.ceil(TITLE_SIZES[0].size * 1.36);
/** What one step down in size costs beside a bad break: enough that a large title may break at a particle, not that it may leave a widow. */
const SMALLER_COST = 0.3;
const LABEL_SIZE = 32;
const DETAIL_SIZE = 34;
/** A verdict names a Mac, and some have long names: it may shrink to the size of the figures below it, and is cut only then. */
const VERDICT_SIZE = 48;
/** Between these heights the section, title and detail stand, centred. */
const BLOCK_TOP = 128;
const BLOCK_BOTTOM = 482;

/** Height of a line's box: Noto Sans JP reaches from 0.93 above the baseline to 0.25 below it. */
export const lineHeight = (size: number): number => Math.ceil(size * 1.36);
/** Where the baseline stands within a line's box. */
export const baseline = (size: number): number => Math.round(size * 1.04);

const ELLIPSIS = '…';

/** Cuts a text that is too long for one line and says so with an ellipsis. */
const cutToWidth = (text: string, measure: Measure, maxWidth: number): string => {
  if (measure(text) <= maxWidth) return text;
  const characters = [...text];
  while (characters.length > 0 && measure(characters.join('').trimEnd() + ELLIPSIS) > maxWidth) characters.pop();
  return characters.join('').trimEnd() + ELLIPSIS;
};

/** Pieces that fit on a line; one that does not is cut into characters. */
const fitting = (pieces: readonly Piece[], measure: Measure, maxWidth: number): Piece[] =>
  pieces.flatMap((piece) => (measure(piece.text) > maxWidth ? splitPiece(piece) : [piece]));

interface FittedTitle {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Fills lines of the smallest size and cuts the rest. The schema keeps titles short enough, so this is for robustness only. */
const cutTitle = (pieces: readonly Piece[], maxHeight: number, measure: MeasureAt100): FittedTitle => {
  const { size, maxLines } = TITLE_SIZES[TITLE_SIZES.length - 1] ?? TITLE_SIZES[0];
  const at = (text: string): number => (measure(text) * size) / 100;
  const lines: string[] = [];
  let rest = pieces.flatMap(splitPiece);
  while (lines.length < Math.min(maxLines, Math.floor(maxHeight / lineHeight(size))) - 1) {
    let taken = 1;
    while (taken < rest.length && at(joinPieces(rest.slice(0, taken + 1))) <= TEXT_WIDTH) taken += 1;
    lines.push(joinPieces(rest.slice(0, taken)));
    rest = rest.slice(taken);
  }
  lines.push(cutToWidth(joinPieces(rest), at, TEXT_WIDTH));
  return { size, lines };
};

/**
 * Largest title that reads well within `maxHeight` pixels: each size is tried with as few lines as hold the text and with one more,
 * and the division that costs least wins, a smaller size being a cost as well.
 */
export const fitTitle = (title: string, maxHeight: number, measure: MeasureAt100, findPhrases: FindPhrases): FittedTitle => {
  const words = titlePieces(title, findPhrases);
  let best: BrokenText | undefined;
  let bestSize = 0;
  TITLE_SIZES.forEach(({ size, maxLines }, step) => {
    const at = (text: string): number => (measure(text) * size) / 100;
    const pieces = fitting(words, at, TEXT_WIDTH);
    const mostLines = Math.min(maxLines, Math.floor(maxHeight / lineHeight(size)));
    let tried = 0;
    for (let lineCount = 1; lineCount <= mostLines && tried < 2; lineCount += 1) {
      const broken = breakIntoLines(pieces, at, TEXT_WIDTH, lineCount);
      if (broken === undefined) continue;
      // A line more than needed must earn its place, or short titles would be torn in two.
      const cost = broken.cost + (step + tried) * SMALLER_COST;
      tried += 1;
      if (cost >= (best?.cost ?? Infinity)) continue;
      best = { lines: broken.lines, cost };
      bestSize = size;
    }
  });
  return best === undefined ? cutTitle(words, maxHeight, measure) : { size: bestSize, lines: best.lines };
};

/** A line that starts with a full-width bracket is moved out by the bracket's empty half, so that its ink stands on the edge. */
const hang = (text: string, size: number): number => (/^[「『（【〈《〔“]/u.test(text) ? 2 * Math.round(size * 0.22) : 0);

/** Places section, title, verdict and figures as one block, centred between the top line and the memory bar. */
export const placeLines = (content: OgContent, measure: MeasureAt100, findPhrases: FindPhrases): PlacedLine[] => {
  const oneLine = (text: string, size: number): string => cutToWidth(tidy(text), (each) => (measure(each) * size) / 100, TEXT_WIDTH);
  const above = content.section ? [{ text: oneLine(content.section, LABEL_SIZE), size: LABEL_SIZE, tone: 'accent' as const, gapBefore: 0 }] : [];
  const { verdict = '', detail = '' } = content.result ?? {};
  const verdictSize = Math.max(DETAIL_SIZE, Math.min(VERDICT_SIZE, Math.floor((100 * TEXT_WIDTH) / Math.max(1, measure(tidy(verdict))))));
  const below = [
    { text: oneLine(verdict, verdictSize), size: verdictSize, tone: 'accent' as const, gapBefore: 20 },
    { text: oneLine(detail, DETAIL_SIZE), size: DETAIL_SIZE, tone: 'soft' as const, gapBefore: 4 },
  ].filter(({ text }) => text !== '');
  const heightOf = (rows: readonly { size: number; gapBefore: number }[]): number => rows.reduce((sum, row) => sum + row.gapBefore + lineHeight(row.size), 0);

  const titleGap = above.length > 0 ? 8 : 0;
  const room = BLOCK_BOTTOM - BLOCK_TOP - titleGap - heightOf([...above, ...below]);
  const { size, lines } = fitTitle(content.title, room, measure, findPhrases);
  const title = lines.map((text, index) => ({ text, size, tone: 'ink' as const, gapBefore: index === 0 ? titleGap : 0 }));

  const rows = [...above, ...title, ...below];
  let top = BLOCK_TOP + Math.round((BLOCK_BOTTOM - BLOCK_TOP - heightOf(rows)) / 2);
  return rows.map(({ text, size, tone, gapBefore }) => {
    const placed = { text, x: MARGIN - hang(text, size), top: top + gapBefore, size, tone };
    top = placed.top + lineHeight(size);
    return placed;
  });
};
