import { z } from 'astro/zod';
import { checkProvenance, localizedSchema, provenance } from './source.ts';

/** Ids are the names people type after `--quant` or see in file names, so unlike other ids they may hold an underscore. */
export const quantizationIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/, 'expected lower-case letters and digits joined by _ or -, such as q4_k_m or mlx-4bit');

const bitsSchema = z.number().positive().max(32);

/** One way of storing weights. A file is a mix: embeddings and the output matrix are often stored with more bits than the rest. */
export const quantizationSchema = z
  .strictObject({
    id: quantizationIdSchema.describe('Name of the format in lower case: q4_k_m'),
    label: localizedSchema.describe('Name in a list, bits first'),
    engine: z.enum(['llama.cpp', 'mlx']).describe('Which runtime reads it: `llama.cpp` stands for GGUF, also in LM Studio and Ollama'),
    kernel: z
      .enum(['float', 'legacy', 'k', 'i', 'fp4', 'affine'])
      .describe(
        'How the weights are packed, which decides how fast they are unpacked: `float` unquantized, `legacy` blocks of 32 (Q4_0 to Q8_0), `k` K-quants, `i` i-quants (also IQ4_NL and IQ4_XS), `fp4` short floating-point numbers with a scale per block (MXFP4, NVFP4, MXFP8), `affine` MLX groups with scale and bias',
      ),
    bitsPerWeight: bitsSchema.describe('Bits per weight over the whole file of a dense model of about 8B parameters'),
    bodyBits: bitsSchema.describe('Bits per weight of everything except the token embedding and the output matrix'),
    embeddingBits: bitsSchema.describe('Bits per weight of the token embedding when the output matrix is stored apart'),
    outputBits: bitsSchema.describe('Bits per weight of the output matrix, and of the token embedding when both are one'),
    general: z.boolean().describe('True when it can be made of any model; false when it is offered only where a model lists a file in it'),
    common: z.boolean().describe('True for the few that a list shows first; the others are listed only where a model has a file in them'),
    note: localizedSchema.describe('What to expect of it, in one line'),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine((quantization, context) => {
    const { bodyBits, embeddingBits, outputBits, bitsPerWeight } = quantization;
    const parts = [bodyBits, embeddingBits, outputBits];
    // The 8B reference file is made of these parts, so the whole cannot lie outside of them (0.01: rounding of published values).
    if (bitsPerWeight < Math.min(...parts) - 0.01 || bitsPerWeight > Math.max(...parts) + 0.01) {
      context.addIssue({ code: 'custom', path: ['bitsPerWeight'], message: 'lies outside of the bits of its parts' });
    }
  });
export type Quantization = z.infer<typeof quantizationSchema>;
