import { z } from 'astro/zod';
import { claimEstimateSchema } from './claim-estimate.ts';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';

/**
 * Units a claim may have. How each is printed is in src/facts/units.ts, which the type checker keeps complete.
 * `x` is a factor ("2 times"), `parameters-B` is 10^9 parameters, `version` and `count` print the bare value.
 */
export const CLAIM_UNITS = [
  'bits',
  'GB',
  'GiB',
  'TB',
  'MB',
  'MiB',
  'KiB',
  'bytes',
  'GB/s',
  'MB/s',
  'Gb/s',
  'TFLOPS',
  'FLOPs',
  'TOPS',
  'tokens/s',
  'tokens',
  'images/s',
  'images',
  'it/s',
  'steps',
  's/step',
  's/image',
  '%',
  'x',
  'bytes/parameter',
  'bits/weight',
  'parameters-B',
  'parameters-M',
  'years',
  'months',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
  'GPU-hours',
  'W',
  'kWh',
  '°C',
  'nm',
  'GHz',
  'MHz',
  'cores',
  'GPUs',
  'version',
  'count',
  'date',
  'JPY',
  'USD',
  'JPY/hour',
  'USD/hour',
  'USD/month',
  'USD/GB',
] as const;
export type ClaimUnit = (typeof CLAIM_UNITS)[number];

/** Units whose value is text: a version is no number (3.10 is not 3.1), a date is none either. */
const TEXT_UNITS: readonly ClaimUnit[] = ['version', 'date'];

/** One statement that belongs to no table. */
export const claimSchema = z
  .strictObject({
    id: idSchema.describe('Topic and statement: mps-high-watermark'),
    value: z
      .union([z.number(), z.string().min(1).max(60)])
      .optional()
      .describe('The figure or short text to print; left out where the statement has none'),
    unit: z.enum(CLAIM_UNITS).optional().describe('Unit of the value'),
    text: localizedSchema.describe('What the sources say, in one line'),
    estimates: z.array(claimEstimateSchema).min(1).optional().describe('Figures of the text that are estimates of this site; a test asks for them again'),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine((claim, context) => {
    if (claim.unit === undefined) {
      if (typeof claim.value === 'number')
        context.addIssue({ code: 'custom', path: ['unit'], message: 'a number needs a unit; a bare count has the unit "count"' });
      return;
    }
    if (claim.value === undefined) {
      context.addIssue({ code: 'custom', path: ['unit'], message: 'a unit needs a value' });
    } else if (TEXT_UNITS.includes(claim.unit) && typeof claim.value !== 'string') {
      context.addIssue({ code: 'custom', path: ['value'], message: `a ${claim.unit} is written as text` });
    }
    for (const [language, text] of Object.entries(claim.text)) {
      if (text.includes('\n')) context.addIssue({ code: 'custom', path: ['text', language], message: 'expected one line' });
    }
  });
export type Claim = z.infer<typeof claimSchema>;
