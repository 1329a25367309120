import { z } from 'astro/zod';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';

const countSchema = z.number().int().positive();

/** A model that turns a text into one vector, for search. */
export const embeddingModelSchema = z
  .strictObject({
    id: idSchema.describe('Short name as in addresses: bge-m3'),
    name: z.string().min(1).describe('Name the publisher uses, the same in both languages'),
    hf: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name')
      .describe('Repository on Hugging Face'),
    paramsB: z.number().positive().describe('Parameters, in 10^9'),
    exact: z.boolean().describe('Whether paramsB follows from the dimensions; false for the rounded count in the name'),
    layers: countSchema.describe('Layers'),
    hiddenSize: countSchema.describe('Width of the residual stream (hidden_size)'),
    intermediateSize: countSchema.nullable().describe('Width inside the feed-forward part (intermediate_size); null where not found'),
    attentionHeads: countSchema.describe('Query heads (num_attention_heads)'),
    vocab: countSchema.describe('Rows of the token embedding (vocab_size)'),
    contextMax: countSchema.describe('Longest text, in tokens'),
    japanese: z.boolean().describe('Whether it was made for Japanese'),
    note: localizedSchema.optional().describe('What the numbers alone would hide'),
    ...provenance,
  })
  .superRefine(checkProvenance);
export type EmbeddingModel = z.infer<typeof embeddingModelSchema>;
