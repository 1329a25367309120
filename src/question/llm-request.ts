import { describedModel } from '../advisor/described-model.ts';
import { cacheTypesOf, type CacheTypePair } from '../advisor/kv-cache.ts';
import type { MemoryRequest } from '../advisor/memory.ts';
import { isOffered } from '../advisor/weights.ts';
import type { Engine, SpeedModelFacts, SpeedQuantizationFacts } from '../advisor/types.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import type { NoteCode } from './notes.ts';
import { nearestFor } from './near-quantizations.ts';
import { FIGURE_FIELDS, type Question } from './schema.ts';

const DEFAULT_CONTEXT = 8192;
/** Tokens of a prompt where nothing else says how long one is: that of llama-bench. */
const USUAL_PROMPT = 512;
const DEFAULT_QUANT: Readonly<Record<Engine, string>> = { 'llama.cpp': 'q4_k_m', mlx: 'mlx-4bit' };

/** A question about a language model with everything looked up. */
export interface LlmRequest {
  readonly memory: MemoryRequest & { readonly model: SpeedModelFacts; readonly quantization: SpeedQuantizationFacts; readonly cacheType: CacheTypePair };
  /** Id of the model among the facts; null for one that was described. */
  readonly known: string | null;
  /** Whether the size of the weights came with the question. */
  readonly weightsGiven: boolean;
  /** Whether the rows of the token embedding are known, or were assumed. */
  readonly vocabKnown: boolean;
  readonly ollama: boolean;
  readonly promptTokens: number;
  readonly notes: readonly NoteCode[];
}

type LlmFields = Pick<Question<'llm'>, 'model' | 'quant' | 'engine' | (typeof FIGURE_FIELDS)[number]>;

const MOST_NEAR = 3;

/** With mlx `4bit`, `bf16` and `mxfp4` can only be its own. */
const namedQuantization = (quant: string, engine: Engine | undefined, { find, resolve }: Context): Context['facts']['quantizations'][number] =>
  find('quantizations', (engine === 'mlx' ? resolve('quantizations', `mlx-${quant}`) : undefined) ?? quant, 'quant');

const quantizationOf = ({ quant, engine, model }: LlmFields, context: Context): SpeedQuantizationFacts => {
  const { find, resolve, facts } = context;
  const asked: Engine | undefined = engine === 'ollama' ? 'llama.cpp' : engine;
  if (quant !== undefined) {
    const found = namedQuantization(quant, asked, context);
    // Ollama runs MLX weights too, so it takes either.
    if (asked !== undefined && engine !== 'ollama' && found.engine !== asked) {
      throw new QuestionError('quant', `${found.id} is not for ${asked}`, nearestFor(asked, found.bitsPerWeight, facts.quantizations).slice(0, MOST_NEAR));
    }
    return found;
  }
  const usual = DEFAULT_QUANT[asked ?? 'llama.cpp'];
  const known = model === undefined ? undefined : resolve('models', model);
  const record = known === undefined ? undefined : find('models', known, 'model');
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
  checkSize(weightBytes, model.paramsB);
  if (weightBytes === undefined)
    return { model, quantization, known: model.id, notes: isOffered(model, quantization) ? [] : ['not-published-in-this-quantization'] };
  return { model: { ...model, files: [{ quant: quantization.id, bytes: Math.round(weightBytes) }] }, quantization, known: model.id, notes: [] };
};

/** No format stores a weight in less than a bit. @throws QuestionError for a size that can only be a slip */
const checkSize = (weightBytes: number | undefined, paramsB: number | undefined): void => {
  if (weightBytes !== undefined && paramsB !== undefined && weightBytes * 8 < paramsB * 1e9) {
    throw new QuestionError('weightBytes', `is less than one bit for each of ${paramsB} × 10^9 parameters`);
  }
};

/** @throws QuestionError for figures that cannot all be true */
const checkFigures = ({ paramsB, weightBytes, activeParamsB, experts, activeExperts, layers, kvLayers, recurrent }: LlmFields): void => {
  checkSize(weightBytes, paramsB);
  if (activeParamsB !== undefined && activeParamsB > (paramsB ?? Infinity)) {
    throw new QuestionError('activeParamsB', `a token cannot use more than the ${paramsB ?? 0} of paramsB`);
  }
  if (activeExperts !== undefined && activeExperts >= (experts ?? 0)) {
    throw new QuestionError('activeExperts', experts === undefined ? 'is told with experts only' : `a token passes fewer than the ${experts} experts`);
  }
  if (experts !== undefined && activeExperts === undefined) throw new QuestionError('activeExperts', 'is missing: how many of the experts a token passes');
  const counted = (kvLayers ?? []).reduce((sum, group) => sum + group.layers, 0) + (recurrent?.layers ?? 0);
  if (layers !== undefined && layers < counted) throw new QuestionError('layers', `kvLayers and recurrent describe ${counted} layers already`);
};

/**
 * Parameters a token uses, in 10^9: as stated, or all but those of the experts that sit out, three matrices of hidden size × expert width per
 * layer each. Undefined for a dense model. @throws QuestionError for a mixture of experts that says too little
 */
const activeParametersOf = ({ paramsB, activeParamsB, experts, activeExperts, hiddenSize, intermediateSize, layers }: LlmFields): number | undefined => {
  if (activeParamsB !== undefined || experts === undefined || activeExperts === undefined || paramsB === undefined) return activeParamsB;
  if (hiddenSize === undefined || intermediateSize === undefined || layers === undefined) {
    throw new QuestionError('activeParamsB', 'is missing for a mixture of experts; hiddenSize, intermediateSize and layers say it too');
  }
  const active = paramsB - ((experts - activeExperts) * 3 * hiddenSize * intermediateSize * layers) / 1e9;
  if (active <= 0) throw new QuestionError('experts', `hold more than the ${paramsB} of paramsB`);
  return active;
};

const resolveDescribed = (fields: LlmFields, quantization: SpeedQuantizationFacts): Resolved => {
  checkFigures(fields);
  const { bitsPerWeight, activeParamsB: _, experts, activeExperts, ...dense } = fields;
  const activeParamsB = activeParametersOf(fields);
  const stored = { engine: quantization.engine, quantization, bitsPerWeight };
  const moe = experts === undefined || activeExperts === undefined ? null : { experts, activeExperts };
  const figures = { ...dense, moe };
  const whole = describedModel(figures, stored);
  // Of a model known by its size alone the parameters are an estimate; no token reads more than all of them.
  const isPart = activeParamsB !== undefined && activeParamsB < whole.model.paramsB;
  const described = isPart ? describedModel({ ...figures, activeParamsB }, stored) : whole;
  return {
    // Without the number of experts the active parameters say what is read.
    model: { ...described.model, moe: moe ?? (isPart ? { experts: 1, activeExperts: 1 } : null) },
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
  const { contextTokens = DEFAULT_CONTEXT, cacheType = 'f16', cacheTypeK = cacheType, cacheTypeV = cacheType } = question;
  const { sequences, microBatch, flashAttention, fullWindow, logitRows, separateSlots, oldBuild } = question;
  const promptTokens = question.promptTokens ?? (contextTokens > 0 ? contextTokens : USUAL_PROMPT);
  return {
    memory: {
      model,
      quantization,
      known: context.facts.quantizations,
      contextTokens,
      promptTokens,
      sequences,
      cacheType: cacheTypesOf({ keys: cacheTypeK, values: cacheTypeV }),
      microBatch,
      flashAttention,
      fullWindow,
      logitRows,
      separateSlots,
      oldBuild,
    },
    known,
    weightsGiven: question.weightBytes !== undefined,
    vocabKnown: known !== null || question.vocab !== undefined,
    ollama: question.engine === 'ollama',
    promptTokens,
    notes: [
      ...notes,
      ...(known !== null && contextTokens > model.contextMax ? (['context-beyond-model'] as const) : []),
      ...(promptTokens > contextTokens ? (['prompt-beyond-context'] as const) : []),
    ],
  };
};
