import type { Fields } from './pack-columns.ts';

/**
 * Takes fields that many records share out of them. Each set of values is listed once, in the order in which it first occurs; a record
 * says in `shared` how many sets before the next new one its own is, 0 for the new one itself.
 */
export const splitShared = (records: readonly Fields[], keys: readonly string[]): { readonly records: Fields[]; readonly shared: Fields[] } => {
  const places = new Map<string, number>();
  const shared: Fields[] = [];
  return {
    shared,
    records: records.map((record) => {
      const own = Object.entries(record).filter(([key]) => keys.includes(key));
      const rest = Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
      const text = JSON.stringify(own);
      const place = places.get(text);
      if (place !== undefined) return { ...rest, shared: shared.length - place };
      places.set(text, shared.length);
      shared.push(Object.fromEntries(own));
      return { ...rest, shared: 0 };
    }),
  };
};

/** The records `splitShared` was given. */
export const joinShared = (records: readonly Fields[], shared: readonly Fields[]): Fields[] => {
  let next = 0;
  return records.map(({ shared: back, ...record }) => ({ ...record, ...shared[back === 0 ? next++ : next - Number(back)] }));
};
