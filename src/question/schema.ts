import { z } from 'astro/zod';
import { CACHE_TYPES } from '../advisor/kv-cache.ts';
import { TRAINING_METHODS } from '../advisor/training/types.ts';
import { kvLayerSchema, recurrentSchema } from '../schemas/model.ts';

/** Far beyond every Mac and every model; larger numbers would only overflow further down. */
const MOST = 1e9;

const positive = z.number().positive();
const count = z.number().int().positive().max(MOST);
const tokens = z.number().int().nonnegative().max(MOST);
const id = z.string().min(1).max(100);

const machine = {
  chip: id.optional().describe('chip and GPU cores, as m4-max-40; without one there is no speed'),
  memoryGB: count.max(4096).optional().describe('unified memory; without it there is no budget'),
  mac: id.optional().describe('a Mac, as macbook-air-m5-2026: checks chip and memory, and knows whether it has a fan'),
  macOS: positive.max(100).optional().describe('macOS version: 11 to 15, or 26 and later (default 26)'),
  wiredLimitMiB: z.number().int().nonnegative().max(MOST).optional().describe('iogpu.wired_limit_mb, where it is set; 0 is the default limit'),
  otherAppsGB: z.number().nonnegative().max(4096).optional().describe('memory other applications hold and keep, in 10^9 bytes'),
};

const figures = {
  paramsB: positive.max(1e5).optional().describe('parameters, in 10^9'),
  activeParamsB: positive.max(1e5).optional().describe('parameters used per token, in 10^9, for a mixture of experts'),
  weightBytes: positive.max(1e14).optional().describe('size of the weights: the file on disk. With a model id it replaces the size we know'),
  bitsPerWeight: positive.max(64).optional().describe('bits per weight of the whole file; goes before those of the quantization'),
  layers: count.max(1e5).optional().describe('layers of all kinds (default: those of kvLayers and recurrent)'),
  hiddenSize: count.optional().describe('width of the model (hidden_size); assumed from the parameters without it'),
  intermediateSize: count.optional().describe('width of the MLP of a layer, of one expert in a mixture of experts; assumed without it'),
  experts: count.optional().describe('routed experts of a layer, as in moe of content/facts/models.json'),
  activeExperts: count.optional().describe('routed experts a token passes in a layer'),
  vocab: count.optional().describe('rows of the token embedding (vocab_size); assumed without it'),
  attentionHeads: count.optional().describe('query heads (num_attention_heads); assumed without it'),
  tiedEmbeddings: z.boolean().optional().describe('token embedding and output matrix are one'),
  kvLayers: z
    .array(kvLayerSchema)
    .max(1000)
    .optional()
    .describe(
      'layers that own a cache, as in content/facts/models.json: [{"kind":"full","layers":36,"kvHeads":8,"headDim":128}]; without them, and without recurrent layers, the cache is not known',
    ),
  recurrent: recurrentSchema.nullable().optional().describe('linear attention and state space layers: {"layers","convKernel","dInner","nGroups","dState"}'),
};

const recommending = {
  recommend: z.boolean().optional().describe('list the Macs that do it; any of the limits below asks for it too'),
  budgetJPY: positive.max(MOST).optional().describe('the most it may cost, in yen with tax'),
  budgetUSD: positive.max(MOST).optional().describe('the most it may cost, in dollars without tax'),
  portable: z.boolean().optional().describe('true: a notebook; false: a desktop'),
  condition: z.enum(['new', 'any']).optional().describe('any: Macs Apple no longer sells count too (default new)'),
  diskGB: positive.max(MOST).optional().describe('what must find room on the SSD, macOS included, in 10^9 bytes'),
};

const llmQuestion = z.strictObject({
  task: z.literal('llm').optional().describe('kind of work (default llm)'),
  ...machine,
  model: id.optional().describe('id of the model, as qwen3-32b'),
  ...figures,
  quant: id.optional().describe('q4_k_m, q8_0, f16, mxfp4, mlx-4bit, … (default q4_k_m, mlx-4bit with mlx, or the format the model is published in alone)'),
  engine: z.enum(['llama.cpp', 'mlx', 'ollama']).optional().describe('default: the one the quantization is for'),
  contextTokens: tokens.optional().describe('tokens in the cache (default 8192); decode speed is that with so many'),
  promptTokens: tokens.optional().describe('tokens of the prompt that is read (default: all of the context)'),
  cacheType: z.enum(CACHE_TYPES).optional().describe('type of the KV cache (default f16)'),
  cacheTypeK: z.enum(CACHE_TYPES).optional().describe('type of the keys, where it differs'),
  cacheTypeV: z.enum(CACHE_TYPES).optional().describe('type of the values, where it differs'),
  flashAttention: z.boolean().optional().describe('default true'),
  fullWindow: z.boolean().optional().describe('windowed layers keep everything (llama.cpp --swa-full)'),
  sequences: count.max(4096).optional().describe('conversations held at once, each with the whole context (default 1)'),
  microBatch: count.max(1e6).optional().describe('tokens per step while a prompt is read (default 512, mlx 2048); counts for memory and prefill'),
  logitRows: z
    .enum(['micro-batch', 'slots'])
    .optional()
    .describe('llama.cpp: slots for a llama-server since June 2026, which reserves less (default micro-batch)'),
  separateSlots: z.boolean().optional().describe('llama.cpp: cells of its own for each conversation (--parallel without --kv-unified)'),
  oldBuild: z.boolean().optional().describe('llama.cpp before b9410 of May 2026, which reserves more for a long context'),
  ...recommending,
  minTokensPerSecond: positive.max(MOST).optional().describe('the least decode speed of a Mac that is recommended'),
});

const imageQuestion = z.strictObject({
  task: z.literal('image'),
  ...machine,
  model: id.describe('id of the image model, as flux.1-dev'),
  quant: id.optional().describe('format of the weights (default f16)'),
  widthPx: count.max(65_536).optional().describe('width of the image (default: what the model is made for)'),
  heightPx: count.max(65_536).optional().describe('height of the image (default: what the model is made for)'),
  steps: count.max(10_000).optional().describe('denoising steps (default: those of the model)'),
  batch: count.max(10_000).optional().describe('images at once, texts (embedding, default 32), examples of a step (training); default 1'),
  loading: z.enum(['all', 'staged']).optional().describe('staged: the text encoder is dropped before the image is made (default all)'),
  ...recommending,
});

const speechQuestion = z.strictObject({
  task: z.literal('speech'),
  ...machine,
  model: id.describe('id of the speech model, as whisper-large-v3-turbo'),
  quant: id.optional().describe('format of the weights (default f16)'),
  audioSeconds: positive.max(1e7).optional().describe('length of the recording; one that is no multiple of 30 s is slower per second (default: long)'),
  ...recommending,
});

const embeddingQuestion = z.strictObject({
  task: z.literal('embedding'),
  ...machine,
  model: id.describe('id of the embedding model, as bge-m3'),
  quant: id.optional().describe('format of the weights (default f16)'),
  batch: count.max(1e6).optional().describe('texts at once'),
  sequenceTokens: count.optional().describe('tokens of one text or example (default: embedding 512, training 2048)'),
  flashAttention: z.boolean().optional().describe('default true'),
  ...recommending,
});

const trainingQuestion = z.strictObject({
  task: z.literal('training'),
  ...machine,
  model: id.optional().describe('id of the language model that is trained'),
  ...figures,
  method: z.enum(TRAINING_METHODS).optional().describe('what is trained, and how (default lora)'),
  quant: id.optional().describe('format of the frozen weights with qlora (default mlx-4bit)'),
  batch: count.max(1e6).optional().describe('examples per step'),
  sequenceTokens: count.optional().describe('tokens of one example'),
  checkpointing: z.boolean().optional().describe('activations are computed again instead of kept (default true)'),
  flashAttention: z.boolean().optional().describe('default true'),
  loraRank: count.max(1e6).optional().describe('rank of the adapters'),
  adaptedLayers: count.optional().describe('layers with adapters, counted from the end (default all)'),
  targets: z.enum(['attention', 'all']).optional().describe('matrices with adapters'),
  ...recommending,
});

export const QUESTION_SCHEMAS = {
  llm: llmQuestion,
  image: imageQuestion,
  speech: speechQuestion,
  embedding: embeddingQuestion,
  training: trainingQuestion,
} as const;

export type Task = keyof typeof QUESTION_SCHEMAS;
export const TASKS = Object.keys(QUESTION_SCHEMAS) as Task[];

export type Question<T extends Task = Task> = z.infer<(typeof QUESTION_SCHEMAS)[T]>;
export type MachineFields = Pick<Question<'llm'>, keyof typeof machine>;
export type RecommendFields = Pick<Question<'llm'>, keyof typeof recommending | 'minTokensPerSecond'>;

/** Fields that describe a model in place of an id. */
export const FIGURE_FIELDS = Object.keys(figures) as (keyof typeof figures)[];
export const MACHINE_FIELDS = Object.keys(machine) as (keyof typeof machine)[];
export const RECOMMEND_FIELDS = [...Object.keys(recommending), 'minTokensPerSecond'] as (keyof RecommendFields)[];
