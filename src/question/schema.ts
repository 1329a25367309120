import { z } from 'astro/zod';
import { CACHE_TYPES } from '../advisor/kv-cache.ts';
import { TRAINING_METHODS } from '../advisor/training/types.ts';
import { kvLayerSchema, recurrentSchema } from '../schemas/model.ts';

/** A tera of anything is beyond every Mac; larger numbers would only overflow further down. */
const MOST = 1e12;

const amount = z.number().nonnegative().max(MOST);
const positive = z.number().positive().max(MOST);
const count = z.number().int().positive().max(MOST);
const tokens = z.number().int().nonnegative().max(1e9);
const id = z.string().min(1).max(100);

const machine = {
  chip: id.optional().describe('chip and GPU cores, as m4-max-40; without it there is no speed'),
  memoryGB: count.max(4096).optional().describe('unified memory; without it there is no budget'),
  macOS: z.number().positive().max(100).optional().describe('macOS version: 11 to 15, or 26 and later (default 26)'),
  wiredLimitMiB: z.number().int().nonnegative().max(MOST).optional().describe('iogpu.wired_limit_mb where it is set'),
  otherAppsGB: amount.optional().describe('memory other applications hold, in GB'),
};

const figures = {
  paramsB: positive.optional().describe('parameters, in 10^9, instead of a model id'),
  activeParamsB: positive.optional().describe('parameters used per token, for a mixture of experts'),
  weightBytes: positive.optional().describe('size of the weights: the file on disk'),
  bitsPerWeight: positive.max(64).optional().describe('where no quantization is named'),
  layers: count.optional(),
  hiddenSize: count.optional(),
  vocab: count.optional(),
  attentionHeads: count.optional(),
  kvLayers: z.array(kvLayerSchema).max(1000).optional().describe('layers that own a cache, as in content/facts/models.json'),
  recurrent: recurrentSchema.nullable().optional(),
};

const recommending = {
  recommend: z.boolean().optional().describe('which Macs do it, instead of one machine'),
  budgetJPY: positive.optional(),
  budgetUSD: positive.optional(),
  portable: z.boolean().optional().describe('true: a notebook; false: a desktop'),
  condition: z.enum(['new', 'any']).optional().describe('any: Macs no longer sold new count too'),
  minTokensPerSecond: positive.optional(),
};

const llmQuestion = z.strictObject({
  task: z.literal('llm').optional(),
  ...machine,
  model: id.optional().describe('id of the model, as qwen3-32b'),
  ...figures,
  quant: id.optional().describe('q4_k_m, q8_0, f16, mxfp4, mlx-4bit, …'),
  engine: z.enum(['llama.cpp', 'mlx', 'ollama']).optional(),
  contextTokens: tokens.optional().describe('tokens in the cache (default 8192); decode speed is that with so many'),
  promptTokens: tokens.optional().describe('tokens of the prompt (default: all of the context)'),
  cacheType: z.enum(CACHE_TYPES).optional(),
  cacheTypeK: z.enum(CACHE_TYPES).optional(),
  cacheTypeV: z.enum(CACHE_TYPES).optional(),
  flashAttention: z.boolean().optional(),
  fullWindow: z.boolean().optional().describe('windowed layers keep everything (--swa-full)'),
  sequences: count.max(4096).optional().describe('conversations at once'),
  microBatch: count.optional().describe('tokens per step while reading a prompt'),
  ...recommending,
});

const imageQuestion = z.strictObject({
  task: z.literal('image'),
  ...machine,
  model: id,
  quant: id.optional().describe('format of the image model: f16, q8_0, mlx-4bit, …'),
  widthPx: count.max(65_536).optional(),
  heightPx: count.max(65_536).optional(),
  steps: count.max(10_000).optional(),
  batch: count.max(10_000).optional(),
  loading: z.enum(['all', 'staged']).optional().describe('staged: the text encoder is dropped before the image is made'),
});

const speechQuestion = z.strictObject({ task: z.literal('speech'), ...machine, model: id, quant: id.optional() });

const embeddingQuestion = z.strictObject({
  task: z.literal('embedding'),
  ...machine,
  model: id,
  quant: id.optional(),
  batch: count.max(1e6).optional(),
  sequenceTokens: count.max(1e9).optional(),
  flashAttention: z.boolean().optional(),
});

const trainingQuestion = z.strictObject({
  task: z.literal('training'),
  ...machine,
  model: id.optional(),
  ...figures,
  intermediateSize: count.optional(),
  method: z.enum(TRAINING_METHODS).optional(),
  quant: id.optional().describe('quantization of the frozen weights with qlora'),
  batch: count.max(1e6).optional(),
  sequenceTokens: count.max(1e9).optional(),
  checkpointing: z.boolean().optional(),
  flashAttention: z.boolean().optional(),
  loraRank: count.max(1e6).optional(),
  adaptedLayers: count.optional(),
  targets: z.enum(['attention', 'all']).optional(),
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
