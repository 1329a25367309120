import { summarize, speedRows } from '../../accuracy/speed.ts';
import { embeddingCalibration } from '../../advisor/embedding/calibration.ts';
import { imageCalibration } from '../../advisor/image/calibration.ts';
import { speechCalibration } from '../../advisor/speech/speed.ts';
import fitted from '../../advisor/speed/fitted.json' with { type: 'json' };
import type { MODEL_CLASSES } from '../../advisor/speed/parameters.ts';
import { trainingCalibration } from '../../advisor/training/speed.ts';
import heldOut from '../../calibration/held-out.json' with { type: 'json' };
import { observationsOf } from '../../calibration/observations.ts';
import type { Facts } from '../../facts/collections.ts';
import { loadFacts } from '../../facts/registry.ts';
import type { MeasuredRow, SelectorData } from '../../selector/data.ts';
import { fileOf, stepsOf } from '../../selector/pack-files.ts';
import { measuredRows } from './measured-rows.ts';

/** The fields of a record that it has, in the order asked for. */
const pick = <T extends object, K extends keyof T>(record: T, ...keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.filter((key) => record[key] !== undefined).map((key) => [key, record[key]])) as Pick<T, K>;

/** Numbers with five digits: an answer does not change by a ten-thousandth for more (tests/unit/selector/data.test.ts). */
const rounded = <T>(tree: T, digits = 5): T =>
  JSON.parse(JSON.stringify(tree, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(digits)) : value))) as T;

/** What is taken from published runs has three digits at most, and the estimates made of it two. */
const RUN_DIGITS = 3;

const modelOf = (model: Facts['models'][number], quantizations: SelectorData['quantizations']): SelectorData['models'][number] => {
  const shape = {
    ...pick(model, 'id', 'name', 'family', 'japanese'),
    paramsB: rounded(model.paramsB),
    ...pick(model, 'activeParamsB', 'layers', 'hiddenSize', 'intermediateSize', 'vocab', 'attentionHeads'),
    ...pick(model, 'tiedEmbeddings', 'contextMax', 'attention', 'filesOnly', 'note'),
    moe: model.moe && pick(model.moe, 'experts', 'activeExperts'),
    files: [],
  };
  return {
    ...shape,
    files: model.files.map(({ quant, bytes }) => {
      const quantization = quantizations.find(({ id }) => id === quant);
      return { quant, bytes: quantization === undefined ? bytes : fileOf(shape, quantization, stepsOf(shape, quantization, bytes)) };
    }),
  };
};

/** A price that names no chip or memory, or is out of date, counts for no configuration. */
const pricesOf = ({ prices }: Facts): SelectorData['prices'] =>
  prices
    .filter(({ chip, memoryGB, current }) => chip !== undefined && memoryGB !== undefined && current)
    .map((price) => ({
      ...pick(price, 'mac', 'chip', 'memoryGB', 'storageGB', 'currency', 'amount', 'current'),
      // The newest: of two dates that overlap (2026-09, 2026-09-22) the more exact one is the later.
      sources: price.sources
        .map((source) => pick(source, 'asOf'))
        .sort((a, b) => (a.asOf < b.asOf ? 1 : -1))
        .slice(0, 1),
    }));

/** Source, date, chip, quantization, model, measure, context: what repeats in most rows side by side, which compresses best. */
const ORDER = [0, 7, 1, 3, 2, 4, 5] as const;

const byRun = (a: MeasuredRow, b: MeasuredRow): number => {
  for (const place of ORDER) if (a[place] !== b[place]) return a[place] < b[place] ? -1 : 1;
  return 0;
};

const decodeErrorOf = (facts: Facts): SelectorData['decodeError'] => {
  const rows = speedRows(observationsOf(facts, 'decode'), fitted, heldOut);
  const errorOf = (modelClass: (typeof MODEL_CLASSES)[number]): number =>
    Number(summarize(rows.filter(({ observation }) => observation.modelClass === modelClass)).meanAbsoluteError.toPrecision(2));
  return { dense: errorOf('dense'), small: errorOf('small'), experts: errorOf('experts') };
};

/** The facts the spec selector calculates with and shows, in both languages, and nothing it does not use. */
export const selectorData = (facts: Facts = loadFacts()): SelectorData => {
  const chips = facts.chips.map((chip) => ({
    ...pick(chip, 'id', 'name', 'family', 'tier', 'cpuCores', 'gpuCores', 'memoryOptionsGB', 'bandwidthGBps', 'bandwidthByMemoryGB'),
    ...pick(chip, 'gpuTflopsFp32', 'neuralAccelerators'),
  }));
  const quantizations = facts.quantizations.map((one) =>
    pick(one, 'id', 'engine', 'kernel', 'bitsPerWeight', 'bodyBits', 'embeddingBits', 'outputBits', 'general', 'common', 'label', 'note'),
  );
  const imageModels = facts.imageModels.map((model) => ({
    ...pick(model, 'id', 'name', 'architecture', 'passesPerStep', 'steps', 'nativePx'),
    activations: model.activations && pick(model.activations, 'bytes', 'pixels'),
    components: rounded(model.components.map((part) => pick(part, 'role', 'params'))),
  }));
  const measured = measuredRows(facts);
  const rowsOf = <Row>(records: readonly { readonly rows: readonly Row[] }[]): readonly Row[] => records.flatMap(({ rows }) => rows);
  const image = imageCalibration(rowsOf(facts.imageMeasurements), facts.imageModels, facts.chips);
  const imageModelOf = new Map(imageModels.map((model) => [model.id, model]));
  const programs = [...new Set(image.points.map(({ software }) => software))];
  const points = image.points.flatMap(({ model: { id }, software, pixels, work }) => {
    const model = imageModelOf.get(id);
    // Which program it was is not shown; how many there were counts.
    return model === undefined ? [] : [{ model, software: String(programs.indexOf(software)), pixels, work: rounded(work, RUN_DIGITS) }];
  });
  return {
    models: facts.models.map((model) => modelOf(model, quantizations)),
    quantizations,
    gpuLimits: facts.gpuLimits.map((limit) =>
      pick(limit, 'memoryGB', 'legacyFraction', 'legacyUsableMiB', 'currentFraction', 'currentUsableMiB', 'currentObserved'),
    ),
    chips,
    macs: facts.macs.map((mac) =>
      pick(mac, 'id', 'name', 'chips', 'memoryOptionsGB', 'memoryByChipGB', 'storageOptionsGB', 'fan', 'portable', 'released', 'onSale'),
    ),
    prices: pricesOf(facts),
    imageModels,
    speechModels: facts.speechModels.map((model) => pick(model, 'id', 'name', 'encoderLayers', 'decoderLayers', 'hiddenSize', 'vocab', 'fileMiB')),
    embeddingModels: facts.embeddingModels.map((model) => ({
      ...pick(model, 'id', 'name', 'layers', 'hiddenSize', 'intermediateSize', 'attentionHeads', 'vocab', 'contextMax', 'japanese'),
      paramsB: rounded(model.paramsB),
    })),
    image: {
      chips,
      points: points.sort((a, b) => (a.model.id < b.model.id ? -1 : Number(a.model.id > b.model.id))),
    },
    speech: rounded(speechCalibration(rowsOf(facts.speechMeasurements), facts.speechModels, facts.chips), RUN_DIGITS),
    training: rounded(trainingCalibration(rowsOf(facts.trainingMeasurements), facts.chips)),
    embedding: rounded(
      embeddingCalibration(
        {
          runs: rowsOf(facts.embeddingMeasurements),
          models: facts.embeddingModels,
          prompts: rowsOf(facts.llmBenchmarks),
          promptModels: facts.models,
        },
        facts.chips,
      ),
    ),
    speed: rounded(fitted, RUN_DIGITS),
    measured: measured.rows.sort(byRun),
    sources: measured.sources,
    decodeError: decodeErrorOf(facts),
  };
};
