import { z } from 'astro/zod';

/**
 * Parts of an answer of `npm run estimate` that a claim may print. `needBytes` is `memory.totalBytes` with the margin that should stay free;
 * `speed` is the one speed of tasks other than language models: seconds per image, times real time, tokens per second.
 */
export const ESTIMATE_RESULTS = [
  'needBytes',
  'memory.totalBytes',
  'memory.weightsBytes',
  'memory.kvCacheBytes',
  'memory.computeBufferBytes',
  'memory.overheadBytes',
  'budget.gpuLimitBytes',
  'decode',
  'prefill',
  'sustained.decode',
  'sustained.prefill',
  'timeToFirstTokenSeconds',
  'rooflineTokensPerSecond',
  'speed',
] as const;
export type EstimateResult = (typeof ESTIMATE_RESULTS)[number];

/** Units a claim prints an estimate in; `x` is times real time, a year has 365 days. */
export const ESTIMATE_UNITS = ['GiB', 'GB', 'MiB', 'tokens/s', 'x', 'milliseconds', 'seconds', 'minutes', 'hours', 'days', 'years'] as const;
export type EstimateUnit = (typeof ESTIMATE_UNITS)[number];

/** A question, a part of its answer, and the figures the text of a claim prints of it. `tests/accuracy/claims.test.ts` asks again. */
export const claimEstimateSchema = z.strictObject({
  question: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe('The question as `npm run estimate` takes it in JSON; the task is `llm` where left out'),
  result: z.enum(ESTIMATE_RESULTS).describe('Which part of the answer'),
  amount: z
    .number()
    .positive()
    .optional()
    .describe('Work done at the speed: tokens, or seconds of audio. With it the time this takes is shown instead of the speed'),
  shown: z
    .union([z.number(), z.tuple([z.number(), z.number()])])
    .describe('What the text prints: one number (of a range the middle), or both ends of the range'),
  unit: z.enum(ESTIMATE_UNITS).describe('Unit of what is shown'),
});
export type ClaimEstimate = z.infer<typeof claimEstimateSchema>;
