import { scaleLog } from 'd3-scale';
import { round } from './percent.ts';

/** A published figure and its estimate. Both must be above 0. */
export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  readonly group: string;
}

/** Where the square of the plot stands in its figure: percent across, pixels down. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ScatterTick {
  readonly value: number;
  /** A power of ten. */
  readonly major: boolean;
  /** Place on the horizontal axis in percent, and on the vertical one in pixels. */
  readonly x: number;
  readonly y: number;
}

/** Paths are drawn in a square of this side that is stretched over the plot area. */
export const SCATTER_SIDE = 1000;

export interface Scatter {
  readonly ticks: readonly ScatterTick[];
  /** Where estimate and published figure are the same. */
  readonly diagonal: string;
  /** Where the estimate is near. */
  readonly band: string;
  /** One path per group: a point without length for every row, which the caps of the stroke make a dot. */
  readonly marks: ReadonlyMap<string, string>;
  /** Where a point stands in the figure, in percent across and pixels down. */
  readonly place: (point: Pick<ScatterPoint, 'x' | 'y'>) => { readonly x: number; readonly y: number };
}

const STEPS = [1, 2, 5];

/** The values 1, 2 and 5 times a power of ten, from the last one below `least` to the first one above `most`. */
const ticksOver = (least: number, most: number): number[] => {
  const values: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power += 1)
    for (const step of STEPS) values.push(Number((step * 10 ** power).toPrecision(1)));
  const from = values.findLastIndex((value) => value <= least);
  const to = values.findIndex((value) => value >= most);
  return values.slice(Math.max(0, from), to < 0 ? undefined : Math.max(to, from + 1) + 1);
};

/**
 * Estimates over published figures on two equal logarithmic axes, so that the same factor is the same distance everywhere.
 * @param near how far below and above, as parts of 1, the band around the diagonal reaches
 * @throws for a point that has no logarithm
 */
export const scatter = (points: readonly ScatterPoint[], area: PlotArea, near: { readonly below: number; readonly above: number }): Scatter => {
  const values = points.flatMap(({ x, y }) => [x, y]);
  if (values.length === 0 || values.some((value) => !(value > 0) || value === Infinity)) throw new Error('scatter: expected values above 0');
  const ticks = ticksOver(Math.min(...values), Math.max(...values));
  const [least = 1, most = 10] = [ticks[0], ticks.at(-1)];
  const scale = scaleLog().domain([least, most]);
  const onPage = ({ x, y }: Pick<ScatterPoint, 'x' | 'y'>) => ({
    x: round(area.left + scale(x) * (area.right - area.left)),
    y: round(area.bottom - scale(y) * (area.bottom - area.top)),
  });
  const inSquare = (x: number, y: number): string => `${Math.round(scale(x) * SCATTER_SIDE)} ${Math.round((1 - scale(y)) * SCATTER_SIDE)}`;

  const [low, high] = [1 - near.below, 1 + near.above];
  const corners = [
    [least, least],
    [least, Math.min(most, least * high)],
    [Math.max(least, most / high), most],
    [most, most],
    [most, Math.max(least, most * low)],
    [Math.min(most, least / low), least],
  ] as const;

  const marks = new Map<string, string>();
  for (const { x, y, group } of points) marks.set(group, `${marks.get(group) ?? ''}M${inSquare(x, y)}h0`);
  return {
    ticks: ticks.map((value) => ({
      value,
      major: Number.isInteger(Math.log10(value)),
      ...onPage({ x: value, y: value }),
    })),
    diagonal: `M${inSquare(least, least)}L${inSquare(most, most)}`,
    band: `M${corners.map(([x, y]) => inSquare(x, y)).join('L')}Z`,
    marks,
    place: onPage,
  };
};
