import { imageCalibration, type ImageCalibration } from '../advisor/image/speed.ts';
import { configurations, type Configuration } from '../advisor/recommend/configurations.ts';
import { speechCalibration, type SpeechCalibration } from '../advisor/speech/speed.ts';
import fitted from '../advisor/speed/fitted.json' with { type: 'json' };
import { measuredPoints, type MeasuredPoint, type MeasuredQuestion } from '../advisor/speed/measured.ts';
import type { SpeedParameters } from '../advisor/speed/parameters.ts';
import { trainingCalibration, type TrainingCalibration } from '../advisor/training/speed.ts';
import type { Facts } from '../facts/collections.ts';
import { nearMatches } from '../facts/near.ts';
import { QuestionError } from './error.ts';

/** All that answers rest on, prepared once for any number of questions. */
export interface Context {
  readonly facts: Facts;
  readonly speed: SpeedParameters;
  readonly image: ImageCalibration;
  readonly speech: SpeechCalibration;
  readonly training: TrainingCalibration;
  readonly measured: (question: MeasuredQuestion) => readonly MeasuredPoint[];
  readonly configurations: readonly Configuration[];
  /** A record by id. @throws QuestionError with near matches */
  readonly find: <K extends Lookup>(key: K, id: string, field: string) => Facts[K][number];
}

type Lookup = 'chips' | 'models' | 'quantizations' | 'imageModels' | 'speechModels' | 'embeddingModels';

const NOUNS: Readonly<Record<Lookup, string>> = {
  chips: 'chip',
  models: 'model',
  quantizations: 'quantization',
  imageModels: 'image model',
  speechModels: 'speech model',
  embeddingModels: 'embedding model',
};

export const contextOf = (facts: Facts): Context => {
  const maps = new Map((Object.keys(NOUNS) as Lookup[]).map((key) => [key, new Map(facts[key].map((record) => [record.id, record] as const))]));
  const unmodelled = new Map(facts.unmodelledModels.map((model) => [model.id, model]));

  const find = <K extends Lookup>(key: K, id: string, field: string): Facts[K][number] => {
    const records = maps.get(key);
    // Quantizations are written Q4_K_M as often as not.
    const found = records?.get(id) ?? records?.get(id.toLowerCase());
    if (found !== undefined) return found as Facts[K][number];
    const known = key === 'models' ? unmodelled.get(id) : undefined;
    if (known !== undefined) throw new QuestionError(field, `${known.name} is not modelled: ${known.reason.en}`);
    throw new QuestionError(field, `no ${NOUNS[key]} "${id.slice(0, 60)}"`, nearMatches(id.toLowerCase(), [...(records?.keys() ?? [])]));
  };

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
    configurations: configurations(facts.macs, facts.chips, facts.prices),
    find,
  };
};
