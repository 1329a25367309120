import { z } from 'astro/zod';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';

const count = z.number().int().positive();

/** Dimensions of a trained model, for models that are not among ours. */
const shapeSchema = z.strictObject({
  paramsB: z.number().positive().describe('Parameters, in 10^9'),
  layers: count.describe('Layers'),
  hiddenSize: count.describe('Width of the residual stream'),
  intermediateSize: count.nullable().describe('Width inside the feed-forward part; null for four times the width without a gate'),
  vocab: count.describe('Rows of the token embedding'),
  attentionHeads: count.describe('Query heads'),
  kvHeads: count.describe('Key/value heads'),
  headDim: count.describe('Width of a head'),
});

const inputSchema = z.discriminatedUnion('task', [
  z.strictObject({
    task: z.literal('image'),
    model: idSchema.describe('Id of the image model'),
    bits: z.number().positive().describe('Bits per weight of the denoiser'),
    textEncoderBits: z.number().positive().optional().describe('Bits per weight of the text encoder, where they differ'),
    widthPx: count.describe('Width of the image'),
    heightPx: count.describe('Height of the image'),
    loading: z.enum(['all', 'staged']).describe('Whether all parts stay in memory'),
    part: z.enum(['total', 'weights', 'denoiser']).describe('What the figure covers; never the overhead'),
  }),
  z.strictObject({
    task: z.literal('speech'),
    model: idSchema.describe('Id of the speech model'),
    part: z.literal('total').describe('What the figure covers; never the overhead'),
  }),
  z.strictObject({
    task: z.literal('embedding'),
    model: idSchema.describe('Id of the embedding model'),
    bits: z.number().positive().describe('Bits per weight'),
    part: z.literal('weights').describe('What the figure covers'),
  }),
  z.strictObject({
    task: z.literal('training'),
    shape: shapeSchema.describe('The trained model'),
    method: z.enum(['full-amp', 'full-fp32', 'full-bf16', 'full-8bit-adam', 'lora', 'qlora']).describe('How it is trained'),
    batch: count.describe('Sequences per step; our assumption where the source gives a table by size only'),
    sequenceTokens: count.describe('Tokens per sequence; assumed in the same places'),
    checkpointing: z.boolean().describe('Whether intermediate results are computed again'),
    flashAttention: z.boolean().optional().describe('False where the software of that time had none for the way back'),
    loraRank: count.optional().describe('Rank of the adapters'),
    adaptedLayers: count.optional().describe('Layers with adapters'),
    targets: z.enum(['attention', 'all']).optional().describe('Matrices with adapters'),
    baseBits: z.number().positive().optional().describe('Bits per frozen weight'),
    embeddingBits: z.number().positive().optional().describe('Bits per weight of embedding and output matrix'),
    part: z
      .enum(['process', 'total', 'weights', 'states'])
      .describe('`process`: with the overhead. `total`: without. `states`: weights, gradients and optimizer'),
  }),
]);
export type TaskInput = z.infer<typeof inputSchema>;

/** A published figure of memory for images, speech, embeddings or training, and how to compute it. */
export const taskFigureSchema = z
  .strictObject({
    id: idSchema.describe('Short name of the figure'),
    task: z.enum(['image', 'speech', 'embedding', 'training']).describe('What the figure is about'),
    what: localizedSchema.describe('The figure in words'),
    kind: z
      .enum(['measured', 'file-size', 'estimate', 'limit'])
      .describe('`estimate`: a project’s own rounded table. `limit`: fits into this much, so the need may be smaller but not larger'),
    stated: z.number().positive().describe('The published value'),
    unit: z.enum(['MB', 'GB', 'MiB', 'GiB']).describe('Unit of the published value as it turned out to be, whatever the source calls it'),
    input: inputSchema.nullable().describe('What to compute; null where the source says too little'),
    excluded: z.string().min(1).optional().describe('Why it cannot be computed'),
    calibration: z.literal(true).optional().describe('True where a constant of ours was taken from this very figure, so that meeting it proves nothing'),
    miss: localizedSchema.optional().describe('Why the formulas miss it'),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine((figure, context) => {
    if ((figure.input === null) !== (figure.excluded !== undefined))
      context.addIssue({ code: 'custom', path: ['excluded'], message: 'expected a reason exactly where input is null' });
    if (figure.input !== null && figure.input.task !== figure.task)
      context.addIssue({ code: 'custom', path: ['input', 'task'], message: `expected ${figure.task}` });
  });
export type TaskFigure = z.infer<typeof taskFigureSchema>;
