import type { MemoryNeed } from '../advisor/memory.ts';
import type { Range } from '../advisor/range.ts';
import type { SpeedEstimate } from '../advisor/speed/estimate.ts';
import type { MeasuredPoint } from '../advisor/speed/measured.ts';
import type { Slowdown } from '../advisor/speed/sustained.ts';
import type { MacosEra } from '../advisor/types.ts';
import type { Source } from '../schemas/source.ts';
import type { Context } from './context.ts';
import type { FitQuality, Measure } from './fit-quality.ts';
import type { LlmRequest } from './llm-request.ts';
import type { AskedMachine } from './machine.ts';
import { roundRange } from './round.ts';

/** Addresses a reader can open. */
interface Sourced {
  readonly sources: readonly string[];
}

/** What a figure rests on. */
export type Basis =
  /** `given`: the size in the question; the other rules are those of `weightsBytes`. */
  | ({ readonly kind: 'weights'; readonly rule: MemoryNeed['weightsRule'] | 'given' } & Sourced)
  /** Layers, heads and widths of the model. */
  | ({ readonly kind: 'model' } & Sourced)
  | { readonly kind: 'compute-buffer'; readonly law: MemoryNeed['computeLaw'] }
  /** `observed`: read from a log of this size and macOS generation. `scaled`: the fraction of the nearest known size. `setting`: as asked. */
  | ({ readonly kind: 'gpu-limit'; readonly rule: 'observed' | 'scaled' | 'setting' } & Sourced)
  | ({
      readonly kind: 'fit';
      readonly of: Measure;
      readonly modelClass: SpeedEstimate['modelClass'];
      readonly measuredGeneration: boolean;
    } & Partial<FitQuality>)
  /** Parts of the full speed that are left, over published runs. */
  | ({ readonly kind: 'sustained'; readonly rows: number; readonly decodePart: Range; readonly prefillPart: Range } & Sourced)
  /** `otherQuantization` marks a run of the same model on the same chip in another format. */
  | ({ readonly kind: 'measured'; readonly otherQuantization?: true } & MeasuredPoint)
  /** Published runs a speed is scaled from. `architecture`: of other models of this kind. */
  | ({ readonly kind: 'runs'; readonly of: 'model' | 'architecture' | 'all'; readonly count?: number } & Sourced);

/** The best sources come first; a reader opens no more than a few. */
const MOST_SOURCES = 3;
const MOST_OTHERS = 4;

const urls = (sources: readonly Source[]): string[] => sources.slice(0, MOST_SOURCES).map(({ url }) => url);

/** Addresses of the first source of each record. */
export const firstUrls = (records: readonly { readonly sources: readonly Source[] }[]): string[] => urls(records.flatMap(({ sources }) => sources.slice(0, 1)));

export const modelBasis = ({ sources }: { readonly sources: readonly Source[] }): Basis => ({ kind: 'model', sources: urls(sources) });

const weightsBasis = ({ known, memory, weightsGiven }: LlmRequest, { weightsRule }: MemoryNeed, { facts }: Context): Basis => {
  if (weightsGiven) return { kind: 'weights', rule: 'given', sources: [] };
  const quant = memory.quantization.id;
  const model = facts.models.find(({ id }) => id === known);
  const file = weightsRule === 'file' ? model?.files.find((one) => one.quant === quant) : undefined;
  if (file !== undefined) return { kind: 'weights', rule: weightsRule, sources: [file.source] };
  return { kind: 'weights', rule: weightsRule, sources: firstUrls(facts.quantizations.filter(({ id }) => id === quant)) };
};

/** Where the limit of a memory size comes from; nothing without a memory size. */
export const limitBasis = ({ memoryGB, macos, settings }: AskedMachine, estimated: boolean, { facts }: Context): Basis[] => {
  if (memoryGB === null) return [];
  if ((settings.wiredLimitMiB ?? 0) > 0) return [{ kind: 'gpu-limit', rule: 'setting', sources: [] }];
  const known = (era: MacosEra) => facts.gpuLimits.filter((one) => (era === 'legacy' ? one.legacyFraction : one.currentFraction) !== null);
  const sorted = known(macos).sort((a, b) => a.memoryGB - b.memoryGB);
  const fact = sorted.findLast((one) => one.memoryGB <= memoryGB) ?? sorted[0];
  return [{ kind: 'gpu-limit', rule: estimated ? 'scaled' : 'observed', sources: fact === undefined ? [] : urls(fact.sources) }];
};

const fitBasis = (estimate: SpeedEstimate, context: Context): Basis[] =>
  (['decode', 'prefill'] as const).map((of) => ({
    kind: 'fit',
    of,
    modelClass: estimate.modelClass,
    measuredGeneration: estimate.measuredGeneration,
    ...context.fitQuality(of, estimate.modelClass),
  }));

const measuredBasis = ({ known, memory }: LlmRequest, chip: string, { measured, measuredQuants }: Context): Basis[] => {
  if (known === null) return [];
  const { id: quant } = memory.quantization;
  const own = measured({ chip, model: known, quant });
  const others = measuredQuants({ chip, model: known })
    .filter((other) => other !== quant)
    .flatMap((other) => measured({ chip, model: known, quant: other }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, MOST_OTHERS);
  return [
    ...own.map((point): Basis => ({ kind: 'measured', ...point })),
    ...others.map((point): Basis => ({ kind: 'measured', otherQuantization: true, ...point })),
  ];
};

/** What a Mac without a fan keeps of its speed under load, with where that was measured. */
export type SourcedSlowdown = Slowdown & Sourced;

const sustainedBasis = ({ rows, decode, prefill, sources }: SourcedSlowdown): Basis => ({
  kind: 'sustained',
  rows,
  decodePart: roundRange(decode),
  prefillPart: roundRange(prefill),
  sources,
});

/** What the answer about a language model rests on, figure by figure. */
export const llmBasis = (
  request: LlmRequest,
  machine: AskedMachine,
  results: {
    readonly need: MemoryNeed;
    readonly estimated: boolean | undefined;
    readonly estimate: SpeedEstimate | null;
    readonly slowdown: SourcedSlowdown | null;
  },
  context: Context,
): Basis[] => {
  const { need, estimated, estimate, slowdown } = results;
  const model = context.facts.models.find(({ id }) => id === request.known);
  return [
    weightsBasis(request, need, context),
    ...(model === undefined ? [] : [modelBasis(model)]),
    { kind: 'compute-buffer', law: need.computeLaw },
    ...(estimated === undefined ? [] : limitBasis(machine, estimated, context)),
    ...(estimate === null ? [] : fitBasis(estimate, context)),
    ...(slowdown === null ? [] : [sustainedBasis(slowdown)]),
    ...(machine.chip === null ? [] : measuredBasis(request, machine.chip.id, context)),
  ];
};
