import { DEFAULT_MICRO_BATCH } from '../advisor/kv-cache.ts';
import { memoryNeed, type MemoryNeed, type TermKey } from '../advisor/memory.ts';
import type { Range } from '../advisor/range.ts';
import { speedEstimate, type SpeedEstimate } from '../advisor/speed/estimate.ts';
import { sustainedSpeed, type SustainedSpeed } from '../advisor/speed/sustained.ts';
import type { Chip } from '../schemas/chip.ts';
import { llmBasis, type Basis, type SourcedSlowdown } from './basis.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import { llmAlternatives } from './llm-alternatives.ts';
import { llmRequest, type LlmRequest } from './llm-request.ts';
import { budgetResult, machineNotes, machineOf, noChip, type AskedMachine, type BudgetResult } from './machine.ts';
import type { NoteCode } from './notes.ts';
import { isRecommending, recommendResult, type RecommendResult } from './recommend.ts';
import { roundRange } from './round.ts';
import type { Question } from './schema.ts';
import { machineSettings, type Settings } from './settings.ts';

/** Bytes of the parts and their sum; null for what is not known, and `unknown` says why. */
type Memory = Readonly<Record<`${'weights' | 'kvCache' | 'recurrentState' | 'computeBuffer' | 'overhead' | 'total'}Bytes`, number | null>>;

export interface LlmResult {
  readonly memory: Memory;
  /** Null where no memory was named. */
  readonly budget: BudgetResult | null;
  /** Tokens per second; null where there is no basis, and `unknown` says why. */
  readonly decode: Range | null;
  readonly prefill: Range | null;
  readonly timeToFirstTokenSeconds: Range | null;
  /** Tokens per second after minutes of load, on a Mac without a fan; null on others and where nobody measured it. */
  readonly sustained: SustainedSpeed | null;
  /** Tokens per second that reading the active weights and the cache allows at the peak bandwidth. */
  readonly rooflineTokensPerSecond: number | null;
  /** The question as it was read, with the values that were assumed. */
  readonly settings: Settings;
  readonly unknown: readonly string[];
  readonly notes: readonly NoteCode[];
  readonly basis: readonly Basis[];
  readonly recommendation?: RecommendResult;
}

const bytesOf = ({ terms }: MemoryNeed, key: TermKey): number => terms.find((term) => term.key === key)?.bytes ?? 0;

const needOf = ({ memory }: LlmRequest): MemoryNeed => {
  const need = memoryNeed(memory);
  // Above it sums are no longer exact, and no computer has as much.
  if (!(need.totalBytes <= Number.MAX_SAFE_INTEGER)) throw new QuestionError('question', 'describes more memory than can be counted');
  return need;
};

/** Speed of this request, or of another one like it, on any chip. */
const estimator =
  ({ ollama, promptTokens }: LlmRequest, { speed }: Context) =>
  (memory: LlmRequest['memory'], weightsBytes: number, chip: Chip, memoryGB: number | null): SpeedEstimate | null => {
    const { model, quantization, contextTokens, cacheType, flashAttention, microBatch } = memory;
    return speedEstimate(
      { chip, memoryGB: memoryGB ?? undefined, model, quantization, weightsBytes, cacheType, flashAttention, microBatch, ollama, contextTokens, promptTokens },
      speed,
    );
  };

const slowdownOf = ({ chip, fanless }: AskedMachine, estimate: SpeedEstimate | null, { slowdown }: Context): SourcedSlowdown | null =>
  chip === null || estimate === null || fanless !== true ? null : slowdown(chip.family, estimate.modelClass);

/** The parts of the memory, as far as the question says what they rest on. */
const memoryOf = ({ notes, vocabKnown }: LlmRequest, need: MemoryNeed): Memory => {
  const noWeights = notes.includes('weights-unknown');
  const noCache = notes.includes('cache-unknown');
  return {
    weightsBytes: noWeights ? null : bytesOf(need, 'weights'),
    kvCacheBytes: noCache ? null : bytesOf(need, 'kvCache'),
    recurrentStateBytes: noCache ? null : bytesOf(need, 'recurrent'),
    // It is the vocabulary above all; where neither that nor the size of the model is known nothing is.
    computeBufferBytes: noWeights && !vocabKnown ? null : bytesOf(need, 'compute'),
    overheadBytes: bytesOf(need, 'overhead'),
    totalBytes: noWeights || noCache ? null : need.totalBytes,
  };
};

const unknownMemory = ({ notes }: LlmRequest, { computeBufferBytes }: Memory): string[] => [
  ...(notes.includes('weights-unknown') ? ['memory: weightsBytes, for neither weightBytes nor paramsB was given'] : []),
  ...(computeBufferBytes === null ? ['memory: computeBufferBytes, for neither the size of the model nor vocab was given'] : []),
  ...(notes.includes('cache-unknown') ? ['memory: kvCacheBytes and recurrentStateBytes, for no kvLayers were given'] : []),
];

const unknownSpeed = (machine: AskedMachine, estimate: SpeedEstimate | null, slowdown: SourcedSlowdown | null): string[] => {
  if (machine.chip === null) return [`speed: ${noChip(machine)}`];
  if (estimate === null) return ['speed: the size of the model is not known'];
  if (machine.fanless !== true || slowdown !== null) return [];
  return [`sustained: no published run of this kind of model on a hot ${machine.chip.family} without a fan`];
};

/** Settings few people know of are told where they were asked for only. */
const given = (settings: Settings): Settings => Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

const settingsOf = (request: LlmRequest, machine: AskedMachine): Settings => {
  const { memory, known, ollama, promptTokens } = request;
  return {
    task: 'llm',
    ...machineSettings(machine),
    model: known,
    quant: memory.quantization.id,
    engine: ollama ? 'ollama' : memory.quantization.engine,
    contextTokens: memory.contextTokens,
    promptTokens,
    cacheTypeK: memory.cacheType.keys,
    cacheTypeV: memory.cacheType.values,
    flashAttention: memory.flashAttention ?? true,
    fullWindow: memory.fullWindow ?? false,
    sequences: memory.sequences ?? 1,
    microBatch: memory.microBatch ?? DEFAULT_MICRO_BATCH[memory.quantization.engine],
    ...given({ logitRows: memory.logitRows, separateSlots: memory.separateSlots, oldBuild: memory.oldBuild }),
  };
};

/** Memory, budget and speed of a language model on a machine, and what they rest on. @throws QuestionError */
export const answerLlm = (question: Question<'llm'>, context: Context): LlmResult => {
  const machine = machineOf(question, context);
  const request = llmRequest(question, context);
  const need = needOf(request);
  const estimateOf = estimator(request, context);
  const weightsBytes = bytesOf(need, 'weights');
  const estimate = machine.chip && estimateOf(request.memory, weightsBytes, machine.chip, machine.memoryGB);
  const slowdown = slowdownOf(machine, estimate, context);
  const sustained = estimate && slowdown && sustainedSpeed(estimate, slowdown);
  const memory = memoryOf(request, need);
  const budget = budgetResult(machine, memory.totalBytes, weightsBytes, context);
  const decodeOf = (asked: LlmRequest['memory'], bytes: number, chip: Chip, memoryGB: number | null): Range | null =>
    estimateOf(asked, bytes, chip, memoryGB)?.decode ?? null;
  return {
    memory,
    budget,
    decode: estimate && roundRange(estimate.decode, estimate.decodeRoofline),
    prefill: estimate && roundRange(estimate.prefill),
    timeToFirstTokenSeconds: estimate && roundRange(estimate.timeToFirstToken),
    sustained: sustained && { decode: roundRange(sustained.decode), prefill: roundRange(sustained.prefill) },
    rooflineTokensPerSecond: estimate && Number(estimate.decodeRoofline.toPrecision(4)),
    settings: settingsOf(request, machine),
    unknown: [...unknownMemory(request, memory), ...unknownSpeed(machine, estimate, slowdown)],
    notes: [...request.notes, ...need.notes, ...machineNotes(machine, context)],
    basis: llmBasis(request, machine, { need, estimated: budget?.estimated, estimate, slowdown }, context),
    ...(isRecommending(question) && memory.totalBytes !== null
      ? {
          recommendation: {
            ...recommendResult(
              question,
              { needBytes: memory.totalBytes, weightsBytes, speedOn: (chip, memoryGB) => decodeOf(request.memory, weightsBytes, chip, memoryGB) },
              machine,
              context,
            ),
            alternatives: llmAlternatives(
              request,
              machine,
              question.minTokensPerSecond,
              (other) => machine.chip && decodeOf(other, bytesOf(memoryNeed(other), 'weights'), machine.chip, machine.memoryGB),
              context,
            ),
          },
        }
      : {}),
  };
};
