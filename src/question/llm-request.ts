import { describedModel } from '../advisor/described-model.ts';
import { cacheTypesOf, type CacheTypePair } from '../advisor/kv-cache.ts';
import type { MemoryRequest } from '../advisor/memory.ts';
import { isOffered } from '../advisor/weights.ts';
import type { Engine, SpeedModelFacts, SpeedQuantizationFacts } from '../advisor/types.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import type { Question } from './schema.ts';

const DEFAULT_CONTEXT = 8192;
const DEFAULT_QUANT: Readonly<Record<Engine, string>> = { 'llama.cpp': 'q4_k_m', mlx: 'mlx-4bit' };

/** A question about a language model with everything looked up. */
export interface LlmRequest {
  readonly memory: MemoryRequest & { readonly model: SpeedModelFacts; readonly quantization: SpeedQuantizationFacts; readonly cacheType: CacheTypePair };
  /** Id of the model among the facts; null for one that was described. */
  readonly known: string | null;
  readonly ollama: boolean;
  readonly promptTokens: number | undefined;
  /** What a reader should know of how the question was read. */
  readonly notes: readonly string[];
}

type LlmFields = Pick<
  Question<'llm'>,
  | 'model'
  | 'quant'
  | 'engine'
  | 'paramsB'
  | 'activeParamsB'
  | 'weightBytes'
  | 'bitsPerWeight'
  | 'layers'
  | 'hiddenSize'
  | 'vocab'
  | 'attentionHeads'
  | 'kvLayers'
  | 'recurrent'
>;

const quantizationOf = ({ quant, engine, model }: LlmFields, { find, facts }: Context): SpeedQuantizationFacts => {
  const asked: Engine | undefined = engine === 'ollama' ? 'llama.cpp' : engine;
  if (quant !== undefined) {
    const found = find('quantizations', quant, 'quant');
    // Ollama runs MLX weights too, so it takes either.
    if (asked !== undefined && engine !== 'ollama' && found.engine !== asked) {
      const alike = facts.quantizations.filter((one) => one.engine === asked && Math.abs(one.bitsPerWeight - found.bitsPerWeight) < 1);
      throw new QuestionError(
        'quant',
        `${quant} is not for ${asked}`,
        alike.slice(0, 3).map(({ id }) => id),
      );
    }
    return found;
  }
  const usual = DEFAULT_QUANT[asked ?? 'llama.cpp'];
  const record = model === undefined ? undefined : facts.models.find(({ id }) => id === model);
  const file =
    record?.filesOnly === true
      ? record.files.map((one) => find('quantizations', one.quant, 'quant')).find((one) => one.engine === (asked ?? 'llama.cpp'))
      : undefined;
  return file ?? find('quantizations', usual, 'quant');
};

/** Figures that describe a model take the place of an id, so both together would leave open which counts. */
const DESCRIBING = ['paramsB', 'activeParamsB', 'layers', 'hiddenSize', 'vocab', 'attentionHeads', 'kvLayers', 'recurrent', 'bitsPerWeight'] as const;

interface Resolved {
  readonly model: SpeedModelFacts;
  readonly quantization: SpeedQuantizationFacts;
  readonly known: string | null;
  readonly notes: readonly string[];
}

const resolveKnown = (id: string, fields: LlmFields, quantization: SpeedQuantizationFacts, context: Context): Resolved => {
  const given = DESCRIBING.find((field) => fields[field] !== undefined && fields[field] !== null);
  if (given !== undefined) throw new QuestionError(given, 'describes a model, but `model` names one already');
  const model = context.find('models', id, 'model');
  const { weightBytes } = fields;
  if (weightBytes === undefined) return { model, quantization, known: id, notes: isOffered(model, quantization) ? [] : ['not-published-in-this-quantization'] };
  return { model: { ...model, files: [{ quant: quantization.id, bytes: weightBytes }] }, quantization, known: id, notes: [] };
};

const resolveDescribed = (fields: LlmFields, quantization: SpeedQuantizationFacts): Resolved => {
  const { bitsPerWeight, ...figures } = fields;
  const described = describedModel(figures, { engine: quantization.engine, quantization, bitsPerWeight });
  const experts = fields.activeParamsB !== undefined && fields.activeParamsB < (fields.paramsB ?? Infinity);
  return {
    // How many experts there are is not asked: the active parameters say what is read.
    model: { ...described.model, intermediateSize: null, moe: experts ? { experts: 1, activeExperts: 1 } : null },
    quantization: { ...described.quantization, kernel: quantization.kernel },
    known: null,
    notes: described.notes,
  };
};

/** The model and quantization a question names or describes. @throws QuestionError */
export const resolveModel = (fields: LlmFields, context: Context): Resolved => {
  const quantization = quantizationOf(fields, context);
  if (fields.model !== undefined) return resolveKnown(fields.model, fields, quantization, context);
  if (DESCRIBING.every((field) => fields[field] === undefined) && fields.weightBytes === undefined) {
    throw new QuestionError('model', 'name a model, or describe one with paramsB or weightBytes, layers and kvLayers');
  }
  return resolveDescribed(fields, quantization);
};

export const llmRequest = (question: Question<'llm'>, context: Context): LlmRequest => {
  const { model, quantization, known, notes } = resolveModel(question, context);
  const { contextTokens = DEFAULT_CONTEXT, promptTokens, cacheType = 'f16', cacheTypeK = cacheType, cacheTypeV = cacheType } = question;
  const { sequences, microBatch, flashAttention, fullWindow } = question;
  return {
    memory: {
      model,
      quantization,
      known: context.facts.quantizations,
      contextTokens,
      sequences,
      cacheType: cacheTypesOf({ keys: cacheTypeK, values: cacheTypeV }),
      microBatch,
      flashAttention,
      fullWindow,
    },
    known,
    ollama: question.engine === 'ollama',
    promptTokens,
    notes: [...notes, ...(known !== null && contextTokens > model.contextMax ? ['context-beyond-model'] : [])],
  };
};
