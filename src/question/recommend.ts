import type { Range } from '../advisor/range.ts';
import type { Currency, KnownPrice } from '../advisor/recommend/configurations.ts';
import { budgets, evaluator } from '../advisor/recommend/evaluate.ts';
import type { Assessment, Limits } from '../advisor/recommend/limits.ts';
import { recommend, type Candidate } from '../advisor/recommend/recommend.ts';
import type { Step } from '../advisor/recommend/steps.ts';
import { byMachine } from '../advisor/speed/by-machine.ts';
import type { Chip } from '../schemas/chip.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import type { AlternativeLine } from './llm-alternatives.ts';
import type { AskedMachine } from './machine.ts';
import { roundRange } from './round.ts';
import { RECOMMEND_FIELDS, type RecommendFields, type Task } from './schema.ts';

/** One Mac, as much of it as a line can hold. */
export interface MacLine {
  /** `<mac>/<chip>/<memory in GB>` */
  readonly id: string;
  readonly status: string;
  /** In `speedUnit`. */
  readonly speed: Range | null;
  readonly price: KnownPrice | null;
  readonly foreignPrice: KnownPrice | null;
}

type StepLine = { readonly to: MacLine } & Pick<Step, 'status' | 'speedRatio' | 'extraPrice'>;

export interface RecommendResult {
  readonly outcome: 'found' | 'none';
  /** Whose prices put the candidates in order and name the cheapest; of some Macs only one of the two currencies is known. */
  readonly orderedBy: Currency;
  /** Unit of all speeds here: more is better. */
  readonly speedUnit: string;
  readonly candidates: readonly (MacLine & { readonly reasons: readonly string[] })[];
  /** How many keep every limit; `candidates` holds the first of them. */
  readonly count: number;
  readonly cheapest: string | null;
  readonly best: string | null;
  readonly stepUp: StepLine | null;
  readonly stepDown: StepLine | null;
  /** Where nothing was found: what came nearest, and what keeps it out. */
  readonly nearestMiss: (MacLine & { readonly exclusions: Assessment['exclusions'] }) | null;
  /** Language models: what else would help on the machine that was named. */
  readonly alternatives?: readonly AlternativeLine[];
}

/** What a machine has to do. */
export interface RecommendTask {
  readonly needBytes: number;
  readonly weightsBytes: number;
  readonly speedOn: (chip: Chip, memoryGB: number) => Range | null;
}

/** More than a reader compares; the count says how many there are. */
const SHOWN = 8;

/** Whether a question asks for Macs: by word, or by a limit only a Mac can keep. */
export const isRecommending = (question: RecommendFields): boolean =>
  question.recommend ?? RECOMMEND_FIELDS.some((field) => field !== 'recommend' && question[field] !== undefined);

const SPEED_UNITS: Readonly<Record<Task, string>> = {
  llm: 'tokens per second',
  image: 'images per second',
  speech: 'times real time',
  embedding: 'tokens per second',
  training: 'tokens per second',
};

const lineOf = ({ configuration, fit, speed, price, foreignPrice }: Assessment): MacLine => ({
  id: configuration.id,
  status: fit.status,
  speed: speed && roundRange(speed),
  price,
  foreignPrice,
});

const stepOf = ({ to, status, speedRatio, extraPrice }: Step): StepLine => ({
  to: lineOf(to),
  status,
  speedRatio: speedRatio === null ? null : Number(speedRatio.toPrecision(3)),
  extraPrice,
});

const GB = 1e9;

const limitsOf = ({ budgetJPY, budgetUSD, portable, condition, diskGB, minTokensPerSecond }: RecommendFields): Limits => {
  if (budgetJPY !== undefined && budgetUSD !== undefined) throw new QuestionError('budgetUSD', 'one budget, in yen or in dollars');
  const maxPrice = budgetJPY ?? budgetUSD;
  return {
    currency: budgetUSD === undefined ? 'JPY' : 'USD',
    ...(maxPrice === undefined ? {} : { maxPrice }),
    ...(portable === undefined ? {} : { form: portable ? 'portable' : 'desk' }),
    ...(condition === undefined ? {} : { condition }),
    ...(diskGB === undefined ? {} : { diskBytes: diskGB * GB }),
    ...(minTokensPerSecond === undefined ? {} : { minSpeed: minTokensPerSecond }),
  };
};

/**
 * The Macs that do what a question asks. They are judged by their own default limit and the macOS of today: the limit that was set and the
 * version that was named are those of the machine in hand. @throws QuestionError for limits that contradict each other
 */
export const recommendResult = (
  question: RecommendFields & { readonly task?: Task | undefined },
  task: RecommendTask,
  { settings: { otherAppsBytes = 0 } }: AskedMachine,
  { facts, configurations, chips }: Context,
): RecommendResult => {
  const { needBytes, weightsBytes } = task;
  const evaluate = evaluator({ totalBytes: needBytes, weightsBytes }, budgets('current', facts.gpuLimits, { otherAppsBytes }), byMachine(chips, task.speedOn));
  const result = recommend(configurations, evaluate, limitsOf(question));
  const idOf = (candidate: Candidate | null): string | null => candidate?.configuration.id ?? null;
  return {
    outcome: result.outcome,
    orderedBy: result.orderedBy,
    speedUnit: SPEED_UNITS[question.task ?? 'llm'],
    candidates: result.candidates.slice(0, SHOWN).map((candidate) => ({ ...lineOf(candidate), reasons: candidate.reasons })),
    count: result.candidates.length,
    cheapest: idOf(result.cheapest),
    best: idOf(result.best),
    stepUp: result.stepUp && stepOf(result.stepUp),
    stepDown: result.stepDown && stepOf(result.stepDown),
    nearestMiss: result.nearestMiss && { ...lineOf(result.nearestMiss), exclusions: result.nearestMiss.exclusions },
  };
};
