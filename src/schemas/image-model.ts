import { z } from 'astro/zod';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';

const componentSchema = z.strictObject({
  role: z
    .enum(['denoiser', 'textEncoder', 'vae'])
    .describe('`denoiser`: U-Net or transformer, run once per step. `textEncoder`: reads the prompt. `vae`: turns the result into pixels'),
  name: z.string().min(1).describe('What the part is called, the same in both languages'),
  params: z.number().int().positive().nullable().describe('Parameters; null where no source states them or the size of their file'),
  exact: z.boolean().describe('False for rounded counts and for counts taken from a file or from measured memory'),
});
export type ImageComponent = z.infer<typeof componentSchema>;
export type ImageRole = ImageComponent['role'];

/** A model that makes images, as far as its memory and its speed depend on it. */
export const imageModelSchema = z
  .strictObject({
    id: idSchema.describe('Short name as in addresses: flux.1-dev'),
    name: z.string().min(1).describe('Name the publisher uses, the same in both languages'),
    family: z.string().min(1).describe('Group in a list of models'),
    hf: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name')
      .describe('Repository on Hugging Face'),
    architecture: z.enum(['unet', 'dit']).describe('`unet`: convolutions with some attention. `dit`: a transformer over the tokens of the image'),
    components: z.array(componentSchema).min(1).describe('The parts of the pipeline'),
    activations: z
      .strictObject({
        bytes: z.number().int().positive().describe('Memory beside the weights at the peak of a measured run'),
        pixels: z.number().int().positive().describe('Pixels of the image of that run'),
        includes: z.array(z.enum(['vae'])).describe('Parts whose weights are in `bytes` because the source does not state them apart'),
      })
      .nullable()
      .describe('Working memory of one image; null where nobody measured it for this model'),
    passesPerStep: z
      .union([z.literal(1), z.literal(2)])
      .describe('2 with classifier-free guidance, which runs the denoiser with and without the prompt; 1 for models distilled to do without'),
    steps: z.number().int().positive().describe('Steps of a usual image'),
    nativePx: z.number().int().positive().describe('Width and height the model was made for'),
    note: localizedSchema.optional().describe('What the numbers alone would hide'),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine((model, context) => {
    const roles = model.components.map(({ role }) => role);
    if (new Set(roles).size !== roles.length) context.addIssue({ code: 'custom', path: ['components'], message: 'one entry per role' });
    for (const role of ['denoiser', 'textEncoder', 'vae'] as const) {
      const inActivations = role === 'vae' && (model.activations?.includes.includes(role) ?? false);
      if (roles.includes(role) === inActivations)
        context.addIssue({ code: 'custom', path: ['components'], message: `${role}: expected once, here or in activations.includes` });
    }
  });
export type ImageModel = z.infer<typeof imageModelSchema>;
