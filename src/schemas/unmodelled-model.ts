import { z } from 'astro/zod';
import { modelSchema } from './model.ts';
import { checkProvenance, localizedSchema, provenance } from './source.ts';

const { id, name, family, kind, hf, paramsB, japanese } = modelSchema.shape;

/** A language model people ask for whose memory cannot be computed: what decides its cache is not published, or not where it can be read. */
export const unmodelledModelSchema = z
  .strictObject({
    id,
    name,
    family,
    kind,
    hf,
    paramsB: paramsB.nullable().describe('Parameters, in 10^9, as the sources count them; null where not found'),
    activeParamsB: z.number().positive().nullable().describe('Parameters used per token, in 10^9; null where all are used or where not found'),
    japanese,
    reason: localizedSchema.describe('Which part of the memory is not known, and why'),
    ...provenance,
  })
  .superRefine(checkProvenance);
export type UnmodelledModel = z.infer<typeof unmodelledModelSchema>;
