import { embeddingMemory } from '../advisor/embedding/memory.ts';
import { embeddingSpeed } from '../advisor/embedding/speed.ts';
import { imageMemory } from '../advisor/image/memory.ts';
import { imageSpeed } from '../advisor/image/speed.ts';
import type { Range } from '../advisor/range.ts';
import { speechMemory } from '../advisor/speech/memory.ts';
import { speechSpeed } from '../advisor/speech/speed.ts';
import { trainingMemory } from '../advisor/training/memory.ts';
import { trainingSpeed } from '../advisor/training/speed.ts';
import type { Unknown } from '../advisor/unknown.ts';
import type { Context } from './context.ts';
import { resolveModel } from './llm-request.ts';
import { budgetResult, machineNotes, machineOf, type AskedMachine, type BudgetResult } from './machine.ts';
import { roundRange } from './round.ts';
import type { Question } from './schema.ts';

/** The answer to any task but language models. */
export interface TaskResult {
  /** Bytes of the parts, and their sum as `totalBytes`; null where a part is not known. */
  readonly memory: Readonly<Record<string, number>> | null;
  readonly budget: BudgetResult | null;
  /** Null where there is no basis; `unknown` says why. */
  readonly speed: ({ readonly unit: string } & Range) | null;
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
  readonly basis: readonly string[];
}

interface KnownMemory {
  readonly known: true;
  readonly terms: readonly { readonly key: string; readonly bytes: number }[];
  readonly totalBytes: number;
  readonly weightsBytes: number;
}

type Speed = { readonly known: true; readonly unit: string; readonly range: Range; readonly basis?: string } | Unknown | null;

const whyUnknown = (of: string, { reason, missing }: Unknown): string => `${of}: ${reason} (${missing.join(', ')})`;

const resultOf = (machine: AskedMachine, memory: KnownMemory | Unknown, speed: Speed, context: Context): TaskResult => {
  const unknown = [
    ...(memory.known ? [] : [whyUnknown('memory', memory)]),
    ...(speed === null ? ['speed: no chip was named'] : speed.known ? [] : [whyUnknown('speed', speed)]),
  ];
  return {
    memory: memory.known ? { ...Object.fromEntries(memory.terms.map(({ key, bytes }) => [`${key}Bytes`, bytes])), totalBytes: memory.totalBytes } : null,
    budget: memory.known ? budgetResult(machine, memory.totalBytes, memory.weightsBytes, context) : null,
    speed: speed?.known === true ? { unit: speed.unit, ...roundRange(speed.range) } : null,
    unknown,
    notes: machineNotes(machine, context),
    basis: speed?.known === true && speed.basis !== undefined ? [speed.basis] : [],
  };
};

const bitsOf = (quant: string | undefined, fallback: number, { find }: Context): number =>
  quant === undefined ? fallback : find('quantizations', quant, 'quant').bodyBits;

/** Full precision of published weights. */
const HALF = 16;

export const answerImage = (question: Question<'image'>, context: Context): TaskResult => {
  const machine = machineOf(question, context);
  const model = context.find('imageModels', question.model, 'model');
  const { widthPx = 1024, heightPx = 1024, steps = 20, batch = 1, loading = 'all' } = question;
  const memory = imageMemory({ model, references: context.facts.imageModels, bits: bitsOf(question.quant, HALF, context), widthPx, heightPx, batch, loading });
  const speed = machine.chip && imageSpeed({ model, chip: machine.chip, widthPx, heightPx, steps }, context.image);
  return resultOf(
    machine,
    memory,
    speed?.known ? { known: true, unit: 'seconds per image', range: speed.seconds, basis: `${speed.basis}, ${speed.points} measured runs` } : speed,
    context,
  );
};

export const answerSpeech = (question: Question<'speech'>, context: Context): TaskResult => {
  const machine = machineOf(question, context);
  const model = context.find('speechModels', question.model, 'model');
  const bits = bitsOf(question.quant, HALF, context);
  const speed = machine.chip && speechSpeed(model, machine.chip, context.speech, bits);
  return resultOf(machine, speechMemory(model, bits), speed?.known ? { known: true, unit: 'times real time', range: speed.realtime } : speed, context);
};

export const answerEmbedding = (question: Question<'embedding'>, context: Context): TaskResult => {
  const machine = machineOf(question, context);
  const model = context.find('embeddingModels', question.model, 'model');
  const { batch = 32, sequenceTokens = Math.min(512, model.contextMax), flashAttention } = question;
  const memory = embeddingMemory({
    model,
    bits: bitsOf(question.quant, HALF, context),
    batch,
    sequenceTokens,
    ...(flashAttention === undefined ? {} : { flashAttention }),
  });
  return resultOf(machine, memory, machine.chip && embeddingSpeed(model), context);
};

export const answerTraining = (question: Question<'training'>, context: Context): TaskResult => {
  const machine = machineOf(question, context);
  const { method = 'lora', batch = 1, sequenceTokens = 2048, checkpointing = true, flashAttention, loraRank, adaptedLayers, targets } = question;
  const { model, quantization } = resolveModel({ ...question, quant: question.quant ?? 'mlx-4bit' }, context);
  const shape = { ...model, intermediateSize: question.intermediateSize ?? model.intermediateSize, kvLayers: model.attention.kvLayers };
  const adapters = adaptedLayers === undefined ? {} : { adaptedLayers };
  const memory = trainingMemory({
    shape,
    method,
    batch,
    sequenceTokens,
    checkpointing,
    ...(flashAttention === undefined ? {} : { flashAttention }),
    ...(loraRank === undefined ? {} : { loraRank }),
    ...adapters,
    ...(targets === undefined ? {} : { targets }),
    ...(method === 'qlora' ? { baseBits: quantization.bodyBits, embeddingBits: quantization.embeddingBits } : {}),
  });
  const speed = machine.chip && trainingSpeed({ shape, chip: machine.chip, method, checkpointing, ...adapters }, context.training);
  const range = speed?.known
    ? { known: true as const, unit: 'tokens per second', range: speed.tokensPerSecond, basis: `${speed.points} measured runs` }
    : speed;
  return resultOf(machine, memory, range, context);
};
