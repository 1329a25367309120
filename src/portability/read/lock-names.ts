/** Versions of one package a lock file may hold; more nobody locks, and every edge would have to look through them. */
const MOST_OF_A_NAME = 50;

/** Positions of packages by name. */
export const positionsByName = (names: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const positions = new Map<string, number[]>();
  names.forEach((name, index) => {
    const known = positions.get(name);
    if (known === undefined) positions.set(name, [index]);
    else if (known.length < MOST_OF_A_NAME) known.push(index);
  });
  return positions;
};
