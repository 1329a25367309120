import { imageCalibration, type ImageCalibration } from '../advisor/image/speed.ts';
import { configurations, type Configuration } from '../advisor/recommend/configurations.ts';
import { speechCalibration, type SpeechCalibration } from '../advisor/speech/speed.ts';
import fitted from '../advisor/speed/fitted.json' with { type: 'json' };
import { measuredPoints, type MeasuredPoint, type MeasuredQuestion } from '../advisor/speed/measured.ts';
import type { ModelClass, SpeedParameters } from '../advisor/speed/parameters.ts';
import { slowdowns, type Slowdown } from '../advisor/speed/sustained.ts';
import { trainingCalibration, type TrainingCalibration } from '../advisor/training/speed.ts';
import heldOut from '../calibration/held-out.json' with { type: 'json' };
import type { Facts } from '../facts/collections.ts';
import { QuestionError } from './error.ts';
import { fitQuality, type FitQuality, type Measure } from './fit-quality.ts';
import { nearIds } from './near.ts';
import { slowedRuns } from './slowed-runs.ts';

/** All that answers rest on, prepared once for any number of questions. */
export interface Context {
  readonly facts: Facts;
  readonly speed: SpeedParameters;
  readonly image: ImageCalibration;
  readonly speech: SpeechCalibration;
  readonly training: TrainingCalibration;
  readonly measured: (question: MeasuredQuestion) => readonly MeasuredPoint[];
  /** Quantizations in which a model was measured on a chip. */
  readonly measuredQuants: (question: Omit<MeasuredQuestion, 'quant'>) => readonly string[];
  /** How well the fit did on sources it had not seen; null for a class without published rows. */
  readonly fitQuality: (measure: Measure, modelClass: ModelClass) => FitQuality | null;
  /** What is left of the speed of a Mac without a fan, and where it was measured; null where it was not. */
  readonly slowdown: (family: string, modelClass: ModelClass) => (Slowdown & { readonly sources: readonly string[] }) | null;
  readonly configurations: readonly Configuration[];
  /** A record by id, in whatever case. @throws QuestionError with near matches */
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

/** Ids of models by their names in lower case: `qwen/qwen3-32b` and `qwen3-32b` as on Hugging Face, `qwen3 32b`. */
const idsByName = ({ models }: Facts): ReadonlyMap<string, string> =>
  new Map(models.flatMap(({ id, name, hf }) => [name, hf, hf.split('/')[1] ?? hf].map((known) => [known.toLowerCase(), id] as const)));

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

  const find = <K extends Lookup>(key: K, id: string, field: string): Facts[K][number] => {
    const records = maps.get(key);
    // Quantizations are written Q4_K_M as often as not.
    const lower = id.toLowerCase();
    const found = records?.get(id) ?? records?.get(lower);
    if (found !== undefined) return found as Facts[K][number];
    const known = key === 'models' ? unmodelled.get(lower) : undefined;
    if (known !== undefined) throw new QuestionError(field, `${known.name} is not modelled: ${known.reason.en}`);
    const named = key === 'models' ? names().get(lower) : undefined;
    throw new QuestionError(field, `no ${NOUNS[key]} "${id.slice(0, 60)}"`, named === undefined ? nearIds(lower, [...(records?.keys() ?? [])]) : [named]);
  };

  const names = lazy(() => idsByName(facts));
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
    measured: measuredPoints(facts.llmBenchmarks),
    measuredQuants: ({ chip, model }) => quants.get(`${chip} ${model}`) ?? [],
    fitQuality: (measure, modelClass) => quality().get(`${measure} ${modelClass}`) ?? null,
    slowdown: (family, modelClass) => slowed()(family, modelClass),
    configurations: configurations(facts.macs, facts.chips, facts.prices),
    find,
  };
};
