import type { MeasuredRow, SelectorData, SelectorImageModel } from './data.ts';

/**
 * The form in which the data travels. Lists of records become columns, one list of values per field: names of fields are sent once, and
 * values of one kind stand side by side, which a compressor likes. A field that not every record has is sent as values by place.
 */
type Column = readonly unknown[] | Readonly<Record<string, unknown>>;
type Columns = Readonly<Record<string, Column>>;

const LISTS = ['models', 'quantizations', 'gpuLimits', 'chips', 'macs', 'prices', 'imageModels', 'speechModels', 'embeddingModels', 'sources'] as const;
type ListKey = (typeof LISTS)[number];

export type PackedData = Readonly<Record<ListKey, Columns>> &
  Pick<SelectorData, 'speech' | 'training' | 'speed' | 'decodeError'> & {
    /** The fields of all rows, one after the other. */
    readonly measured: readonly (readonly unknown[])[];
    /** As in the data, with the id of the model in its place. */
    readonly imagePoints: readonly { readonly model: string; readonly software: string; readonly work: number }[];
  };

const toColumns = (records: readonly object[]): Columns => {
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  const valuesOf = (key: string): [number, unknown][] =>
    records.flatMap((record, place): [number, unknown][] => (key in record ? [[place, (record as Record<string, unknown>)[key]]] : []));
  return Object.fromEntries(
    [...keys].map((key) => {
      const values = valuesOf(key);
      return [key, values.length === records.length ? values.map(([, value]) => value) : Object.fromEntries(values)];
    }),
  );
};

const toRecords = (columns: Columns): Record<string, unknown>[] => {
  const length = Math.max(0, ...Object.values(columns).map((column) => (Array.isArray(column) ? column.length : 0)));
  const records = Array.from({ length }, (): Record<string, unknown> => ({}));
  for (const [key, column] of Object.entries(columns)) {
    // The places of a list are its keys too.
    for (const [place, value] of Object.entries(column)) {
      const record = records[Number(place)];
      if (record !== undefined) record[key] = value;
    }
  }
  return records;
};

const transpose = (rows: readonly (readonly unknown[])[]): unknown[][] => (rows[0] ?? []).map((_, place) => rows.map((row) => row[place]));

/** Brings the data into the form in which it travels. The chips of the image calibration are the list of chips, so they are left out. */
export const pack = (data: SelectorData): PackedData => ({
  ...(Object.fromEntries(LISTS.map((key) => [key, toColumns(data[key])])) as Record<ListKey, Columns>),
  speech: data.speech,
  training: data.training,
  speed: data.speed,
  decodeError: data.decodeError,
  measured: transpose(data.measured),
  imagePoints: data.image.points.map(({ model, software, work }) => ({ model: model.id, software, work })),
});

/** What `pack` was given. @param packed may come from JSON; its origin is the build, so it is not checked */
export const unpack = (packed: PackedData): SelectorData => {
  const lists = Object.fromEntries(LISTS.map((key) => [key, toRecords(packed[key])])) as unknown as Pick<SelectorData, ListKey>;
  const imageModels = new Map(lists.imageModels.map((model): [string, SelectorImageModel] => [model.id, model]));
  return {
    ...lists,
    speech: packed.speech,
    training: packed.training,
    speed: packed.speed,
    decodeError: packed.decodeError,
    measured: transpose(packed.measured) as unknown as MeasuredRow[],
    image: {
      chips: lists.chips,
      points: packed.imagePoints.flatMap(({ model: id, software, work }) => {
        const model = imageModels.get(id);
        return model === undefined ? [] : [{ model, software, work }];
      }),
    },
  };
};
