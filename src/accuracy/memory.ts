import { budget } from '../advisor/budget.ts';
import { GiB, KiB, MiB } from '../advisor/bytes.ts';
import { computeBuffer } from '../advisor/compute-buffer.ts';
import { describedModel } from '../advisor/described-model.ts';
import { CACHE_BYTES, cacheTypesOf, kvCache } from '../advisor/kv-cache.ts';
import { memoryNeed, TERM_KEYS, type TermKey } from '../advisor/memory.ts';
import { recurrentBytes } from '../advisor/recurrent.ts';
import { median } from '../advisor/spread.ts';
import type { GpuLimitFacts, ModelFacts, QuantizationFacts } from '../advisor/types.ts';
import { weightsBytes, type Weights } from '../advisor/weights.ts';
import { MEMORY_CATEGORIES, type MemoryCategory, type MemoryFigure } from '../schemas/memory-figure.ts';

/** A model with what the rules of others count: all its layers. */
export type LayeredModel = ModelFacts & { readonly layers: number };

/** The facts the comparison rests on; those of `loadFacts` fit. */
export interface MemoryAccuracyFacts {
  readonly models: readonly LayeredModel[];
  readonly quantizations: readonly QuantizationFacts[];
  readonly gpuLimits: readonly GpuLimitFacts[];
  readonly memoryFigures: readonly MemoryFigure[];
}

export interface Tolerance {
  /** Largest relative error of a hit. */
  readonly error: number;
  /** Share of the rows that must be hits. */
  readonly share: number;
}

export const MEMORY_TOLERANCES: Readonly<Record<MemoryCategory, Tolerance>> = {
  kv: { error: 0.01, share: 0.97 },
  recurrent: { error: 0.01, share: 0.75 },
  weights: { error: 0.05, share: 0.95 },
  bits: { error: 0.001, share: 1 },
  compute: { error: 0.1, share: 0.85 },
  total: { error: 0.1, share: 0.85 },
  'gpu-limit': { error: 0.001, share: 1 },
};

/** A file of known size is taken as it is, so only other builds of the same model and rounding may separate it from a published size. */
export const FILE_TOLERANCE = 0.02;

/** Bytes of a unit; bits and cells are counted as they are. */
export const UNIT_SIZE: Readonly<Record<MemoryFigure['unit'], number>> = { B: 1, KiB, MB: 1e6, GB: 1e9, MiB, GiB, bit: 1, cells: 1 };

/** A published figure beside what the advisor says. */
export interface MemoryResult {
  readonly row: MemoryFigure;
  /** In the unit of the row. */
  readonly predicted: number;
  readonly stated: number;
  /** Relative error: 0.1 is ten per cent too much. */
  readonly error: number;
  readonly tolerance: number;
  readonly hit: boolean;
  /** How the weights were found, where the figure holds any. */
  readonly weightsRule?: Weights['rule'];
}

export interface CategorySummary {
  readonly category: MemoryCategory;
  readonly rows: number;
  readonly hits: number;
  /** Hits per row, 0 to 1. */
  readonly share: number;
  /** Median of the absolute errors. */
  readonly medianError: number;
  readonly worstError: number;
  readonly target: Tolerance;
}

export interface MemoryAccuracy {
  readonly results: readonly MemoryResult[];
  readonly summary: readonly CategorySummary[];
  /** The rows about weights once more, from the parameter count as if no file of the model were known. */
  readonly withoutFiles: readonly MemoryResult[];
  readonly excluded: readonly MemoryFigure[];
}

/** A context long enough that every window is full. */
const LONG_CONTEXT = 2 ** 17;
const LONG_CONTEXT_STEP = 2 ** 10;

const find = <T extends { readonly id: string }>(list: readonly T[], collection: string, id: string): T => {
  const found = list.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no ${collection}/${id}`);
  return found;
};

/**
 * The model and quantization a row asks about.
 * @throws when the row names a record that does not exist; the registry of facts has checked that before
 */
export const subjectOf = (
  { input }: MemoryFigure,
  facts: Pick<MemoryAccuracyFacts, 'models' | 'quantizations'>,
): { readonly model: LayeredModel; readonly quantization: QuantizationFacts } => {
  const named = input.quant === undefined ? undefined : find(facts.quantizations, 'quantizations', input.quant);
  const engine = input.engine ?? named?.engine ?? 'llama.cpp';
  const described = describedModel(input.figures ?? {}, { engine, quantization: named, bitsPerWeight: input.bitsPerWeight });
  if (input.model === undefined) return described;
  return {
    model: find(facts.models, 'models', input.model),
    quantization: named !== undefined && input.bitsPerWeight === undefined ? named : described.quantization,
  };
};

/** Terms a figure of each category holds. Allocations are published without the program around them: see src/advisor/overhead.ts. */
const USUAL_TERMS: Partial<Record<MemoryCategory, readonly TermKey[]>> = {
  kv: ['kvCache'],
  total: ['weights', 'kvCache', 'recurrent', 'compute'],
};

interface Prediction {
  readonly value: number;
  readonly rule?: Weights['rule'];
}

const predict = (row: MemoryFigure, facts: MemoryAccuracyFacts): Prediction => {
  const { input, category } = row;
  if (category === 'gpu-limit') return { value: budget(input.memoryGB ?? 0, input.macos ?? 'current', facts.gpuLimits).gpuLimitBytes };
  if (input.bitsOf === 'cache') return { value: CACHE_BYTES[cacheTypesOf(input.cacheType).keys] * 8 };
  if (category === 'bits') return { value: find(facts.quantizations, 'quantizations', input.quant ?? '')[input.bitsOf ?? 'bitsPerWeight'] };

  const { model, quantization } = subjectOf(row, facts);
  const { contextTokens = 0, sequences } = input;
  const { engine } = quantization;
  if (category === 'weights') {
    const { bytes, rule } = weightsBytes(model, quantization, facts.quantizations);
    return { value: bytes, rule };
  }
  if (category === 'recurrent') return { value: recurrentBytes(model.attention.recurrent, sequences, input.stateCopies) };
  if (category === 'compute') {
    const buffer = computeBuffer(model, { ...input, engine, contextTokens });
    return { value: buffer.bytes + recurrentBytes(model.attention.recurrent, input.addedSlots ?? 0, input.stateCopies) };
  }
  const cacheOf = (tokens: number) => kvCache(model.attention.kvLayers, { ...input, engine, contextTokens: tokens });
  if (input.per === 'cells') return { value: cacheOf(contextTokens).terms[0]?.cells ?? 0 };
  if (input.per === 'token') return { value: (cacheOf(LONG_CONTEXT + LONG_CONTEXT_STEP).bytes - cacheOf(LONG_CONTEXT).bytes) / LONG_CONTEXT_STEP };

  const need = memoryNeed({ ...input, model, quantization, known: facts.quantizations, contextTokens });
  const counted = input.counts ?? USUAL_TERMS[category] ?? TERM_KEYS;
  const value = need.terms.reduce((sum, { key, bytes }) => (counted.includes(key) ? sum + bytes : sum), 0);
  return counted.includes('weights') ? { value, rule: need.weightsRule } : { value };
};

const compare = (row: MemoryFigure, facts: MemoryAccuracyFacts): MemoryResult => {
  const stated = row.stated ?? Number.NaN;
  const { value, rule } = predict(row, facts);
  const predicted = value / UNIT_SIZE[row.unit];
  const error = predicted / stated - 1;
  const tolerance = row.category === 'weights' && rule === 'file' ? FILE_TOLERANCE : MEMORY_TOLERANCES[row.category].error;
  return { row, predicted, stated, error, tolerance, hit: Math.abs(error) <= tolerance, ...(rule === undefined ? {} : { weightsRule: rule }) };
};

/** Rows, hits and errors of one category. */
export const summarize = (category: MemoryCategory, results: readonly MemoryResult[]): CategorySummary => {
  const own = results.filter(({ row }) => row.category === category);
  const errors = own.map(({ error }) => Math.abs(error));
  const hits = own.filter(({ hit }) => hit).length;
  return {
    category,
    rows: own.length,
    hits,
    share: own.length === 0 ? 1 : hits / own.length,
    medianError: median(errors),
    worstError: Math.max(0, ...errors),
    target: MEMORY_TOLERANCES[category],
  };
};

/**
 * Every published figure beside what the advisor says of it, with the functions the site itself uses. A row that is excluded says why
 * and is not compared; every other row is, whether it is hit or missed.
 */
export const memoryAccuracy = (facts: MemoryAccuracyFacts): MemoryAccuracy => {
  const compared = facts.memoryFigures.filter(({ excluded }) => excluded === undefined);
  const results = compared.map((row) => compare(row, facts));
  const unfiled: MemoryAccuracyFacts = { ...facts, models: facts.models.map((model) => ({ ...model, files: [] })) };
  // Weights that were published quantized have no other size than that of their file.
  const isComputable = ({ category, input }: MemoryFigure): boolean =>
    category === 'weights' && facts.models.find(({ id }) => id === input.model)?.filesOnly !== true && input.figures?.weightBytes === undefined;
  return {
    results,
    summary: MEMORY_CATEGORIES.map((category) => summarize(category, results)),
    withoutFiles: compared.filter(isComputable).map((row) => compare(row, unfiled)),
    excluded: facts.memoryFigures.filter(({ excluded }) => excluded !== undefined),
  };
};
