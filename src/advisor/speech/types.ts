import type { SpeechMeasurement } from '../../schemas/measurement.ts';
import type { SpeechModel } from '../../schemas/speech-model.ts';

/** What the estimates need of a speech model. */
export type SpeechModelFacts = Pick<SpeechModel, 'id' | 'encoderLayers' | 'decoderLayers' | 'hiddenSize' | 'vocab' | 'fileMiB'>;

/** One published measurement. */
export type SpeechRow = SpeechMeasurement['rows'][number];
