import { logAxis, type LogTick } from './log-axis.ts';

/** A chip as the two limits of its work. */
export interface Roof {
  readonly key: string;
  readonly bandwidthGBps: number;
  readonly tflops: number;
}

/** What is done for each byte that is read from memory. */
export interface Workload {
  readonly key: string;
  /** Operations per byte. */
  readonly intensity: number;
}

/** Where the plot stands in its figure: percent across, pixels down. */
export interface RooflineArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

export interface DrawnRoof {
  readonly key: string;
  /** Operations per byte from which on arithmetic is the limit. */
  readonly ridge: number;
  /** Left end, where bandwidth and arithmetic meet, right end. */
  readonly corners: readonly [Place, Place, Place];
  /** The limit of each workload, in the order they were given. */
  readonly points: readonly (Place & { readonly key: string; readonly tflops: number; readonly boundBy: 'bandwidth' | 'compute' })[];
}

export interface Roofline {
  readonly xTicks: readonly LogTick[];
  readonly yTicks: readonly LogTick[];
  readonly roofs: readonly DrawnRoof[];
  readonly workloads: readonly (Workload & { readonly x: number })[];
}

/** 10^12 operations a second a chip can do when each byte read feeds `intensity` operations: the lower of its two limits. */
export const attainableTflops = ({ bandwidthGBps, tflops }: Roof, intensity: number): number => Math.min(tflops, (bandwidthGBps * intensity) / 1000);

/**
 * The roofline model (Williams, Waterman and Patterson, 2009): attainable work over operations per byte, both axes logarithmic.
 * @throws without a roof or a workload, and for limits that are not above 0
 */
export const roofline = (roofs: readonly Roof[], workloads: readonly Workload[], area: RooflineArea): Roofline => {
  const intensities = workloads.map(({ intensity }) => intensity);
  const horizontal = logAxis(Math.min(...intensities), Math.max(...intensities), [area.left, area.right]);
  const [least = 1, most = 10] = [horizontal.ticks[0]?.value, horizontal.ticks.at(-1)?.value];
  const vertical = logAxis(Math.min(...roofs.map((roof) => attainableTflops(roof, least))), Math.max(...roofs.map(({ tflops }) => tflops)), [
    area.bottom,
    area.top,
  ]);
  const place = (roof: Roof, intensity: number): Place => ({ x: horizontal.at(intensity), y: vertical.at(attainableTflops(roof, intensity)) });
  return {
    xTicks: horizontal.ticks,
    yTicks: vertical.ticks,
    roofs: roofs.map((roof) => {
      const ridge = (roof.tflops * 1000) / roof.bandwidthGBps;
      return {
        key: roof.key,
        ridge,
        corners: [place(roof, least), place(roof, Math.min(Math.max(ridge, least), most)), place(roof, most)],
        points: workloads.map(({ key, intensity }) => ({
          key,
          tflops: attainableTflops(roof, intensity),
          boundBy: intensity < ridge ? 'bandwidth' : 'compute',
          ...place(roof, intensity),
        })),
      };
    }),
    workloads: workloads.map((workload) => ({ ...workload, x: horizontal.at(workload.intensity) })),
  };
};
