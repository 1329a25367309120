import type { MemoryNeed } from '../advisor/memory.ts';
import type { Range } from '../advisor/range.ts';
import type { Configuration, KnownPrice } from '../advisor/recommend/configurations.ts';
import { budgets, evaluator } from '../advisor/recommend/evaluate.ts';
import type { Assessment, Limits } from '../advisor/recommend/limits.ts';
import { modelAlternatives, type ModelChange } from '../advisor/recommend/model-alternatives.ts';
import { recommend, type Candidate } from '../advisor/recommend/recommend.ts';
import type { Step } from '../advisor/recommend/steps.ts';
import { speedEstimate } from '../advisor/speed/estimate.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import type { LlmRequest } from './llm-request.ts';
import type { AskedMachine } from './machine.ts';
import { roundRange } from './round.ts';
import type { Question } from './schema.ts';

/** One Mac, as much of it as a line can hold. */
interface Line {
  readonly id: string;
  readonly status: string;
  readonly decode: Range | null;
  readonly price: KnownPrice | null;
  readonly foreignPrice: KnownPrice | null;
}

export interface RecommendResult {
  readonly outcome: 'found' | 'none';
  readonly candidates: readonly (Line & { readonly reasons: readonly string[] })[];
  /** How many keep every limit; `candidates` holds the first of them. */
  readonly count: number;
  readonly cheapest: string | null;
  readonly best: string | null;
  readonly stepUp: Step | null;
  readonly stepDown: Step | null;
  /** Where nothing was found: what came nearest, and what keeps it out. */
  readonly nearestMiss: (Line & { readonly exclusions: Assessment['exclusions'] }) | null;
  /** What else would help on the machine that was named. */
  readonly alternatives: readonly { readonly changes: readonly ModelChange[]; readonly status: string | null }[];
}

/** More than a reader compares; the count says how many there are. */
const SHOWN = 8;

const lineOf = ({ configuration, fit, speed, price, foreignPrice }: Assessment): Line => ({
  id: configuration.id,
  status: fit.status,
  decode: speed && roundRange(speed),
  price,
  foreignPrice,
});

const limitsOf = (question: Question<'llm'>): Limits => {
  const { budgetJPY, budgetUSD, portable, condition, minTokensPerSecond } = question;
  if (budgetJPY !== undefined && budgetUSD !== undefined) throw new QuestionError('budgetUSD', 'one budget, in yen or in dollars');
  const maxPrice = budgetJPY ?? budgetUSD;
  return {
    currency: budgetUSD === undefined ? 'JPY' : 'USD',
    ...(maxPrice === undefined ? {} : { maxPrice }),
    ...(portable === undefined ? {} : { form: portable ? 'portable' : 'desk' }),
    ...(condition === undefined ? {} : { condition }),
    ...(minTokensPerSecond === undefined ? {} : { minSpeed: minTokensPerSecond }),
  };
};

/** The Macs that do what a question asks, and what else would help on the one it names. @throws QuestionError */
export const recommendResult = (question: Question<'llm'>, request: LlmRequest, machine: AskedMachine, need: MemoryNeed, context: Context): RecommendResult => {
  const { facts, speed, configurations } = context;
  const { memory, ollama, promptTokens } = request;
  const weightsBytes = need.terms.find(({ key }) => key === 'weights')?.bytes ?? 0;
  const chips = new Map(facts.chips.map((chip) => [chip.id, chip]));
  const decodeOn = (chipId: string, memoryGB: number): Range | null => {
    const chip = chips.get(chipId);
    if (chip === undefined) return null;
    return speedEstimate({ ...memory, chip, memoryGB, weightsBytes, ollama, promptTokens }, speed)?.decode ?? null;
  };
  const evaluate = evaluator({ totalBytes: need.totalBytes, weightsBytes }, budgets(machine.macos, facts.gpuLimits, machine.settings), ({ chip, memoryGB }) =>
    decodeOn(chip, memoryGB),
  );
  const result = recommend(configurations, evaluate, limitsOf(question));
  const idOf = (candidate: Candidate | null): Configuration['id'] | null => candidate?.configuration.id ?? null;
  return {
    outcome: result.outcome,
    candidates: result.candidates.slice(0, SHOWN).map((candidate) => ({ ...lineOf(candidate), reasons: candidate.reasons })),
    count: result.candidates.length,
    cheapest: idOf(result.cheapest),
    best: idOf(result.best),
    stepUp: result.stepUp,
    stepDown: result.stepDown,
    nearestMiss: result.nearestMiss && { ...lineOf(result.nearestMiss), exclusions: result.nearestMiss.exclusions },
    alternatives:
      machine.memoryGB === null
        ? []
        : modelAlternatives({
            request: memory,
            memoryGB: machine.memoryGB,
            macos: machine.macos,
            gpuLimits: facts.gpuLimits,
            settings: machine.settings,
            quantizations: facts.quantizations,
            models: facts.models,
          }).map(({ changes, after }) => ({ changes, status: after?.fit.status ?? null })),
  };
};
