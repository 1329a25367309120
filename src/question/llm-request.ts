import { describedModel } from '../advisor/described-model.ts';
import { cacheTypesOf, type CacheTypePair } from '../advisor/kv-cache.ts';
import type { MemoryRequest } from '../advisor/memory.ts';
import { isOffered } from '../advisor/weights.ts';
import type { Engine, SpeedModelFacts, SpeedQuantizationFacts } from '../advisor/types.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import type { NoteCode } from './notes.ts';
import { FIGURE_FIELDS, type Question } from './schema.ts';

const DEFAULT_CONTEXT = 8192;
const DEFAULT_QUANT: Readonly<Record<Engine, string>> = { 'llama.cpp': 'q4_k_m', mlx: 'mlx-4bit' };

/** A question about a language model with everything looked up. */
export interface LlmRequest {
  readonly memory: MemoryRequest & { readonly model: SpeedModelFacts; readonly quantization: SpeedQuantizationFacts; readonly cacheType: CacheTypePair };
  /** Id of the model among the facts; null for one that was described. */
  readonly known: string | null;
  /** Whether the size of the weights came with the question. */
  readonly weightsGiven: boolean;
  readonly ollama: boolean;
  readonly promptTokens: number | undefined;
  readonly notes: readonly NoteCode[];
}

type LlmFields = Pick<Question<'llm'>, 'model' | 'quant' | 'engine' | (typeof FIGURE_FIELDS)[number]>;

const MOST_NEAR = 3;

/** Formats of an engine with about as many bits, those most people use first. */
const nearestFor = (engine: Engine, bits: number, quantizations: Context['facts']['quantizations']): string[] => {
  const distance = (one: (typeof quantizations)[number]): number => Math.abs(one.bitsPerWeight - bits) + (one.common ? 0 : 1);
  return quantizations
    .filter((one) => one.engine === engine)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST_NEAR)
    .map(({ id }) => id);
};

const quantizationOf = ({ quant, engine, model }: LlmFields, { find, facts }: Context): SpeedQuantizationFacts => {
  const asked: Engine | undefined = engine === 'ollama' ? 'llama.cpp' : engine;
  if (quant !== undefined) {
    const found = find('quantizations', quant, 'quant');
    // Ollama runs MLX weights too, so it takes either.
    if (asked !== undefined && engine !== 'ollama' && found.engine !== asked) {
      throw new QuestionError('quant', `${found.id} is not for ${asked}`, nearestFor(asked, found.bitsPerWeight, facts.quantizations));
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

interface Resolved {
  readonly model: SpeedModelFacts;
  readonly quantization: SpeedQuantizationFacts;
  readonly known: string | null;
  readonly notes: readonly NoteCode[];
}

const isGiven = (fields: LlmFields, field: (typeof FIGURE_FIELDS)[number]): boolean => fields[field] !== undefined && fields[field] !== null;

const resolveKnown = (id: string, fields: LlmFields, quantization: SpeedQuantizationFacts, context: Context): Resolved => {
  // Figures take the place of an id, so both together would leave open which counts; only a size of one's own file is a common wish.
  const described = FIGURE_FIELDS.find((field) => field !== 'weightBytes' && isGiven(fields, field));
  if (described !== undefined) throw new QuestionError(described, 'describes a model, but `model` names one already');
  const model = context.find('models', id, 'model');
  const { weightBytes } = fields;
  if (weightBytes === undefined)
    return { model, quantization, known: model.id, notes: isOffered(model, quantization) ? [] : ['not-published-in-this-quantization'] };
  return { model: { ...model, files: [{ quant: quantization.id, bytes: Math.round(weightBytes) }] }, quantization, known: model.id, notes: [] };
};

const resolveDescribed = (fields: LlmFields, quantization: SpeedQuantizationFacts): Resolved => {
  const { bitsPerWeight, activeParamsB, ...figures } = fields;
  if (activeParamsB !== undefined && activeParamsB > (fields.paramsB ?? Infinity)) {
    throw new QuestionError('activeParamsB', `a token cannot use more than the ${fields.paramsB ?? 0} of paramsB`);
  }
  const stored = { engine: quantization.engine, quantization, bitsPerWeight };
  const dense = describedModel(figures, stored);
  // Of a model known by its size alone the parameters are an estimate; no token reads more than all of them.
  const experts = activeParamsB !== undefined && activeParamsB < dense.model.paramsB;
  const described = experts ? describedModel({ ...figures, activeParamsB }, stored) : dense;
  return {
    model: {
      ...described.model,
      intermediateSize: null,
      // How many experts there are is not asked: the active parameters say what is read.
      moe: experts ? { experts: 1, activeExperts: 1 } : null,
    },
    quantization: { ...described.quantization, kernel: quantization.kernel },
    known: null,
    notes: described.notes,
  };
};

/** What a described model needs at least: something to weigh, or something that keeps a cache. */
const ENOUGH = ['paramsB', 'weightBytes', 'kvLayers', 'recurrent'] as const;

/** The model and quantization a question names or describes. @throws QuestionError */
export const resolveModel = (fields: LlmFields, context: Context): Resolved => {
  const quantization = quantizationOf(fields, context);
  if (fields.model !== undefined) return resolveKnown(fields.model, fields, quantization, context);
  if (!ENOUGH.some((field) => isGiven(fields, field))) {
    throw new QuestionError('model', 'name a model, or describe one with paramsB or weightBytes, layers and kvLayers');
  }
  return resolveDescribed(fields, quantization);
};

/** Everything a question about a language model names, looked up, with defaults for the rest. @throws QuestionError */
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
    weightsGiven: question.weightBytes !== undefined,
    ollama: question.engine === 'ollama',
    promptTokens,
    notes: [
      ...notes,
      ...(known !== null && contextTokens > model.contextMax ? (['context-beyond-model'] as const) : []),
      ...(promptTokens !== undefined && promptTokens > contextTokens ? (['prompt-beyond-context'] as const) : []),
    ],
  };
};
