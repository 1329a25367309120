import { memoryNeed, type MemoryNeed, type TermKey } from '../advisor/memory.ts';
import type { Range } from '../advisor/range.ts';
import type { MeasuredPoint } from '../advisor/speed/measured.ts';
import { speedEstimate, type SpeedEstimate } from '../advisor/speed/estimate.ts';
import type { Context } from './context.ts';
import { llmRequest, type LlmRequest } from './llm-request.ts';
import { budgetResult, machineNotes, machineOf, type AskedMachine, type BudgetResult } from './machine.ts';
import { recommendResult, type RecommendResult } from './recommend.ts';
import { roundRange } from './round.ts';
import type { Question } from './schema.ts';

/** What an estimate rests on. */
export type Basis =
  | { readonly kind: 'weights'; readonly rule: MemoryNeed['weightsRule'] }
  | { readonly kind: 'compute-buffer'; readonly law: MemoryNeed['computeLaw'] }
  | { readonly kind: 'fit'; readonly of: 'decode' | 'prefill'; readonly modelClass: SpeedEstimate['modelClass']; readonly measuredGeneration: boolean }
  | ({ readonly kind: 'measured' } & MeasuredPoint);

export interface LlmResult {
  readonly memory: Readonly<Record<`${'weights' | 'kvCache' | 'recurrentState' | 'computeBuffer' | 'overhead' | 'total'}Bytes`, number>>;
  /** Null where no memory was named. */
  readonly budget: BudgetResult | null;
  /** Tokens per second; null where there is no basis, and `unknown` says why. */
  readonly decode: Range | null;
  readonly prefill: Range | null;
  readonly timeToFirstTokenSeconds: Range | null;
  /** Tokens per second that reading the active weights and the cache allows at the peak bandwidth. */
  readonly rooflineTokensPerSecond: number | null;
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
  readonly basis: readonly Basis[];
  readonly recommendation?: RecommendResult;
}

const bytesOf = ({ terms }: MemoryNeed, key: TermKey): number => terms.find((term) => term.key === key)?.bytes ?? 0;

/** Why there is no estimate of speed; nothing where there is one. */
const whyNoSpeed = ({ chip }: AskedMachine, estimate: SpeedEstimate | null): string[] =>
  estimate !== null ? [] : [chip === null ? 'speed: no chip was named' : 'speed: the size of the model is not known'];

const estimateOf = (request: LlmRequest, machine: AskedMachine, need: MemoryNeed, { speed }: Context): SpeedEstimate | null => {
  const { model, quantization, contextTokens, cacheType, flashAttention } = request.memory;
  if (machine.chip === null) return null;
  return speedEstimate(
    {
      chip: machine.chip,
      memoryGB: machine.memoryGB ?? undefined,
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

/** Memory, budget and speed of a language model on a machine, and what they rest on. @throws QuestionError */
export const answerLlm = (question: Question<'llm'>, context: Context): LlmResult => {
  const machine = machineOf(question, context);
  const request = llmRequest(question, context);
  const need = memoryNeed(request.memory);
  const estimate = estimateOf(request, machine, need, context);
  const weightsBytes = bytesOf(need, 'weights');
  const measured =
    machine.chip === null || request.known === null
      ? []
      : context.measured({ chip: machine.chip.id, model: request.known, quant: request.memory.quantization.id });
  return {
    memory: {
      weightsBytes,
      kvCacheBytes: bytesOf(need, 'kvCache'),
      recurrentStateBytes: bytesOf(need, 'recurrent'),
      computeBufferBytes: bytesOf(need, 'compute'),
      overheadBytes: bytesOf(need, 'overhead'),
      totalBytes: need.totalBytes,
    },
    budget: budgetResult(machine, need.totalBytes, weightsBytes, context),
    decode: estimate && roundRange(estimate.decode),
    prefill: estimate && roundRange(estimate.prefill),
    timeToFirstTokenSeconds: estimate && roundRange(estimate.timeToFirstToken),
    rooflineTokensPerSecond: estimate && Math.floor(estimate.decodeRoofline * 10) / 10,
    unknown: whyNoSpeed(machine, estimate),
    notes: [...request.notes, ...need.notes, ...machineNotes(machine, context)],
    basis: [
      { kind: 'weights', rule: need.weightsRule },
      { kind: 'compute-buffer', law: need.computeLaw },
      ...(estimate === null
        ? []
        : (['decode', 'prefill'] as const).map((of): Basis => ({
            kind: 'fit',
            of,
            modelClass: estimate.modelClass,
            measuredGeneration: estimate.measuredGeneration,
          }))),
      ...measured.map((point): Basis => ({ kind: 'measured', ...point })),
    ],
    ...(question.recommend === true ? { recommendation: recommendResult(question, request, machine, need, context) } : {}),
  };
};
