import type { MeasuredRow, SelectorChip, SelectorData, SelectorImageModel, SelectorModel, SelectorQuantization, Text } from './data.ts';
import { packAttention, unpackAttention, type PackedAttention } from './pack-attention.ts';
import { toColumns, toRecords, transpose, type Columns, type Fields } from './pack-columns.ts';
import { packDigits, unpackDigits, type PackedDigits } from './pack-digits.ts';
import { fileOf, stepsOf } from './pack-files.ts';
import { joinShared, splitShared } from './pack-shared.ts';

const LISTS = ['models', 'quantizations', 'gpuLimits', 'chips', 'macs', 'prices', 'imageModels', 'speechModels', 'embeddingModels', 'sources'] as const;
type ListKey = (typeof LISTS)[number];

/** Lists of records whose id is mostly made of the name or the label. */
const NAMED: readonly ListKey[] = ['models', 'quantizations', 'chips', 'imageModels', 'speechModels', 'embeddingModels'];

/** Fields that hold a text in both languages. */
const TEXTS: Partial<Record<ListKey, readonly string[]>> = { models: ['note'], quantizations: ['label', 'note'], macs: ['name'] };

/** What a model has in common with those made from it, which are a third of the list. */
const SHAPE = [
  ...['paramsB', 'activeParamsB', 'layers', 'hiddenSize', 'intermediateSize', 'moe', 'vocab', 'attentionHeads'],
  ...['tiedEmbeddings', 'attention', 'filesOnly'],
] as const;

/**
 * The form in which the data travels: lists as columns, and in them what the rest does not say already. Of texts only one language travels,
 * of ids only those that are not made from the name.
 */
export type PackedData = Readonly<Record<ListKey | 'shapes', Columns>> &
  Pick<SelectorData, 'training' | 'embedding' | 'speed' | 'decodeError'> & {
    /** Sizes of the files of all models, one after the other. */
    readonly fileSteps: readonly number[];
    readonly speech: Omit<SelectorData['speech'], 'points'> & { readonly points: readonly (readonly unknown[])[] };
    /** The fields of all rows but the speed, one after the other; chip, model and quantization by their places. */
    readonly measured: readonly (readonly unknown[])[];
    readonly tokensPerSecond: PackedDigits;
    /** Model (its place), software, pixels and work of all points. */
    readonly imagePoints: readonly (readonly unknown[])[];
  };

/** Every field of a list as `change` makes it. */
const withFields = (records: readonly object[], keys: readonly string[] = [], change: (value: unknown) => unknown): Fields[] =>
  records.map((record) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, keys.includes(key) ? change(value) : value])));

const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);

/** What most ids are made of: `qwen3-8b` of Qwen3 8B, `m4-pro-16` of an M4 Pro with 16 GPU cores, and `q4_k_m` of 4bit Q4_K_M. */
const usualId = ({ name, gpuCores, label }: Fields): string =>
  (typeof label === 'string' ? label.replace(/.* /, '') : [name, gpuCores].join(' ').trim()).toLowerCase().replaceAll(' ', '-');

const withoutUsualId = ({ id, ...record }: Fields): Fields => (id === usualId(record) ? record : { id, ...record });
const withUsualId = (record: Fields): Fields => ({ id: usualId(record), ...record });

/** Attention as lists of numbers, files as the places of their quantizations; their sizes travel apart. */
const packModel = ({ files, attention, ...model }: SelectorModel, quants: readonly string[]): Fields => ({
  ...model,
  attention: packAttention({ attention, layers: model.layers }),
  files: files.map(({ quant }) => quants.indexOf(quant)),
});

/** @param nextSteps gives the size of one file after the other */
const unpackModel = (fields: Fields, quantizations: readonly SelectorQuantization[], nextSteps: () => number): SelectorModel => {
  const attention = unpackAttention(fields.attention as PackedAttention, fields.layers as number);
  const model = { ...fields, attention, files: [] } as unknown as SelectorModel;
  const files = (fields.files as readonly number[]).flatMap((place) => {
    const quantization = quantizations[place];
    return quantization === undefined ? [] : [{ quant: quantization.id, bytes: fileOf(model, quantization, nextSteps()) }];
  });
  return { ...model, files };
};

/** Both ends of the rate as fields of their own. */
const packChip = ({ gpuTflopsFp32: rate, ...chip }: SelectorChip): Fields => (rate ? { ...chip, rateLow: rate.low, rateHigh: rate.high } : { ...chip });

const unpackChip = ({ rateLow, rateHigh, ...chip }: Fields): SelectorChip =>
  ({ ...chip, gpuTflopsFp32: rateLow === undefined ? null : { low: rateLow, high: rateHigh } }) as SelectorChip;

/** Brings the data into the form in which it travels. The chips of the image calibration are the list of chips, so they are left out. */
export const pack = (data: SelectorData, language: keyof Text): PackedData => {
  const [chips, models, quants] = [idsOf(data.chips), idsOf(data.models), idsOf(data.quantizations)];
  const { records: packedModels, shared: shapes } = splitShared(
    data.models.map((model) => packModel(model, quants)),
    SHAPE,
  );
  const lists: Readonly<Record<ListKey, readonly object[]>> = {
    ...data,
    models: packedModels,
    chips: data.chips.map(packChip),
  };
  const imageModels = idsOf(data.imageModels);
  const speechModels = idsOf(data.speechModels);
  const quantizationOf = new Map(data.quantizations.map((one) => [one.id, one]));
  const inLanguage = (text: unknown): string => (text as Text)[language];
  const columnsOf = (key: ListKey): Columns => {
    const records = withFields(lists[key], TEXTS[key], inLanguage);
    return toColumns(NAMED.includes(key) ? records.map(withoutUsualId) : records);
  };
  return {
    ...(Object.fromEntries(LISTS.map((key) => [key, columnsOf(key)])) as Record<ListKey, Columns>),
    shapes: toColumns(shapes),
    fileSteps: data.models.flatMap((model) =>
      model.files.flatMap(({ quant, bytes }) => {
        const quantization = quantizationOf.get(quant);
        return quantization === undefined ? [] : [stepsOf(model, quantization, bytes)];
      }),
    ),
    speech: { ...data.speech, points: transpose(data.speech.points.map(({ model, work }) => [speechModels.indexOf(model), work])) },
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
    imagePoints: transpose(data.image.points.map(({ model, software, pixels, work }) => [imageModels.indexOf(model.id), software, pixels, work])),
  };
};

/**
 * What `pack` was given, with the texts of its language in place of both: a page shows one.
 * @param packed may come from JSON; its origin is the build, so it is not checked
 */
export const unpack = (packed: PackedData): SelectorData => {
  const both = (text: unknown): Text => ({ ja: text as string, en: text as string });
  const listOf = (key: ListKey): Fields[] => {
    const records = toRecords(packed[key]);
    return withFields(NAMED.includes(key) ? records.map(withUsualId) : records, TEXTS[key], both);
  };
  const lists = Object.fromEntries(LISTS.map((key) => [key, listOf(key)])) as unknown as Pick<SelectorData, ListKey>;
  const chipList = (lists.chips as unknown as Fields[]).map(unpackChip);
  const shapes = toRecords(packed.shapes);
  const steps = packed.fileSteps.values();
  const nextSteps = (): number => steps.next().value ?? 0;
  const [chips, models, quants] = [idsOf(lists.chips), idsOf(lists.models), idsOf(lists.quantizations)];
  const speeds = unpackDigits(packed.tokensPerSecond);
  return {
    ...lists,
    chips: chipList,
    models: joinShared(lists.models as unknown as Fields[], shapes).map((model) => unpackModel(model, lists.quantizations, nextSteps)),
    speech: {
      ...packed.speech,
      points: (transpose(packed.speech.points) as [number, number][]).map(([model, work]) => ({ model: lists.speechModels[model]?.id ?? '', work })),
    },
    training: packed.training,
    embedding: packed.embedding,
    speed: packed.speed,
    decodeError: packed.decodeError,
    measured: (transpose(packed.measured) as [number, number, number, number, number, number, string][]).map(
      ([source, chip, model, quant, prefill, contextTokens, date], row) =>
        [source, chips[chip], models[model], quants[quant], prefill === 1 ? 'prefill' : 'decode', contextTokens, speeds[row], date] as MeasuredRow,
    ),
    image: {
      chips: chipList,
      points: (transpose(packed.imagePoints) as [number, string, number, number][]).map(([model, software, pixels, work]) => ({
        model: lists.imageModels[model] as SelectorImageModel,
        software,
        pixels,
        work,
      })),
    },
  };
};
