import { z } from 'astro/zod';
import { quantizationIdSchema } from './quantization.ts';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';

const countSchema = z.number().int().positive();
const layersSchema = countSchema.describe('How many layers are of this kind');
const kvHeadsSchema = countSchema.describe('Key/value heads of such a layer (num_key_value_heads)');
const headDimSchema = countSchema.describe('Width of one head (head_dim of the config, never hidden size / heads)');
const windowSchema = countSchema.describe('How many tokens such a layer can look back on');

/** Layers that own a key/value cache, by how the cache grows. */
export const kvLayerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('full').describe('Looks at the whole context'),
    layers: layersSchema,
    kvHeads: kvHeadsSchema,
    headDim: headDimSchema,
  }),
  z.strictObject({
    kind: z.literal('swa').describe('Sliding window: looks at the last `window` tokens'),
    layers: layersSchema,
    kvHeads: kvHeadsSchema,
    headDim: headDimSchema,
    window: windowSchema,
  }),
  z.strictObject({
    kind: z.literal('chunk').describe('Chunked: looks at the tokens of its own chunk of `window` tokens'),
    layers: layersSchema,
    kvHeads: kvHeadsSchema,
    headDim: headDimSchema,
    window: windowSchema,
  }),
  z.strictObject({
    kind: z.literal('mla').describe('Multi-head latent attention: one compressed vector per token, no separate values'),
    layers: layersSchema,
    kvLoraRank: countSchema.describe('Width of the compressed vector (kv_lora_rank)'),
    qkRopeHeadDim: countSchema.describe('Width of the part that carries the position (qk_rope_head_dim)'),
  }),
]);
export type KvLayer = z.infer<typeof kvLayerSchema>;

export const recurrentSchema = z.strictObject({
  layers: layersSchema.describe('Linear attention or state space layers: a state of fixed size instead of a cache'),
  convKernel: countSchema.describe('Width of the short convolution (d_conv)'),
  dInner: countSchema.describe('Inner width (d_inner; value heads × value head width)'),
  nGroups: z.number().int().nonnegative().describe('Groups (n_groups; key heads of linear attention); 0 for layers that are a short convolution only'),
  dState: z.number().int().nonnegative().describe('State width (d_state; key head width of linear attention); 0 for layers that are a short convolution only'),
});
export type RecurrentLayers = z.infer<typeof recurrentSchema>;

const moeSchema = z
  .strictObject({
    experts: countSchema.describe('Routed experts of one layer'),
    activeExperts: countSchema.describe('Routed experts a token passes through in one layer'),
    sharedExperts: z.number().int().nonnegative().describe('Experts every token passes through in addition'),
  })
  .refine(({ experts, activeExperts }) => activeExperts < experts, 'expected fewer activeExperts than experts');

/** A language model as far as its memory depends on it. */
export const modelSchema = z
  .strictObject({
    id: idSchema.describe('Short name as in addresses: qwen3-8b'),
    name: z.string().min(1).describe('Name the publisher uses, the same in both languages'),
    family: z.string().min(1).describe('Group in a list of models'),
    kind: z.enum(['llm', 'vlm']).describe('`vlm` also takes images; all numbers are those of its text part'),
    hf: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name')
      .describe('Repository on Hugging Face'),
    paramsB: z.number().positive().describe('Parameters of the text part, in 10^9, without vision tower and draft heads'),
    activeParamsB: z
      .number()
      .positive()
      .nullable()
      .describe(
        'Parameters used per token, in 10^9: without the experts that sit out, and without per-layer embeddings, of which a token looks up single rows; null where all are used',
      ),
    moe: moeSchema.nullable().describe('Mixture of experts; null for a model whose layers have one MLP each, also where activeParamsB is set'),
    layers: countSchema.describe('Layers of the text part'),
    hiddenSize: countSchema.describe('Width of the residual stream (hidden_size)'),
    intermediateSize: countSchema
      .nullable()
      .describe('Width of the MLP of a layer (intermediate_size), of one routed expert in a mixture of experts; null where not found'),
    vocab: countSchema.describe('Rows of the token embedding (vocab_size)'),
    attentionHeads: countSchema.describe('Query heads (num_attention_heads)'),
    tiedEmbeddings: z.boolean().nullable().describe('Whether the token embedding is also the output matrix; null where not found'),
    contextMax: countSchema.describe('Longest context the model is published for, in tokens'),
    attention: z.strictObject({
      kvLayers: z.array(kvLayerSchema).min(1).describe('Layers that own a key/value cache'),
      sharedKvLayers: z.number().int().nonnegative().describe('Layers that read the cache of another layer and own none'),
      recurrent: recurrentSchema.nullable().describe('Layers with a state of fixed size; null if there are none'),
    }),
    files: z
      .array(
        z.strictObject({
          quant: quantizationIdSchema.describe('Id of the quantization'),
          bytes: countSchema.describe('Size of the file, all parts together'),
          exact: z.boolean().describe('False when the source prints a rounded size'),
          source: z.string().describe('Which of the record’s sources states the size'),
        }),
      )
      .describe('Published files whose size is known'),
    filesOnly: z.boolean().describe('True for weights that are published already quantized: only the listed files are offered'),
    japanese: z.boolean().describe('Whether it was made or further trained for Japanese'),
    note: localizedSchema.optional().describe('What the numbers alone would hide from somebody who asks what the model needs'),
    basis: localizedSchema.optional().describe('Where numbers come from that are not simply read in the sources; told beside these, on the page of facts'),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine((model, context) => {
    const { kvLayers, sharedKvLayers, recurrent } = model.attention;
    const counted = kvLayers.reduce((sum, { layers }) => sum + layers, 0) + sharedKvLayers + (recurrent?.layers ?? 0);
    if (counted > model.layers) {
      context.addIssue({ code: 'custom', path: ['attention'], message: `${counted} layers described, the model has ${model.layers}` });
    }
    if (model.activeParamsB !== null && model.activeParamsB >= model.paramsB) {
      context.addIssue({ code: 'custom', path: ['activeParamsB'], message: 'expected fewer than paramsB; null where all are used' });
    }
    if (model.moe !== null && model.activeParamsB === null) {
      context.addIssue({ code: 'custom', path: ['activeParamsB'], message: 'a mixture of experts uses fewer parameters per token than it has' });
    }
    if (model.filesOnly && model.files.length === 0) {
      context.addIssue({ code: 'custom', path: ['files'], message: 'filesOnly without a file leaves nothing to offer' });
    }
    model.files.forEach((file, index) => {
      if (model.files.findIndex(({ quant }) => quant === file.quant) !== index) {
        context.addIssue({ code: 'custom', path: ['files', index, 'quant'], message: `a second file for ${file.quant}` });
      }
      if (!model.sources.some(({ url }) => url === file.source)) {
        context.addIssue({ code: 'custom', path: ['files', index, 'source'], message: 'is not among the sources of the record' });
      }
    });
  });
export type Model = z.infer<typeof modelSchema>;
