import type { MeasuredRow, SelectorData, SelectorImageModel, SelectorModel, Text } from './data.ts';

/**
 * The form in which the data travels. Lists of records become columns, one list of values per field: names of fields are sent once, and
 * values of one kind stand side by side, which a compressor likes. A field that not every record has is sent as values by place. Of texts
 * only one language travels.
 */
type Column = readonly unknown[] | Readonly<Record<string, unknown>>;
type Columns = Readonly<Record<string, Column>>;

const LISTS = ['models', 'quantizations', 'gpuLimits', 'chips', 'macs', 'prices', 'imageModels', 'speechModels', 'embeddingModels', 'sources'] as const;
type ListKey = (typeof LISTS)[number];

/** Fields that hold a text in both languages. */
const TEXTS: Partial<Record<ListKey, readonly string[]>> = { models: ['note'], quantizations: ['label', 'note'], macs: ['name'] };

export type PackedData = Readonly<Record<ListKey, Columns>> &
  Pick<SelectorData, 'speech' | 'training' | 'speed' | 'decodeError'> & {
    /** The fields of all rows, one after the other; chip, model and quantization by their places. */
    readonly measured: readonly (readonly unknown[])[];
    /** As in the data, with the id of the model in its place. */
    readonly imagePoints: readonly { readonly model: string; readonly software: string; readonly work: number }[];
  };

type Fields = Record<string, unknown>;

const toColumns = (records: readonly object[]): Columns => {
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

const toRecords = (columns: Columns): Fields[] => {
  const length = Math.max(0, ...Object.values(columns).map((column) => (Array.isArray(column) ? column.length : 0)));
  const records = Array.from({ length }, (): Fields => ({}));
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

/** Every field of a list as `change` makes it. */
const withFields = (records: readonly object[], keys: readonly string[] = [], change: (value: unknown) => unknown): Fields[] =>
  records.map((record) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, keys.includes(key) ? change(value) : value])));

const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);

/** Files of a model as a flat list: quantization by its place, bytes, quantization, bytes. */
type PackedFiles = readonly number[];

const packFiles = (model: SelectorModel, quants: readonly string[]): Fields => ({
  ...model,
  files: model.files.flatMap(({ quant, bytes }): PackedFiles => [quants.indexOf(quant), bytes]),
});

const unpackFiles = (model: Fields, quants: readonly string[]): void => {
  const packed = model.files as PackedFiles;
  model.files = packed.flatMap((bytes, place) => (place % 2 === 1 ? [{ quant: quants[packed[place - 1] ?? -1], bytes }] : []));
};

/** Brings the data into the form in which it travels. The chips of the image calibration are the list of chips, so they are left out. */
export const pack = (data: SelectorData, language: keyof Text): PackedData => {
  const [chips, models, quants] = [idsOf(data.chips), idsOf(data.models), idsOf(data.quantizations)];
  const lists = { ...data, models: data.models.map((model) => packFiles(model, quants)) };
  const inLanguage = (text: unknown): string => (text as Text)[language];
  return {
    ...(Object.fromEntries(LISTS.map((key) => [key, toColumns(withFields(lists[key], TEXTS[key], inLanguage))])) as Record<ListKey, Columns>),
    speech: data.speech,
    training: data.training,
    speed: data.speed,
    decodeError: data.decodeError,
    measured: transpose(
      data.measured.map(([source, chip, model, quant, measure, ...rest]) => [
        source,
        chips.indexOf(chip),
        models.indexOf(model),
        quants.indexOf(quant),
        Number(measure === 'prefill'),
        ...rest,
      ]),
    ),
    imagePoints: data.image.points.map(({ model, software, work }) => ({ model: model.id, software, work })),
  };
};

/**
 * What `pack` was given, with the texts of its language in place of both: a page shows one.
 * @param packed may come from JSON; its origin is the build, so it is not checked
 */
export const unpack = (packed: PackedData): SelectorData => {
  const both = (text: unknown): Text => ({ ja: text as string, en: text as string });
  const lists = Object.fromEntries(LISTS.map((key) => [key, withFields(toRecords(packed[key]), TEXTS[key], both)])) as unknown as Pick<SelectorData, ListKey>;
  const [chips, models, quants] = [idsOf(lists.chips), idsOf(lists.models), idsOf(lists.quantizations)];
  for (const model of lists.models) unpackFiles(model as unknown as Fields, quants);
  const imageModels = new Map(lists.imageModels.map((model): [string, SelectorImageModel] => [model.id, model]));
  return {
    ...lists,
    speech: packed.speech,
    training: packed.training,
    speed: packed.speed,
    decodeError: packed.decodeError,
    measured: (transpose(packed.measured) as [number, number, number, number, number, ...unknown[]][]).map(
      ([source, chip, model, quant, prefill, ...rest]) =>
        [source, chips[chip], models[model], quants[quant], prefill === 1 ? 'prefill' : 'decode', ...rest] as unknown as MeasuredRow,
    ),
    image: {
      chips: lists.chips,
      points: packed.imagePoints.flatMap(({ model: id, software, work }) => {
        const model = imageModels.get(id);
        return model === undefined ? [] : [{ model, software, work }];
      }),
    },
  };
};
