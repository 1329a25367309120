import { z } from 'astro/zod';
import { checkProvenance, idSchema, provenance } from './source.ts';

/** Why a published row is kept but not used. */
export const EXCLUSIONS = {
  'not-a-mac': 'measured on other hardware',
  tablet: 'measured on an iPad with the same chip',
  'neural-engine': 'runs on the Neural Engine, whose speed does not follow the GPU',
  cpu: 'runs on the CPU',
  swap: 'the Mac had too little memory and wrote to the SSD',
  'chip-doubtful': 'names a configuration that was never sold, or no chip',
  'model-not-listed': 'a model that is not among ours',
  'settings-unknown': 'the length, resolution or settings are not stated',
  'relative-only': 'good for comparing machines with each other, not for predicting another task',
  'self-reported': 'approximate values without a log',
  superseded: 'another row measures the same with the settings in use today',
  'older-runtime': 'software of years ago at 32 bit or without today’s kernels, which programs of today leave far behind',
  'defect-reported': 'slowed by a defect of that version, which is what the page reports',
  contradictory: 'the page gives another figure for the same run',
  batched: 'several images or windows at once; the estimate is of one after the other',
  duplicate: 'the same run in another unit, or a copy of another source',
  'other-metric': 'measures something else than the work asked for',
  'start-up': 'loading the model outweighs the work',
  'loads-unquantized': 'peak while weights are loaded in full and quantized afterwards',
  'method-not-modelled': 'a method the formulas do not cover',
  video: 'makes a video',
} as const;
export type Exclusion = keyof typeof EXCLUSIONS;

const nullableCount = z.number().int().positive().nullable();

/** The fields of a row that every kind of measurement has. */
const row = {
  chip: idSchema.nullable().describe('Id of the chip variant; null where the source leaves open which one, or the machine is no Mac'),
  chipName: z.string().min(1).describe('Chip or GPU as the source names it'),
  gpuCores: z.number().int().positive().optional().describe('GPU cores the source states'),
  memoryGB: nullableCount.describe('Memory of the machine; null where not stated'),
  software: z.string().min(1).describe('Program or library that was measured'),
  modelName: z.string().min(1).describe('Model as the source names it'),
  precision: z.string().min(1).nullable().describe('Number format of the weights as the source names it; null where not stated'),
  value: z.number().positive().describe('The measured value'),
  usable: z.boolean().describe('Whether formulas may be fitted to the row or tested on it'),
  excluded: z
    .enum(Object.keys(EXCLUSIONS) as [Exclusion, ...Exclusion[]])
    .optional()
    .describe('Why it is not usable'),
  note: z.string().min(1).optional().describe('Remark for maintainers; pages do not print it'),
};

interface Row {
  readonly usable: boolean;
  readonly excluded?: Exclusion;
}

/** Every row that is left out says why, and no other row gives a reason. */
const checkRows = (record: { readonly rows: readonly Row[] }, context: z.RefinementCtx): void =>
  record.rows.forEach(({ usable, excluded }, index) => {
    if (usable === (excluded !== undefined))
      context.addIssue({ code: 'custom', path: ['rows', index, 'excluded'], message: 'expected a reason exactly where usable is false' });
  });

const record = <Shape extends z.ZodType<Row>>(rowSchema: Shape) =>
  z
    .strictObject({ id: idSchema.describe('Short name of the source'), rows: z.array(rowSchema).min(1).describe('What the source measured'), ...provenance })
    .superRefine(checkProvenance)
    .superRefine(checkRows);

const imageRowSchema = z.strictObject({
  ...row,
  model: idSchema.nullable().describe('Id of the image model; null for models that are not listed'),
  widthPx: nullableCount.describe('Width of the image'),
  heightPx: nullableCount.describe('Height of the image'),
  steps: nullableCount.describe('Steps of the run; null where not stated'),
  unit: z.enum(['s/image', 's/step', 'steps/s', 'GB', 'GB file', 'MiB peak', 'MiB transformer', 'x']).describe('What `value` counts'),
});
/** Published speeds and memory of image generation; one record is one source. */
export const imageMeasurementSchema = record(imageRowSchema);
export type ImageMeasurement = z.infer<typeof imageMeasurementSchema>;

const speechRowSchema = z.strictObject({
  ...row,
  model: idSchema.nullable().describe('Id of the speech model of the same dimensions; null for models that are not listed'),
  flashAttention: z.boolean().nullable().describe('Whether flash attention was on; null where not stated'),
  audioSeconds: z.number().positive().nullable().describe('Length of the recording; null where not stated'),
  unit: z
    .enum(['ms/window', 'ms/token', 's', 'x realtime', 'MB'])
    .describe('`ms/window`: encoder per 30 s of sound. `ms/token`: decoder. `s`: the whole recording. `x realtime`: seconds of sound per second'),
});
/** Published speeds and memory of speech recognition; one record is one source. */
export const speechMeasurementSchema = record(speechRowSchema);
export type SpeechMeasurement = z.infer<typeof speechMeasurementSchema>;

const trainingRowSchema = z.strictObject({
  ...row,
  paramsB: z.number().positive().nullable().describe('Parameters of the model, in 10^9; null where not stated'),
  method: z.enum(['full', 'lora', 'qlora']).nullable().describe('What is trained; null for mere matrix multiplication'),
  modelLayers: nullableCount.describe('Layers of the model; null where not needed or not stated'),
  adaptedLayers: nullableCount.describe('Layers that have adapters, counted from the last; null where all have or not stated'),
  batch: nullableCount.describe('Sequences or images per step; null where not stated'),
  sequenceTokens: nullableCount.describe('Tokens per sequence; null where not stated'),
  unit: z
    .enum(['tokens/s', 'it/s', 's/step', 'ms/it', 's/it', 's/epoch', 'min/epoch', 'min/1000 it', 's', 'samples/s', 'images/s', 'TFLOPS', 'GB', 'GiB', 'MB'])
    .describe('What `value` counts'),
});
/** Published speeds and memory of training and fine-tuning; one record is one source. */
export const trainingMeasurementSchema = record(trainingRowSchema);
export type TrainingMeasurement = z.infer<typeof trainingMeasurementSchema>;

const embeddingRowSchema = z.strictObject({
  ...row,
  model: idSchema.nullable().describe('Id of the embedding model; null for models that are not listed'),
  batch: nullableCount.describe('Texts at once; null where not stated'),
  sequenceTokens: nullableCount.describe('Tokens per text; null where not stated'),
  unit: z.literal('tokens/s').describe('What `value` counts'),
});
/** Published speeds of embedding models; one record is one source. */
export const embeddingMeasurementSchema = record(embeddingRowSchema);
export type EmbeddingMeasurement = z.infer<typeof embeddingMeasurementSchema>;
