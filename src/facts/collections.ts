import type { z } from 'astro/zod';
import { chipSchema, type Chip } from '../schemas/chip.ts';
import { claimSchema, type Claim } from '../schemas/claim.ts';
import { codePatternSchema, type CodePattern } from '../schemas/code-pattern.ts';
import { embeddingModelSchema, type EmbeddingModel } from '../schemas/embedding-model.ts';
import { gpuLimitSchema, type GpuLimit } from '../schemas/gpu-limit.ts';
import { imageModelSchema, type ImageModel } from '../schemas/image-model.ts';
import { llmBenchmarkSchema, type LlmBenchmark } from '../schemas/llm-benchmark.ts';
import { macSchema, type Mac } from '../schemas/mac.ts';
import {
  embeddingMeasurementSchema,
  imageMeasurementSchema,
  speechMeasurementSchema,
  trainingMeasurementSchema,
  type EmbeddingMeasurement,
  type ImageMeasurement,
  type SpeechMeasurement,
  type TrainingMeasurement,
} from '../schemas/measurement.ts';
import { memoryFigureSchema, type MemoryFigure } from '../schemas/memory-figure.ts';
import { modelSchema, type Model } from '../schemas/model.ts';
import { operatorTableSchema, type OperatorTable } from '../schemas/operator-table.ts';
import { packageSchema, type Package } from '../schemas/package.ts';
import { priceSchema, type Price } from '../schemas/price.ts';
import { quantizationSchema, type Quantization } from '../schemas/quantization.ts';
import { speechModelSchema, type SpeechModel } from '../schemas/speech-model.ts';
import { unmodelledModelSchema, type UnmodelledModel } from '../schemas/unmodelled-model.ts';
import { taskFigureSchema, type TaskFigure } from '../schemas/task-figure.ts';

/** Record type of each collection. The names are the first half of a reference: `chips/m4-max-40`. */
export interface FactTypes {
  readonly chips: Chip;
  readonly macs: Mac;
  readonly prices: Price;
  readonly 'gpu-limits': GpuLimit;
  readonly models: Model;
  readonly 'unmodelled-models': UnmodelledModel;
  readonly quantizations: Quantization;
  readonly 'llm-benchmarks': LlmBenchmark;
  readonly 'memory-figures': MemoryFigure;
  readonly 'image-models': ImageModel;
  readonly 'speech-models': SpeechModel;
  readonly 'embedding-models': EmbeddingModel;
  readonly 'image-measurements': ImageMeasurement;
  readonly 'speech-measurements': SpeechMeasurement;
  readonly 'training-measurements': TrainingMeasurement;
  readonly 'embedding-measurements': EmbeddingMeasurement;
  readonly 'task-figures': TaskFigure;
  readonly packages: Package;
  readonly 'code-patterns': CodePattern;
  readonly 'operator-tables': OperatorTable;
  readonly claims: Claim;
}
export type Collection = keyof FactTypes;
export type FactRecord = FactTypes[Collection];

/** All facts, checked. */
export interface Facts {
  readonly chips: readonly Chip[];
  readonly macs: readonly Mac[];
  readonly prices: readonly Price[];
  readonly gpuLimits: readonly GpuLimit[];
  readonly models: readonly Model[];
  readonly unmodelledModels: readonly UnmodelledModel[];
  readonly quantizations: readonly Quantization[];
  readonly llmBenchmarks: readonly LlmBenchmark[];
  readonly memoryFigures: readonly MemoryFigure[];
  readonly imageModels: readonly ImageModel[];
  readonly speechModels: readonly SpeechModel[];
  readonly embeddingModels: readonly EmbeddingModel[];
  readonly imageMeasurements: readonly ImageMeasurement[];
  readonly speechMeasurements: readonly SpeechMeasurement[];
  readonly trainingMeasurements: readonly TrainingMeasurement[];
  readonly embeddingMeasurements: readonly EmbeddingMeasurement[];
  readonly taskFigures: readonly TaskFigure[];
  readonly packages: readonly Package[];
  readonly codePatterns: readonly CodePattern[];
  readonly operatorTables: readonly OperatorTable[];
  readonly claims: readonly Claim[];
}

/** Where a collection stands among the facts, and what its records must look like. */
export const COLLECTIONS: { readonly [C in Collection]: { readonly key: keyof Facts; readonly schema: z.ZodType<FactTypes[C]> } } = {
  chips: { key: 'chips', schema: chipSchema },
  macs: { key: 'macs', schema: macSchema },
  prices: { key: 'prices', schema: priceSchema },
  'gpu-limits': { key: 'gpuLimits', schema: gpuLimitSchema },
  models: { key: 'models', schema: modelSchema },
  'unmodelled-models': { key: 'unmodelledModels', schema: unmodelledModelSchema },
  quantizations: { key: 'quantizations', schema: quantizationSchema },
  'llm-benchmarks': { key: 'llmBenchmarks', schema: llmBenchmarkSchema },
  'memory-figures': { key: 'memoryFigures', schema: memoryFigureSchema },
  'image-models': { key: 'imageModels', schema: imageModelSchema },
  'speech-models': { key: 'speechModels', schema: speechModelSchema },
  'embedding-models': { key: 'embeddingModels', schema: embeddingModelSchema },
  'image-measurements': { key: 'imageMeasurements', schema: imageMeasurementSchema },
  'speech-measurements': { key: 'speechMeasurements', schema: speechMeasurementSchema },
  'training-measurements': { key: 'trainingMeasurements', schema: trainingMeasurementSchema },
  'embedding-measurements': { key: 'embeddingMeasurements', schema: embeddingMeasurementSchema },
  'task-figures': { key: 'taskFigures', schema: taskFigureSchema },
  packages: { key: 'packages', schema: packageSchema },
  'code-patterns': { key: 'codePatterns', schema: codePatternSchema },
  'operator-tables': { key: 'operatorTables', schema: operatorTableSchema },
  claims: { key: 'claims', schema: claimSchema },
};

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as Collection[];
export const isCollection = (name: string): name is Collection => Object.hasOwn(COLLECTIONS, name);
