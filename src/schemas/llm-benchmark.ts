import { z } from 'astro/zod';
import { cacheTypeSchema } from './memory-figure.ts';
import { quantizationIdSchema } from './quantization.ts';
import { checkProvenance, idSchema, localizedSchema, partialDateSchema, provenance } from './source.ts';

/** Why a published row says nothing about the speed the advisor estimates. The row stays in the data with its reason. */
export const EXCLUSIONS = [
  'suspect',
  'self-reported',
  'speculative',
  'streamed',
  'throttled',
  'other-metric',
  'batched',
  'engine-not-modelled',
  'machine-not-stated',
  'older-runtime',
  'model-not-modelled',
  'quantization-not-modelled',
  'quantization-not-stated',
  'length-not-stated',
  'prompt-too-short',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Why a row that is used lies far from its estimate, as far as anybody knows. */
export const OUTLIER_CAUSES = [
  'reported-as-defect',
  'first-days-of-the-model',
  'older-runtime',
  'short-prompt',
  'only-measurement-of-its-kind',
  'unexplained',
] as const;
export type OutlierCause = (typeof OUTLIER_CAUSES)[number];

const rowSchema = z
  .strictObject({
    measure: z.enum(['decode', 'prefill']).describe('`decode`: tokens per second while answering; `prefill`: while reading the prompt'),
    chip: idSchema.describe('Id of the chip variant'),
    variantAssumed: z
      .literal(true)
      .optional()
      .describe('The source names the chip but not its GPU cores; the variant with the same bandwidth was taken, the larger of two'),
    memoryGB: z.number().int().positive().optional().describe('Unified memory of the machine, where stated'),
    name: z.string().min(1).describe('What the source calls the model'),
    model: idSchema.optional().describe('Id of the model among the facts, or of another model with the same layout'),
    quantName: z.string().min(1).describe('What the source calls the quantization'),
    quant: quantizationIdSchema.optional().describe('Id of the quantization among the facts'),
    engine: z.enum(['llama.cpp', 'mlx']).optional().describe('Which runtime did the work; Ollama counts as the one it wraps'),
    software: z.string().min(1).describe('Program the source names'),
    contextTokens: z
      .number()
      .int()
      .nonnegative()
      .describe(
        'decode: tokens already in the cache; prefill: tokens in the cache when the reading ends. 0 also where the source states a short prompt or none',
      ),
    promptTokens: z.number().int().positive().optional().describe('prefill: tokens read in the timed run, where fewer than contextTokens'),
    flashAttention: z.literal(false).optional().describe('False where the run was made without flash attention'),
    cacheType: cacheTypeSchema.optional().describe('Type of the KV cache, where it is not f16'),
    microBatch: z.number().int().positive().optional().describe('prefill: tokens per step (llama.cpp -ub), where the source states another than the default'),
    activations: z.literal('float16').optional().describe('MLX: the model was converted to float16; most keep bfloat16'),
    weightsBytes: z.number().int().positive().optional().describe('Size of the file, where the source states it'),
    tokensPerSecond: z.number().positive().describe('The published figure, or the median of several'),
    medianOf: z.number().int().min(2).optional().describe('How many published figures of the same setting it is the median of'),
    date: partialDateSchema.describe('Day, month or year of the run or of its publication'),
    path: z.string().min(1).optional().describe('Where in the source it stands: a path behind the address of the first source, or a number of an issue'),
    outlier: z.enum(OUTLIER_CAUSES).optional().describe('Why the row lies far from its estimate; it is used all the same'),
    excluded: z.enum(EXCLUSIONS).optional().describe('Why the row is no test of the estimate'),
  })
  .superRefine((row, context) => {
    if (row.excluded !== undefined) return;
    for (const field of ['model', 'quant', 'engine'] as const) {
      if (row[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], message: 'a row that is used needs it; otherwise say in `excluded` why not' });
    }
  });
export type LlmBenchmarkRow = z.infer<typeof rowSchema>;

/** Published speeds of language models from one source. What one source says is kept together: the estimate is tested on sources it was not fitted on. */
export const llmBenchmarkSchema = z
  .strictObject({
    id: idSchema.describe('Short name of the source'),
    name: z.string().min(1).describe('Name of the source, the same in both languages'),
    note: localizedSchema.optional().describe('How the figures came about, and what to keep in mind'),
    rows: z.array(rowSchema).min(1).describe('Every row for a Mac, the excluded ones too'),
    ...provenance,
  })
  .superRefine(checkProvenance);
export type LlmBenchmark = z.infer<typeof llmBenchmarkSchema>;
