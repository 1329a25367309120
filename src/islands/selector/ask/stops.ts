/** Powers of two from `min` to `max`, and `max` itself: the stops of a slider over token counts. */
export const powerStops = (min: number, max: number): number[] => {
  const stops: number[] = [];
  for (let tokens = min; tokens < max; tokens *= 2) stops.push(tokens);
  return [...stops, max];
};

/** The place of the stop a value stands at, or of the last one below it. */
export const stopOf = (value: number, stops: readonly number[]): number =>
  Math.max(
    0,
    stops.findLastIndex((stop) => stop <= value),
  );
