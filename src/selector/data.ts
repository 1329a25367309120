import type { EmbeddingCalibration } from '../advisor/embedding/calibration.ts';
import type { EmbeddingModelFacts } from '../advisor/embedding/memory.ts';
import type { EmbeddingShape } from '../advisor/embedding/work.ts';
import type { ChipCompute } from '../advisor/gpu-rate.ts';
import type { ImageModelFacts } from '../advisor/image/types.ts';
import type { ImageCalibration } from '../advisor/image/calibration.ts';
import type { ChipFacts as ConfigurationChip, MacFacts, PriceFacts } from '../advisor/recommend/configurations.ts';
import type { SpeechCalibration } from '../advisor/speech/speed.ts';
import type { SpeechModelFacts } from '../advisor/speech/types.ts';
import type { SpeedParameters } from '../advisor/speed/parameters.ts';
import type { ChipFacts as SpeedChip } from '../advisor/speed/work.ts';
import type { TrainingCalibration } from '../advisor/training/speed.ts';
import type { GpuLimitFacts, ListedQuantization, SpeedModelFacts, SpeedQuantizationFacts } from '../advisor/types.ts';
import type { Chip } from '../schemas/chip.ts';
import type { ImageModel } from '../schemas/image-model.ts';

/** A text in both languages; the page shows one. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

export type SelectorModel = SpeedModelFacts & {
  readonly name: string;
  readonly family: string;
  readonly japanese: boolean;
  readonly note?: Text;
};

export type SelectorQuantization = SpeedQuantizationFacts & ListedQuantization & { readonly label: Text; readonly note: Text };

export type SelectorChip = ConfigurationChip & SpeedChip & ChipCompute & Pick<Chip, 'cpuCores'>;

export type SelectorMac = MacFacts & { readonly name: Text };

/** With the steps and the size a model is usually asked for. */
export type SelectorImageModel = ImageModelFacts & Pick<ImageModel, 'name' | 'steps' | 'nativePx'>;

/** A published speed: source (place in `sources`), chip, model, quantization, what, context, tokens per second, date. */
export type MeasuredRow = readonly [
  source: number,
  chip: string,
  model: string,
  quant: string,
  measure: 'decode' | 'prefill',
  contextTokens: number,
  tokensPerSecond: number,
  date: string,
];

/** All the selector calculates with and shows, the same for both languages. It is made at build time and loaded when the tool comes into view. */
export interface SelectorData {
  readonly models: readonly SelectorModel[];
  readonly quantizations: readonly SelectorQuantization[];
  readonly gpuLimits: readonly GpuLimitFacts[];
  readonly chips: readonly SelectorChip[];
  readonly macs: readonly SelectorMac[];
  readonly prices: readonly PriceFacts[];
  readonly imageModels: readonly SelectorImageModel[];
  readonly speechModels: readonly (SpeechModelFacts & { readonly name: string })[];
  readonly embeddingModels: readonly (EmbeddingModelFacts & EmbeddingShape & { readonly name: string; readonly japanese: boolean })[];
  readonly image: ImageCalibration;
  readonly speech: SpeechCalibration;
  readonly training: TrainingCalibration;
  readonly embedding: EmbeddingCalibration;
  readonly speed: SpeedParameters;
  readonly measured: readonly MeasuredRow[];
  readonly sources: readonly { readonly name: string; readonly url: string }[];
  /** Mean absolute error of the decode estimate by kind of model, held out by source: what the page says beside an estimate. */
  readonly decodeError: Readonly<Record<'dense' | 'small' | 'experts', number>>;
}
