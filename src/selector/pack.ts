import type { MeasuredRow, SelectorData, SelectorImageModel, SelectorModel, Text } from './data.ts';
import { packAttention, unpackAttention, type PackedAttention } from './pack-attention.ts';
import { toColumns, toRecords, transpose, type Columns, type Fields } from './pack-columns.ts';
import { packDigits, unpackDigits, type PackedDigits } from './pack-digits.ts';

const LISTS = ['models', 'quantizations', 'gpuLimits', 'chips', 'macs', 'prices', 'imageModels', 'speechModels', 'embeddingModels', 'sources'] as const;
type ListKey = (typeof LISTS)[number];

/** Lists of records whose id is mostly made of the name. */
const NAMED: readonly ListKey[] = ['models', 'chips', 'imageModels', 'speechModels', 'embeddingModels'];

/** Fields that hold a text in both languages. */
const TEXTS: Partial<Record<ListKey, readonly string[]>> = { models: ['note'], quantizations: ['label', 'note'], macs: ['name'] };

/**
 * The form in which the data travels: lists as columns, and in them what the rest does not say already. Of texts only one language travels,
 * of ids only those that are not made from the name.
 */
export type PackedData = Readonly<Record<ListKey, Columns>> &
  Pick<SelectorData, 'speech' | 'training' | 'embedding' | 'speed' | 'decodeError'> & {
    /** The fields of all rows but the speed, one after the other; chip, model and quantization by their places. */
    readonly measured: readonly (readonly unknown[])[];
    readonly tokensPerSecond: PackedDigits;
    /** As in the data, with the id of the model in its place. */
    readonly imagePoints: readonly { readonly model: string; readonly software: string; readonly pixels: number; readonly work: number }[];
  };

/** Every field of a list as `change` makes it. */
const withFields = (records: readonly object[], keys: readonly string[] = [], change: (value: unknown) => unknown): Fields[] =>
  records.map((record) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, keys.includes(key) ? change(value) : value])));

const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);

/** What most ids are made of: `qwen3-8b` of Qwen3 8B, and `m4-pro-16` of an M4 Pro with 16 GPU cores. */
const usualId = ({ name, gpuCores }: Fields): string => [name, gpuCores].join(' ').trim().toLowerCase().replaceAll(' ', '-');

const withoutUsualId = ({ id, ...record }: Fields): Fields => (id === usualId(record) ? record : { id, ...record });
const withUsualId = (record: Fields): Fields => ({ id: usualId(record), ...record });

const MB = 1e6;

/** Attention and files as lists of numbers; a quantization by its place. */
const packModel = ({ files, attention, ...model }: SelectorModel, quants: readonly string[]): Fields => ({
  ...model,
  attention: packAttention({ attention, layers: model.layers }),
  fileQuants: files.map(({ quant }) => quants.indexOf(quant)),
  files: files.map(({ bytes }) => bytes / MB),
});

const unpackModel = ({ fileQuants, ...model }: Fields, quants: readonly string[]): Fields => ({
  ...model,
  attention: unpackAttention(model.attention as PackedAttention, model.layers as number),
  files: (model.files as readonly number[]).map((size, place) => ({ quant: quants[(fileQuants as readonly number[])[place] ?? -1], bytes: size * MB })),
});

/** Brings the data into the form in which it travels. The chips of the image calibration are the list of chips, so they are left out. */
export const pack = (data: SelectorData, language: keyof Text): PackedData => {
  const [chips, models, quants] = [idsOf(data.chips), idsOf(data.models), idsOf(data.quantizations)];
  const lists: Readonly<Record<ListKey, readonly object[]>> = { ...data, models: data.models.map((model) => packModel(model, quants)) };
  const inLanguage = (text: unknown): string => (text as Text)[language];
  const columnsOf = (key: ListKey): Columns => {
    const records = withFields(lists[key], TEXTS[key], inLanguage);
    return toColumns(NAMED.includes(key) ? records.map(withoutUsualId) : records);
  };
  return {
    ...(Object.fromEntries(LISTS.map((key) => [key, columnsOf(key)])) as Record<ListKey, Columns>),
    speech: data.speech,
    training: data.training,
    embedding: data.embedding,
    speed: data.speed,
    decodeError: data.decodeError,
    measured: transpose(
      data.measured.map(([source, chip, model, quant, measure, contextTokens, , date]) => [
        source,
        chips.indexOf(chip),
        models.indexOf(model),
        quants.indexOf(quant),
        Number(measure === 'prefill'),
        contextTokens,
        date,
      ]),
    ),
    tokensPerSecond: packDigits(data.measured.map(([, , , , , , tokensPerSecond]) => tokensPerSecond)),
    imagePoints: data.image.points.map(({ model, software, pixels, work }) => ({ model: model.id, software, pixels, work })),
  };
};

/**
 * What `pack` was given, with the texts of its language in place of both: a page shows one.
 * @param packed may come from JSON; its origin is the build, so it is not checked
 */
export const unpack = (packed: PackedData): SelectorData => {
  const both = (text: unknown): Text => ({ ja: text as string, en: text as string });
  const listOf = (key: ListKey): Fields[] => {
    const records = withFields(toRecords(packed[key]), TEXTS[key], both);
    return NAMED.includes(key) ? records.map(withUsualId) : records;
  };
  const lists = Object.fromEntries(LISTS.map((key) => [key, listOf(key)])) as unknown as Pick<SelectorData, ListKey>;
  const [chips, models, quants] = [idsOf(lists.chips), idsOf(lists.models), idsOf(lists.quantizations)];
  const speeds = unpackDigits(packed.tokensPerSecond);
  const imageModels = new Map(lists.imageModels.map((model): [string, SelectorImageModel] => [model.id, model]));
  return {
    ...lists,
    models: lists.models.map((model) => unpackModel(model as unknown as Fields, quants)) as unknown as SelectorModel[],
    speech: packed.speech,
    training: packed.training,
    embedding: packed.embedding,
    speed: packed.speed,
    decodeError: packed.decodeError,
    measured: (transpose(packed.measured) as [number, number, number, number, number, number, string][]).map(
      ([source, chip, model, quant, prefill, contextTokens, date], row) =>
        [source, chips[chip], models[model], quants[quant], prefill === 1 ? 'prefill' : 'decode', contextTokens, speeds[row], date] as MeasuredRow,
    ),
    image: {
      chips: lists.chips,
      points: packed.imagePoints.flatMap(({ model: id, software, pixels, work }) => {
        const model = imageModels.get(id);
        return model === undefined ? [] : [{ model, software, pixels, work }];
      }),
    },
  };
};
