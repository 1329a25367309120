import { memoryNeed, type MemoryNeed, type TermKey } from '../advisor/memory.ts';
import type { Range } from '../advisor/range.ts';
import { speedEstimate, type SpeedEstimate } from '../advisor/speed/estimate.ts';
import { sustainedSpeed, type SustainedSpeed } from '../advisor/speed/sustained.ts';
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

export interface LlmResult {
  readonly memory: Readonly<Record<`${'weights' | 'kvCache' | 'recurrentState' | 'computeBuffer' | 'overhead' | 'total'}Bytes`, number>>;
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

/** Speed on any chip, for the machine in question and for those that are recommended. */
const estimator =
  (request: LlmRequest, need: MemoryNeed, { speed }: Context) =>
  (chip: NonNullable<AskedMachine['chip']>, memoryGB: number | null): SpeedEstimate | null => {
    const { model, quantization, contextTokens, cacheType, flashAttention } = request.memory;
    return speedEstimate(
      {
        chip,
        memoryGB: memoryGB ?? undefined,
        model,
        quantization,
        weightsBytes: bytesOf(need, 'weights'),
        cacheType,
        flashAttention,
        ollama: request.ollama,
        contextTokens,
        promptTokens: request.promptTokens,
      },
      speed,
    );
  };

const slowdownOf = ({ chip, fanless }: AskedMachine, estimate: SpeedEstimate | null, { slowdown }: Context): SourcedSlowdown | null =>
  chip === null || estimate === null || fanless !== true ? null : slowdown(chip.family, estimate.modelClass);

const whatIsUnknown = (machine: AskedMachine, estimate: SpeedEstimate | null, slowdown: SourcedSlowdown | null): string[] => {
  if (machine.chip === null) return [`speed: ${noChip(machine)}`];
  if (estimate === null) return ['speed: the size of the model is not known'];
  if (machine.fanless !== true || slowdown !== null) return [];
  return [`sustained: no published run of this kind of model on a hot ${machine.chip.family} without a fan`];
};

const settingsOf = (request: LlmRequest, machine: AskedMachine): Settings => {
  const { memory, known, ollama, promptTokens } = request;
  return {
    task: 'llm',
    ...machineSettings(machine),
    model: known,
    quant: memory.quantization.id,
    engine: ollama ? 'ollama' : memory.quantization.engine,
    contextTokens: memory.contextTokens,
    promptTokens: promptTokens ?? memory.contextTokens,
    cacheTypeK: memory.cacheType.keys,
    cacheTypeV: memory.cacheType.values,
    sequences: memory.sequences ?? 1,
  };
};

/** Memory, budget and speed of a language model on a machine, and what they rest on. @throws QuestionError */
export const answerLlm = (question: Question<'llm'>, context: Context): LlmResult => {
  const machine = machineOf(question, context);
  const request = llmRequest(question, context);
  const need = needOf(request);
  const estimateOn = estimator(request, need, context);
  const estimate = machine.chip && estimateOn(machine.chip, machine.memoryGB);
  const slowdown = slowdownOf(machine, estimate, context);
  const sustained = estimate && slowdown && sustainedSpeed(estimate, slowdown);
  const weightsBytes = bytesOf(need, 'weights');
  const budget = budgetResult(machine, need.totalBytes, weightsBytes, context);
  const task = {
    needBytes: need.totalBytes,
    weightsBytes,
    speedOn: (chip: NonNullable<AskedMachine['chip']>, memoryGB: number): Range | null => estimateOn(chip, memoryGB)?.decode ?? null,
  };
  return {
    memory: {
      weightsBytes,
      kvCacheBytes: bytesOf(need, 'kvCache'),
      recurrentStateBytes: bytesOf(need, 'recurrent'),
      computeBufferBytes: bytesOf(need, 'compute'),
      overheadBytes: bytesOf(need, 'overhead'),
      totalBytes: need.totalBytes,
    },
    budget,
    decode: estimate && roundRange(estimate.decode, estimate.decodeRoofline),
    prefill: estimate && roundRange(estimate.prefill),
    timeToFirstTokenSeconds: estimate && roundRange(estimate.timeToFirstToken),
    sustained: sustained && { decode: roundRange(sustained.decode), prefill: roundRange(sustained.prefill) },
    rooflineTokensPerSecond: estimate && Number(estimate.decodeRoofline.toPrecision(4)),
    settings: settingsOf(request, machine),
    unknown: whatIsUnknown(machine, estimate, slowdown),
    notes: [...request.notes, ...need.notes, ...machineNotes(machine, context)],
    basis: llmBasis(request, machine, { need, estimated: budget?.estimated, estimate, slowdown }, context),
    ...(isRecommending(question)
      ? { recommendation: { ...recommendResult(question, task, machine, context), alternatives: llmAlternatives(request, machine, context) } }
      : {}),
  };
};
