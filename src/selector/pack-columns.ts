/**
 * Lists of records as columns, one list of values per field: names of fields are sent once, and values of one kind stand side by side,
 * which a compressor likes. A field that not every record has is sent as values by place.
 */
export type Columns = Readonly<Record<string, readonly unknown[] | Readonly<Record<string, unknown>>>>;

export type Fields = Record<string, unknown>;

export const toColumns = (records: readonly object[]): Columns => {
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  const valuesOf = (key: string): [number, unknown][] =>
    records.flatMap((record, place): [number, unknown][] => (key in record ? [[place, (record as Fields)[key]]] : []));
  return Object.fromEntries(
    [...keys].map((key) => {
      const values = valuesOf(key);
      return [key, values.length === records.length ? values.map(([, value]) => value) : Object.fromEntries(values)];
    }),
  );
};

/** @param columns at least one of a field that all records have */
export const toRecords = (columns: Columns): Fields[] => {
  const records: Fields[] = [];
  for (const [key, column] of Object.entries(columns)) {
    // The places of a list are its keys too.
    for (const [place, value] of Object.entries(column)) (records[Number(place)] ??= {})[key] = value;
  }
  return records;
};

export const transpose = (rows: readonly (readonly unknown[])[]): unknown[][] => (rows[0] ?? []).map((_, place) => rows.map((row) => row[place]));
