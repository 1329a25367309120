/** An estimate and how sure it is: the likely value between two it will rarely leave. Always low ≤ mid ≤ high. */
export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** The range of `mid` when the truth may lie a factor of `spread` (at least 1) to either side. */
export const around = (mid: number, spread: number): Range => ({ low: mid / spread, mid, high: mid * spread });

/** A duration as a rate or the other way round: `amount` per unit of the range. The ends change places. */
export const invert = ({ low, mid, high }: Range, amount = 1): Range => ({ low: amount / high, mid: amount / mid, high: amount / low });

/** All three values times the same positive factor. */
export const scaleRange = ({ low, mid, high }: Range, factor: number): Range => ({ low: low * factor, mid: mid * factor, high: high * factor });
