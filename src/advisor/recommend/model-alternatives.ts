import { budget, judge, raisedLimitFor, type BudgetSettings } from '../budget.ts';
import { CACHE_BYTES, cacheNotes, cacheTypesOf, type CacheType } from '../kv-cache.ts';
import { memoryNeed, type MemoryRequest } from '../memory.ts';
import type { Range } from '../range.ts';
import type { GpuLimitFacts, ListedQuantization, MacosEra, ModelFacts, QuantizationFacts } from '../types.ts';
import { offered } from '../weights.ts';
import { alternatives, type Alternative, type Changes, type Situation } from './alternatives.ts';
import { isSameLine, withoutOlder } from './newest.ts';

/** A model on one machine. */
export interface ModelTask {
  readonly request: MemoryRequest;
  readonly memoryGB: number;
  readonly macos: MacosEra;
  readonly gpuLimits: readonly GpuLimitFacts[];
  readonly settings?: BudgetSettings;
  /** Quantizations to choose from; those a list does not offer for a model are left out here. */
  readonly quantizations: readonly ListedQuantization[];
  /** Models to choose from; those that are not alike are left out here. */
  readonly models: readonly (ModelFacts & ModelKind)[];
  /** Speed of a request on this machine; left out where there is no basis for an estimate. */
  readonly speedOf?: (request: MemoryRequest) => Range | null;
  readonly minSpeed?: number;
}

interface ModelKind {
  readonly family: string;
  readonly activeParamsB?: number | null;
}

export type ModelChange =
  | { readonly kind: 'close-apps' }
  | { readonly kind: 'raise-limit'; readonly wiredLimitMiB: number }
  | { readonly kind: 'cache-type'; readonly cacheType: CacheType }
  | { readonly kind: 'quantization'; readonly quant: string }
  | { readonly kind: 'context'; readonly contextTokens: number }
  | { readonly kind: 'model'; readonly model: string; readonly quant: string };

/** Context lengths people ask for, in tokens. */
const CONTEXT_LADDER = Array.from({ length: 10 }, (_, step) => 2048 * 2 ** (9 - step));

/** Bits per weight of the smallest four-bit formats (MXFP4). Below, a model loses more than most would trade for memory. Our choice; no source. */
const GOOD_BITS = 4.25;

/** Models with at least half and at most a quarter more of the parameters are of one size class. Our choice; no source. */
const SIZE_CLASS = { least: 0.5, most: 1.25 } as const;

/** Models that may stand in for the one asked for, because they are lighter in memory or per token: those of its family, and others of its size class. */
const standIns = ({ models, request }: ModelTask): { family: readonly ModelFacts[]; others: readonly ModelFacts[] } => {
  const wanted = models.find(({ id }) => id === request.model.id);
  if (wanted === undefined) return { family: [], others: [] };
  const perToken = ({ activeParamsB, paramsB }: ModelFacts & ModelKind): number => activeParamsB ?? paramsB;
  const lighter = models
    .filter((model) => model.contextMax >= request.contextTokens && model.paramsB <= wanted.paramsB * SIZE_CLASS.most)
    .filter((model) => model.paramsB < wanted.paramsB || perToken(model) < perToken(wanted))
    // A model for code is no answer to who asked for another kind.
    .sort((a, b) => Number(isSameLine(b, wanted)) - Number(isSameLine(a, wanted)) || b.paramsB - a.paramsB || (a.id < b.id ? -1 : 1));
  const newest = withoutOlder(lighter, request.contextTokens);
  return {
    family: newest.filter(({ family }) => family === wanted.family),
    others: newest.filter(({ family, paramsB }) => family !== wanted.family && paramsB >= wanted.paramsB * SIZE_CLASS.least),
  };
};

/**
 * The quantization another model would be taken in: the same one, or the nearest of the same engine, those most people use first. None below four
 * bits: who gives up the model for that gives up more than with a coarser file of it.
 */
const nearestQuantization = (model: ModelFacts, { request, quantizations }: ModelTask): QuantizationFacts | undefined => {
  const { id, engine, bitsPerWeight } = request.quantization;
  const distance = (other: ListedQuantization): number => (other.id === id ? -1 : Math.abs(other.bitsPerWeight - bitsPerWeight) + (other.common ? 0 : 1));
  return offered(model, quantizations, id)
    .filter((other) => other.engine === engine && other.bitsPerWeight >= GOOD_BITS)
    .sort((a, b) => distance(a) - distance(b))[0];
};

interface Setup {
  readonly request: MemoryRequest;
  readonly settings: BudgetSettings;
}

const apply =
  ({ quantizations, models }: ModelTask) =>
  ({ request, settings }: Setup, change: ModelChange): Setup => {
    const quantizationOf = (id: string): QuantizationFacts => quantizations.find((one) => one.id === id) ?? request.quantization;
    switch (change.kind) {
      case 'close-apps':
        return { request, settings: { ...settings, otherAppsBytes: 0 } };
      case 'raise-limit':
        return { request, settings: { ...settings, wiredLimitMiB: change.wiredLimitMiB } };
      case 'cache-type':
        return { request: { ...request, cacheType: change.cacheType }, settings };
      case 'quantization':
        return { request: { ...request, quantization: quantizationOf(change.quant) }, settings };
      case 'context':
        return { request: { ...request, contextTokens: change.contextTokens }, settings };
      case 'model': {
        const model = models.find(({ id }) => id === change.model) ?? request.model;
        return { request: { ...request, model, quantization: quantizationOf(change.quant) }, settings };
      }
    }
  };

const situation = (task: ModelTask, { request, settings }: Setup): Situation => {
  const { terms, totalBytes } = memoryNeed(request);
  const weightsBytes = terms.find(({ key }) => key === 'weights')?.bytes ?? 0;
  const limits = budget(task.memoryGB, task.macos, task.gpuLimits, settings);
  return { needBytes: totalBytes, fit: judge({ totalBytes, weightsBytes }, limits), speed: task.speedOf?.(request) ?? null };
};

/** Whether a cache of this type would be smaller than the one asked for, and the runtime takes it. */
const isSmallerCache = (wanted: CacheType, { quantization, cacheType, flashAttention }: MemoryRequest): boolean => {
  const { keys, values } = cacheTypesOf(cacheType);
  const saves =
    CACHE_BYTES[wanted] <= Math.min(CACHE_BYTES[keys], CACHE_BYTES[values]) && CACHE_BYTES[wanted] < Math.max(CACHE_BYTES[keys], CACHE_BYTES[values]);
  return saves && cacheNotes({ engine: quantization.engine, cacheType: wanted, flashAttention }).length === 0;
};

/**
 * The changes there are, by what they cost the reader: nothing but closing programs; a cache that loses hardly anything; a smaller
 * quantization that is still a good one; a setting with a caution; a shorter context; then a coarse cache, a coarse quantization and
 * another model. The order is our choice; no source.
 */
const changesFor = (task: ModelTask, needBytes: number): Changes<ModelChange> => {
  const { request, settings, quantizations } = task;
  const { model, quantization, contextTokens } = request;
  const cacheChange = (wanted: CacheType): ModelChange[] => (isSmallerCache(wanted, request) ? [{ kind: 'cache-type', cacheType: wanted }] : []);
  const smaller = offered(model, quantizations)
    .filter(({ engine, bitsPerWeight }) => engine === quantization.engine && bitsPerWeight < quantization.bitsPerWeight)
    .sort((a, b) => b.bitsPerWeight - a.bitsPerWeight);
  const toQuantization = ({ id }: QuantizationFacts): ModelChange => ({ kind: 'quantization', quant: id });
  const wiredLimitMiB = raisedLimitFor(needBytes, budget(task.memoryGB, task.macos, task.gpuLimits, settings));
  const toModel = (other: ModelFacts): ModelChange[] => {
    const quant = nearestQuantization(other, task);
    return quant ? [{ kind: 'model', model: other.id, quant: quant.id }] : [];
  };
  const { family, others } = standIns(task);
  return {
    adjust: [
      (settings?.otherAppsBytes ?? 0) > 0 ? [{ kind: 'close-apps' }] : [],
      cacheChange('q8_0'),
      smaller.filter(({ bitsPerWeight }) => bitsPerWeight >= GOOD_BITS).map(toQuantization),
      wiredLimitMiB === null ? [] : [{ kind: 'raise-limit', wiredLimitMiB }],
      CONTEXT_LADDER.filter((tokens) => tokens < contextTokens).map((tokens) => ({ kind: 'context', contextTokens: tokens })),
      cacheChange('q4_0'),
      smaller.filter(({ bitsPerWeight }) => bitsPerWeight < GOOD_BITS).map(toQuantization),
    ],
    replace: [family.flatMap(toModel), others.flatMap(toModel)],
  };
};

/** `alternatives` for a model on one machine: see there for what is returned. */
export const modelAlternatives = (task: ModelTask): Alternative<ModelChange>[] => {
  const start: Setup = { request: task.request, settings: task.settings ?? {} };
  const before = situation(task, start);
  const assess = (changes: readonly ModelChange[]): Situation => situation(task, changes.reduce(apply(task), start));
  return alternatives(before, () => changesFor(task, before.needBytes), assess, task.minSpeed);
};
