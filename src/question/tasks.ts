import { embeddingMemory } from '../advisor/embedding/memory.ts';
import { embeddingSpeed } from '../advisor/embedding/speed.ts';
import { imageMemory } from '../advisor/image/memory.ts';
import { imageSpeed } from '../advisor/image/speed.ts';
import { invert, type Range } from '../advisor/range.ts';
import { speechMemory } from '../advisor/speech/memory.ts';
import { speechSpeed } from '../advisor/speech/speed.ts';
import { trainingMemory } from '../advisor/training/memory.ts';
import { trainingSpeed } from '../advisor/training/speed.ts';
import { isAdapterMethod } from '../advisor/training/types.ts';
import type { Unknown } from '../advisor/unknown.ts';
import type { Chip } from '../schemas/chip.ts';
import { firstUrls, limitBasis, modelBasis, type Basis } from './basis.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import { resolveModel } from './llm-request.ts';
import { budgetResult, machineNotes, machineOf, noChip, type AskedMachine, type BudgetResult } from './machine.ts';
import { UNKNOWN_REASONS, type NoteCode } from './notes.ts';
import { isRecommending, recommendResult, type RecommendResult } from './recommend.ts';
import { roundRange } from './round.ts';
import type { Question, Task } from './schema.ts';
import { machineSettings, type Settings } from './settings.ts';

/** The answer to any task but language models. */
export interface TaskResult {
  /** Bytes of the parts, and their sum as `totalBytes`; null where a part is not known. */
  readonly memory: Readonly<Record<string, number>> | null;
  readonly budget: BudgetResult | null;
  /** Null where there is no basis; `unknown` says why. */
  readonly speed: ({ readonly unit: string } & Range) | null;
  /** The question as it was read, with the values that were assumed. */
  readonly settings: Settings;
  readonly unknown: readonly string[];
  readonly notes: readonly NoteCode[];
  readonly basis: readonly Basis[];
  readonly recommendation?: RecommendResult;
}

interface KnownMemory {
  readonly known: true;
  readonly terms: readonly { readonly key: string; readonly bytes: number }[];
  readonly totalBytes: number;
  readonly weightsBytes: number;
}

interface KnownSpeed {
  readonly known: true;
  readonly range: Range;
  readonly basis: Basis;
}

/** A task with everything looked up. */
interface TaskWork {
  readonly task: Task;
  readonly settings: Settings;
  readonly memory: KnownMemory | Unknown;
  readonly unit: string;
  /** True where less is better: seconds instead of something per second. */
  readonly isDuration?: boolean;
  readonly speedOn: (chip: Chip) => KnownSpeed | Unknown;
  readonly modelBasis: readonly Basis[];
  readonly notes?: readonly NoteCode[];
}

type TaskQuestion = Question<'image'> | Question<'speech'> | Question<'embedding'> | Question<'training'>;

const whyUnknown = (of: string, { reason, missing }: Unknown): string => `${of}: ${UNKNOWN_REASONS[reason]} ${missing.join(', ')}`;

const checked = (memory: KnownMemory | Unknown): KnownMemory | Unknown => {
  if (memory.known && !(memory.totalBytes <= Number.MAX_SAFE_INTEGER)) throw new QuestionError('question', 'describes more memory than can be counted');
  return memory;
};

const recommendationOf = (question: TaskQuestion, machine: AskedMachine, work: TaskWork, context: Context): { recommendation?: RecommendResult } => {
  const { memory, isDuration } = work;
  if (!isRecommending(question) || !memory.known) return {};
  const speedOn = (chip: Chip): Range | null => {
    const speed = work.speedOn(chip);
    if (!speed.known) return null;
    return isDuration ? invert(speed.range) : speed.range;
  };
  const task = { needBytes: memory.totalBytes, weightsBytes: memory.weightsBytes, speedOn };
  return { recommendation: recommendResult(question, task, machine, context) };
};

const resultOf = (question: TaskQuestion, machine: AskedMachine, work: TaskWork, context: Context): TaskResult => {
  const memory = checked(work.memory);
  const speed = machine.chip && work.speedOn(machine.chip);
  const budget = memory.known ? budgetResult(machine, memory.totalBytes, memory.weightsBytes, context) : null;
  return {
    memory: memory.known ? { ...Object.fromEntries(memory.terms.map(({ key, bytes }) => [`${key}Bytes`, bytes])), totalBytes: memory.totalBytes } : null,
    budget,
    speed: speed?.known === true ? { unit: work.unit, ...roundRange(speed.range) } : null,
    settings: { task: work.task, ...machineSettings(machine), ...work.settings },
    unknown: [
      ...(memory.known ? [] : [whyUnknown('memory', memory)]),
      ...(speed === null ? [`speed: ${noChip(machine)}`] : speed.known ? [] : [whyUnknown('speed', speed)]),
    ],
    notes: [...(work.notes ?? []), ...machineNotes(machine, context)],
    basis: [...work.modelBasis, ...(budget === null ? [] : limitBasis(machine, budget.estimated, context)), ...(speed?.known === true ? [speed.basis] : [])],
    ...recommendationOf(question, machine, work, context),
  };
};

/** Published weights have 16 bits. */
const HALF = 'f16';

const bitsOf = (quant: string, { find }: Context): number => find('quantizations', quant, 'quant').bodyBits;

interface Measured {
  readonly rows: readonly { readonly usable: boolean; readonly model?: string | null }[];
  readonly sources: Context['facts']['chips'][number]['sources'];
}

/** Sources of the usable runs of a model, or of all models where none is named. */
const runSources = (measurements: readonly Measured[], model?: string): string[] =>
  firstUrls(measurements.filter(({ rows }) => rows.some((row) => row.usable && (model === undefined || row.model === model))));

export const answerImage = (question: Question<'image'>, context: Context): TaskResult => {
  const machine = machineOf(question, context);
  const model = context.find('imageModels', question.model, 'model');
  const { quant = HALF, widthPx = model.nativePx, heightPx = model.nativePx, steps = model.steps, batch = 1, loading = 'all' } = question;
  const { imageModels, imageMeasurements } = context.facts;
  const work: TaskWork = {
    task: 'image',
    settings: { model: model.id, quant, widthPx, heightPx, steps, batch, loading },
    memory: imageMemory({ model, references: imageModels, bits: bitsOf(quant, context), widthPx, heightPx, batch, loading }),
    unit: 'seconds per image',
    isDuration: true,
    speedOn: (chip) => {
      const speed = imageSpeed({ model, chip, widthPx, heightPx, steps }, context.image);
      if (!speed.known) return speed;
      const sources = runSources(imageMeasurements, speed.basis === 'model' ? model.id : undefined);
      return { known: true, range: speed.seconds, basis: { kind: 'runs', of: speed.basis, count: speed.points, sources } };
    },
    modelBasis: [modelBasis(model)],
  };
  return resultOf(question, machine, work, context);
};

export const answerSpeech = (question: Question<'speech'>, context: Context): TaskResult => {
  const machine = machineOf(question, context);
  const model = context.find('speechModels', question.model, 'model');
  const { quant = HALF, audioSeconds } = question;
  const bits = bitsOf(quant, context);
  const work: TaskWork = {
    task: 'speech',
    settings: { model: model.id, quant, ...(audioSeconds === undefined ? {} : { audioSeconds }) },
    memory: speechMemory(model, bits),
    unit: 'times real time',
    speedOn: (chip) => {
      const speed = speechSpeed(model, chip, context.speech, bits, audioSeconds);
      if (!speed.known) return speed;
      return { known: true, range: speed.realtime, basis: { kind: 'runs', of: 'model', sources: runSources(context.facts.speechMeasurements, model.id) } };
    },
    modelBasis: [modelBasis(model)],
  };
  return resultOf(question, machine, work, context);
};

/** Tokens of a text people usually cut their documents into. */
const USUAL_TEXT = 512;

export const answerEmbedding = (question: Question<'embedding'>, context: Context): TaskResult => {
  const machine = machineOf(question, context);
  const model = context.find('embeddingModels', question.model, 'model');
  const { quant = HALF, batch = 32, sequenceTokens = Math.min(USUAL_TEXT, model.contextMax), flashAttention = true } = question;
  const work: TaskWork = {
    task: 'embedding',
    settings: { model: model.id, quant, batch, sequenceTokens },
    memory: embeddingMemory({ model, bits: bitsOf(quant, context), batch, sequenceTokens, flashAttention }),
    unit: 'tokens per second',
    speedOn: (chip) => {
      const speed = embeddingSpeed({ model, chip, sequenceTokens }, context.embedding);
      if (!speed.known) return speed;
      const { embeddingMeasurements, llmBenchmarks } = context.facts;
      const basis: Basis = { kind: 'runs', of: 'all', count: speed.points, sources: [...runSources(embeddingMeasurements), ...firstUrls(llmBenchmarks)] };
      return { known: true, range: speed.tokensPerSecond, basis };
    },
    modelBasis: [modelBasis(model)],
  };
  return resultOf(question, machine, work, context);
};

/** @throws QuestionError for what would be left out of account: settings of another method, and the size of a file nobody trains */
const checkTraining = ({ method = 'lora', weightBytes, bitsPerWeight, quant, ...settings }: Question<'training'>): void => {
  if (weightBytes !== undefined) throw new QuestionError('weightBytes', 'is the size of a file to run; training counts from paramsB');
  if (bitsPerWeight !== undefined) throw new QuestionError('bitsPerWeight', 'is not asked for training; say quant with qlora');
  if (quant !== undefined && method !== 'qlora') throw new QuestionError('quant', `goes with method qlora; ${method} keeps the weights in its own format`);
  if (isAdapterMethod(method)) return;
  const adapter = (['loraRank', 'adaptedLayers', 'targets'] as const).find((field) => settings[field] !== undefined);
  if (adapter !== undefined) throw new QuestionError(adapter, `goes with lora and qlora; ${method} trains all weights`);
};

export const answerTraining = (question: Question<'training'>, context: Context): TaskResult => {
  const machine = machineOf(question, context);
  checkTraining(question);
  const { method = 'lora', batch = 1, sequenceTokens = 2048, checkpointing = true, flashAttention = true, loraRank, adaptedLayers, targets } = question;
  const { model, quantization, known, notes } = resolveModel({ ...question, quant: question.quant ?? 'mlx-4bit' }, context);
  if (!(model.paramsB > 0)) throw new QuestionError('paramsB', 'training needs to know how many parameters there are');
  const shape = { ...model, intermediateSize: question.intermediateSize ?? model.intermediateSize, kvLayers: model.attention.kvLayers };
  const adapters = adaptedLayers === undefined ? {} : { adaptedLayers };
  const isQuantized = method === 'qlora';
  const record = context.facts.models.find(({ id }) => id === known);
  const work: TaskWork = {
    task: 'training',
    settings: { model: known, method, ...(isQuantized ? { quant: quantization.id } : {}), batch, sequenceTokens, checkpointing },
    memory: trainingMemory({
      shape,
      method,
      batch,
      sequenceTokens,
      checkpointing,
      flashAttention,
      ...(loraRank === undefined ? {} : { loraRank }),
      ...adapters,
      ...(targets === undefined ? {} : { targets }),
      ...(isQuantized ? { baseBits: quantization.bodyBits, embeddingBits: quantization.embeddingBits } : {}),
    }),
    unit: 'tokens per second',
    speedOn: (chip) => {
      const speed = trainingSpeed({ shape, chip, method, checkpointing, sequenceTokens, ...adapters }, context.training);
      if (!speed.known) return speed;
      const basis: Basis = { kind: 'runs', of: 'all', count: speed.points, sources: runSources(context.facts.trainingMeasurements) };
      return { known: true, range: speed.tokensPerSecond, basis };
    },
    modelBasis: record === undefined ? [] : [modelBasis(record)],
    // How a cache is kept and in which format weights are served says nothing about training.
    notes: [
      ...notes.filter((note) => note === 'dimensions-assumed'),
      ...(record !== undefined && sequenceTokens > record.contextMax ? (['context-beyond-model'] as const) : []),
    ],
  };
  return resultOf(question, machine, work, context);
};
