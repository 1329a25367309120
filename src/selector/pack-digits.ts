/** Numbers of three digits each as two texts of digits: 22.6 and 1200 are `226120` and `13`. Figures without separators compress best. */
export interface PackedDigits {
  readonly digits: string;
  /** The power of ten of each number’s first digit. */
  readonly powers: string;
}

/** @throws {RangeError} for a value that is not from 1 to below 10^10, or has more than three digits: it would not come back */
export const packDigits = (values: readonly number[]): PackedDigits => {
  const lost = values.find((value) => !(value >= 1 && value < 1e10 && Number(value.toPrecision(3)) === value));
  if (lost !== undefined) throw new RangeError(`${lost} is no number of three digits from 1 to below 10^10`);
  const parts = values.map((value) => value.toExponential(2).replace('.', '').split('e+'));
  return { digits: parts.map(([digits]) => digits).join(''), powers: parts.map(([, power]) => power).join('') };
};

export const unpackDigits = ({ digits, powers }: PackedDigits): number[] =>
  Array.from(powers, (power, place) => Number(`${digits.slice(place * 3, place * 3 + 3)}e${Number(power) - 2}`));
