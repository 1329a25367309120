import { z } from 'astro/zod';
import { checkProvenance, idSchema, localizedSchema, partialDateSchema, provenance, sizesSchema } from './source.ts';

/** One variant of a chip: Apple sells the same name with different numbers of GPU cores, and they differ in memory and bandwidth. */
export const chipSchema = z
  .strictObject({
    id: idSchema.describe('Chip and number of GPU cores: m4-max-40'),
    name: z.string().min(1).describe('Apple’s name of the chip, the same in both languages: M4 Max'),
    family: z.string().min(1).describe('Generation: M4'),
    tier: z.enum(['base', 'pro', 'max', 'ultra']).describe('Place within the generation'),
    released: partialDateSchema.describe('Month in which Apple announced the chip for a Mac, or for the first device that had it'),
    cpuCores: z.number().int().positive().describe('CPU cores of all kinds together'),
    gpuCores: z.number().int().positive().describe('GPU cores'),
    memoryOptionsGB: sizesSchema.describe('Sizes of unified memory sold with this variant in any Mac, as marketed (1GB = 2^30 bytes)'),
    bandwidthGBps: z.number().positive().describe('Peak memory bandwidth Apple states, in 10^9 bytes per second; the highest if it depends on the memory size'),
    bandwidthByMemoryGB: z
      .record(z.string().regex(/^\d+$/), z.number().positive())
      .optional()
      .describe('Peak bandwidth in GB/s by memory size in GB, where it depends on it'),
    gpuTflopsFp32: z
      .strictObject({
        low: z.number().positive().describe('Lowest of the sources'),
        high: z.number().positive().describe('Highest of the sources; the same as `low` where there is one source or they agree'),
      })
      .refine(({ low, high }) => low <= high, 'expected low to be at most high')
      .nullable()
      .optional()
      .describe(
        'Peak FP32 rate of the GPU in 10^12 operations per second: cores × 128 units × 2 × clock, computed by third parties (Apple publishes neither rate nor clock). ' +
          'A variant no source computes takes the rate per core of its siblings; the lower end of the M6 is the clock of the M5. Null where nobody states one',
      ),
    neuralAccelerators: z.boolean().optional().describe('Whether every GPU core has a matrix unit (Neural Accelerator): M5 and later'),
    neuralEngineCores: z.number().int().positive().describe('Cores of the Neural Engine'),
    neuralEngineTops: z
      .number()
      .positive()
      .nullable()
      .describe('Operations per second Apple claims for the Neural Engine, in 10^12; null where Apple states none. Precisions differ between generations'),
    note: localizedSchema.optional().describe('What the numbers alone would hide'),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine((chip, context) => {
    const byMemory = Object.entries(chip.bandwidthByMemoryGB ?? {});
    for (const [memoryGB] of byMemory) {
      if (!chip.memoryOptionsGB.includes(Number(memoryGB))) {
        context.addIssue({ code: 'custom', path: ['bandwidthByMemoryGB', memoryGB], message: 'this memory size is not in memoryOptionsGB' });
      }
    }
    if (byMemory.length > 0 && Math.max(...byMemory.map(([, bandwidth]) => bandwidth)) !== chip.bandwidthGBps) {
      context.addIssue({ code: 'custom', path: ['bandwidthGBps'], message: 'expected the highest value of bandwidthByMemoryGB' });
    }
  });
export type Chip = z.infer<typeof chipSchema>;
