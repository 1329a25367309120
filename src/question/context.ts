import { embeddingCalibration, type EmbeddingCalibration } from '../advisor/embedding/calibration.ts';
import { imageCalibration, type ImageCalibration } from '../advisor/image/calibration.ts';
import { configurations, type Configuration } from '../advisor/recommend/configurations.ts';
import { speechCalibration, type SpeechCalibration } from '../advisor/speech/speed.ts';
import fitted from '../advisor/speed/fitted.json' with { type: 'json' };
import { measuredPoints, type MeasuredPoint, type MeasuredQuestion } from '../advisor/speed/measured.ts';
import type { ModelClass, SpeedParameters } from '../advisor/speed/parameters.ts';
import { slowdowns, type Slowdown } from '../advisor/speed/sustained.ts';
import { trainingCalibration, type TrainingCalibration } from '../advisor/training/speed.ts';
import heldOut from '../calibration/held-out.json' with { type: 'json' };
import type { Facts } from '../facts/collections.ts';
import { directoryOf, type Directory, type Entry } from './directory.ts';
import { QuestionError } from './error.ts';
import { fitQuality, type FitQuality, type Measure } from './fit-quality.ts';
import { nearQuantizations } from './near-quantizations.ts';
import { slowedRuns } from './slowed-runs.ts';

/** All that answers rest on, prepared once for any number of questions. */
export interface Context {
  readonly facts: Facts;
  readonly chips: ReadonlyMap<string, Facts['chips'][number]>;
  readonly speed: SpeedParameters;
  readonly image: ImageCalibration;
  readonly speech: SpeechCalibration;
  readonly training: TrainingCalibration;
  readonly embedding: EmbeddingCalibration;
  readonly measured: (question: MeasuredQuestion) => readonly MeasuredPoint[];
  /** Quantizations in which a model was measured on a chip. */
  readonly measuredQuants: (question: Omit<MeasuredQuestion, 'quant'>) => readonly string[];
  /** How well the fit did on sources it had not seen; null for a class without published rows. */
  readonly fitQuality: (measure: Measure, modelClass: ModelClass) => FitQuality | null;
  /** What is left of the speed of a Mac without a fan, and where it was measured; null where it was not. */
  readonly slowdown: (family: string, modelClass: ModelClass) => (Slowdown & { readonly sources: readonly string[] }) | null;
  readonly configurations: readonly Configuration[];
  /** The id a word stands for, in whatever spelling; undefined where it could be several, or none. */
  readonly resolve: (key: Lookup, word: string) => string | undefined;
  /** A record by id, in whatever spelling. @throws QuestionError with near matches */
  readonly find: <K extends Lookup>(key: K, id: string, field: string) => Facts[K][number];
}

type Lookup = 'chips' | 'macs' | 'models' | 'quantizations' | 'imageModels' | 'speechModels' | 'embeddingModels';

const NOUNS: Readonly<Record<Lookup, string>> = {
  chips: 'chip',
  macs: 'Mac',
  models: 'model',
  quantizations: 'quantization',
  imageModels: 'image model',
  speechModels: 'speech model',
  embeddingModels: 'embedding model',
};

/** The value of a function without arguments, computed when it is first asked for. */
const lazy = <T>(compute: () => T): (() => T) => {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: compute() }).value;
};

/** The task that asks for models of a list. */
const TASK_OF: Readonly<Partial<Record<Lookup, string>>> = {
  models: 'llm',
  imageModels: 'image',
  speechModels: 'speech',
  embeddingModels: 'embedding',
};

const MODEL_LISTS = Object.keys(TASK_OF) as Lookup[];

interface Named {
  readonly id: string;
  readonly name?: string | { readonly en: string };
  readonly hf?: string;
}

/** A record by its id, its name and its repository: `Qwen/Qwen3-32B`, and `Qwen3-32B` alone. */
const entryOf = ({ id, name, hf }: Named): Entry => ({
  id,
  also: [typeof name === 'string' ? name : name?.en, hf, hf?.split('/')[1]].filter((word) => word !== undefined),
});

/** Names of chips are those of several variants, so only the id tells which. */
const entriesOf = (key: Lookup, facts: Facts): readonly Entry[] => (key === 'chips' ? facts.chips.map(({ id }) => ({ id })) : facts[key].map(entryOf));

const quantsByRun = ({ llmBenchmarks }: Facts): ReadonlyMap<string, readonly string[]> => {
  const quants = new Map<string, Set<string>>();
  for (const { chip, model, quant, excluded } of llmBenchmarks.flatMap(({ rows }) => rows)) {
    if (excluded !== undefined || model === undefined || quant === undefined) continue;
    const key = `${chip} ${model}`;
    quants.set(key, (quants.get(key) ?? new Set()).add(quant));
  }
  return new Map([...quants].map(([key, set]) => [key, [...set]]));
};

export const contextOf = (facts: Facts): Context => {
  const maps = new Map((Object.keys(NOUNS) as Lookup[]).map((key) => [key, new Map(facts[key].map((record) => [record.id, record] as const))]));
  const unmodelled = new Map(facts.unmodelledModels.map((model) => [model.id, model]));

  const directories = new Map((Object.keys(NOUNS) as Lookup[]).map((key) => [key, lazy(() => directoryOf(entriesOf(key, facts)))]));
  const directory = (key: Lookup): Directory => directories.get(key)?.() ?? directoryOf([]);
  const unmodelledNames = lazy(() => directoryOf(facts.unmodelledModels.map(entryOf)));

  // Nearly every id is written as it is, so the names are put in order only when one is not.
  const resolve = (key: Lookup, word: string): string | undefined => (maps.get(key)?.has(word) === true ? word : directory(key).resolve(word));

  const nearOf = (key: Lookup, word: string): string[] =>
    key === 'quantizations' ? nearQuantizations(word, directory(key), facts.quantizations) : directory(key).near(word);

  const find = <K extends Lookup>(key: K, id: string, field: string): Facts[K][number] => {
    const found = maps.get(key)?.get(resolve(key, id) ?? id);
    if (found !== undefined) return found as Facts[K][number];
    const known = key === 'models' ? unmodelled.get(unmodelledNames().resolve(id) ?? '') : undefined;
    if (known !== undefined) throw new QuestionError(field, `${known.name} is not modelled: ${known.reason.en}`, nearOf(key, id));
    const others = key in TASK_OF ? MODEL_LISTS.filter((list) => list !== key) : [];
    const list = others.find((one) => resolve(one, id) !== undefined);
    const named = list && resolve(list, id);
    if (list !== undefined && named !== undefined) throw new QuestionError(field, `${named} is asked about with task ${TASK_OF[list] ?? ''}`, [named]);
    const near = nearOf(key, id);
    const elsewhere = near.length === 0 ? others.find((one) => nearOf(one, id).length > 0) : undefined;
    const hint = elsewhere === undefined ? '' : `, but there is with task ${TASK_OF[elsewhere] ?? ''}`;
    throw new QuestionError(field, `no ${NOUNS[key]} "${id.slice(0, 60)}"${hint}`, elsewhere === undefined ? near : nearOf(elsewhere, id));
  };

  const quality = lazy(() => fitQuality(facts, fitted, heldOut));
  const slowed = lazy(() => {
    const { runs, sources } = slowedRuns(facts, fitted);
    const lookUp = slowdowns(runs);
    return (family: string, modelClass: ModelClass) => {
      const slowdown = lookUp(family, modelClass);
      return slowdown && { ...slowdown, sources };
    };
  });
  const quants = quantsByRun(facts);

  return {
    facts,
    chips: new Map(facts.chips.map((chip) => [chip.id, chip])),
    speed: fitted,
    image: imageCalibration(
      facts.imageMeasurements.flatMap(({ rows }) => rows),
      facts.imageModels,
      facts.chips,
    ),
    speech: speechCalibration(
      facts.speechMeasurements.flatMap(({ rows }) => rows),
      facts.speechModels,
      facts.chips,
    ),
    training: trainingCalibration(
      facts.trainingMeasurements.flatMap(({ rows }) => rows),
      facts.chips,
    ),
    embedding: embeddingCalibration(
      {
        runs: facts.embeddingMeasurements.flatMap(({ rows }) => rows),
        models: facts.embeddingModels,
        prompts: facts.llmBenchmarks.flatMap(({ rows }) => rows),
        promptModels: facts.models,
      },
      facts.chips,
    ),
    measured: measuredPoints(facts.llmBenchmarks),
    measuredQuants: ({ chip, model }) => quants.get(`${chip} ${model}`) ?? [],
    fitQuality: (measure, modelClass) => quality().get(`${measure} ${modelClass}`) ?? null,
    slowdown: (family, modelClass) => slowed()(family, modelClass),
    configurations: configurations(facts.macs, facts.chips, facts.prices),
    resolve,
    find,
  };
};
