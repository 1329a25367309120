import { z } from 'astro/zod';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';

const countSchema = z.number().int().positive();

/** One size of Whisper: an encoder that reads 30 seconds of sound at once and a decoder that writes the text token by token. */
export const speechModelSchema = z
  .strictObject({
    id: idSchema.describe('Short name as in addresses: whisper-large-v3-turbo'),
    name: z.string().min(1).describe('Name in a list, the same in both languages'),
    hf: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name')
      .describe('Repository on Hugging Face'),
    paramsM: countSchema.describe('Parameters the publisher states, in 10^6, rounded'),
    encoderLayers: countSchema.describe('Layers of the encoder'),
    decoderLayers: countSchema.describe('Layers of the decoder'),
    hiddenSize: countSchema.describe('Width of both (n_state)'),
    attentionHeads: countSchema.describe('Heads of both'),
    vocab: countSchema.describe('Rows of the token embedding'),
    fileMiB: countSchema.describe('Size of the 16-bit file for whisper.cpp, in MiB as its list prints it'),
    runtimeMemoryMB: countSchema.nullable().describe('Memory whisper.cpp states for the size, in 10^6 bytes; null where it states none'),
    statedVramGB: countSchema.describe('GPU memory OpenAI’s list asks for with its own program, in GB, rounded'),
    note: localizedSchema.optional().describe('What the numbers alone would hide'),
    ...provenance,
  })
  .superRefine(checkProvenance);
export type SpeechModel = z.infer<typeof speechModelSchema>;
