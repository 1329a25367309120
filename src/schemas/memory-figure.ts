import { z } from 'astro/zod';
import type { CacheType } from '../advisor/kv-cache.ts';
import { modelSchema } from './model.ts';
import { quantizationIdSchema, quantizationSchema } from './quantization.ts';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';

/** What a figure is about; each category has its own tolerance, see src/accuracy/memory.ts. */
export const MEMORY_CATEGORIES = ['kv', 'recurrent', 'weights', 'bits', 'compute', 'total', 'gpu-limit'] as const;
export type MemoryCategory = (typeof MEMORY_CATEGORIES)[number];

const countSchema = z.number().int().positive();
export const cacheTypeSchema = z.enum(['f32', 'f16', 'bf16', 'q8_0', 'q5_1', 'q5_0', 'q4_1', 'q4_0', 'iq4_nl'] as const satisfies readonly CacheType[]);

/** A model that is not in the list, as far as its figures are needed; missing ones are filled in as described in src/advisor/described-model.ts. */
const figuresSchema = z.strictObject({
  paramsB: z.number().positive().optional().describe('Parameters, in 10^9'),
  weightBytes: countSchema.optional().describe('Size of the weights where the source states it'),
  layers: countSchema.optional().describe('Layers of all kinds'),
  hiddenSize: countSchema.optional().describe('Width of the residual stream'),
  vocab: countSchema.optional().describe('Rows of the token embedding'),
  attentionHeads: countSchema.optional().describe('Query heads'),
  tiedEmbeddings: z.boolean().optional().describe('Whether the token embedding is also the output matrix'),
  kvLayers: modelSchema.shape.attention.shape.kvLayers.optional().describe('Layers that own a key/value cache'),
  recurrent: modelSchema.shape.attention.shape.recurrent.optional().describe('Layers with a state of fixed size'),
});

const inputSchema = z.strictObject({
  model: idSchema.optional().describe('A model of the list'),
  figures: figuresSchema.optional().describe('Or the figures of one that is not in it'),
  quant: quantizationIdSchema.optional().describe('A quantization of the list'),
  bitsPerWeight: z.number().positive().max(32).optional().describe('Or the bits per weight of one that is not in it'),
  bitsOf: z
    .enum(['bitsPerWeight', 'bodyBits', 'embeddingBits', 'outputBits', 'cache'])
    .optional()
    .describe('For the category bits: which bits of the quantization are meant, or those of the cache type'),
  engine: quantizationSchema.shape.engine.optional().describe('Runtime; that of the quantization, or llama.cpp, if left out'),
  contextTokens: z.number().int().nonnegative().optional().describe('Tokens in the cache, prompt and answer together'),
  sequences: countSchema.optional().describe('Conversations held at the same time'),
  cacheType: z
    .union([cacheTypeSchema, z.strictObject({ keys: cacheTypeSchema.describe('Type of the keys'), values: cacheTypeSchema.describe('Type of the values') })])
    .optional()
    .describe('Type of the cache, f16 if left out'),
  microBatch: z.number().int().nonnegative().optional().describe('Tokens computed at once; 0 where the source counts the cache after the prompt was read'),
  flashAttention: z.boolean().optional().describe('False where it was off'),
  fullWindow: z.boolean().optional().describe('True where windowed layers kept the whole context'),
  separateSlots: z.boolean().optional().describe('True where each conversation had cells of its own (`--parallel` without `--kv-unified`)'),
  oldBuild: z
    .boolean()
    .optional()
    .describe('True for llama.cpp before b9410 (2026-05-29), where the compute buffer of a long context or a quantized cache depends on it'),
  logitRows: z.enum(['micro-batch', 'slots']).optional().describe('`slots` for llama-server since June 2026'),
  stateCopies: countSchema.optional().describe('Copies of the fixed state, for speculative decoding'),
  addedSlots: countSchema.optional().describe('Slots whose fixed state the source counts with the compute buffer'),
  counts: z
    .array(z.enum(['weights', 'kvCache', 'recurrent', 'compute', 'overhead']))
    .min(1)
    .optional()
    .describe('Terms the figure holds, where they are not the usual ones of its category'),
  per: z.enum(['token', 'cells']).optional().describe('`token`: growth per token of a long context. `cells`: tokens one layer keeps, not bytes'),
  memoryGB: countSchema.optional().describe('Memory of the Mac, for the category gpu-limit'),
  macos: z.enum(['legacy', 'current']).optional().describe('Generation of macOS, for the category gpu-limit'),
});

/** One published figure of what a language model takes in memory, and the question it answers. */
export const memoryFigureSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/, 'expected lower-case letters, digits, hyphens, dots and underscores')
      .describe('Short name of the row'),
    category: z.enum(MEMORY_CATEGORIES).describe('What the figure is about'),
    what: z.strictObject({ text: z.string().trim().min(3).describe('Model, format and settings, as they are written in both languages') }),
    input: inputSchema.describe('The question, in the terms of the advisor'),
    stated: z.number().positive().nullable().describe('The published figure; null only where the row is excluded'),
    unit: z.enum(['B', 'KiB', 'MB', 'GB', 'MiB', 'GiB', 'bit', 'cells']).describe('Unit of the figure, as the source prints it'),
    kind: z
      .enum(['measured', 'file-size', 'definition', 'published', 'peer'])
      .describe('`measured`: a log or profiler. `published`: a table in documentation. `peer`: what another tool estimates or asserts'),
    miss: localizedSchema.optional().describe('Why the formula misses this figure'),
    missWithoutFile: localizedSchema.optional().describe('Why the size computed from the parameter count misses this file, where the file itself is known'),
    excluded: localizedSchema.optional().describe('Why this figure is not compared with anything'),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine((figure, context) => {
    const issue = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (figure.stated === null && figure.excluded === undefined) issue('stated', 'only an excluded row may have no figure');
    if (figure.miss !== undefined && figure.excluded !== undefined) issue('miss', 'an excluded row is not compared, so it cannot be missed');
    if (figure.input.model !== undefined && figure.input.figures !== undefined) issue('input', 'expected a model or its figures, not both');
  });
export type MemoryFigure = z.infer<typeof memoryFigureSchema>;
