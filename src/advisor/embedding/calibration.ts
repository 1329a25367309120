import type { LlmBenchmarkRow } from '../../schemas/llm-benchmark.ts';
import type { EmbeddingMeasurement } from '../../schemas/measurement.ts';
import type { Model } from '../../schemas/model.ts';
import { gpuRate, mostOf, rateBehind, type ChipCompute } from '../gpu-rate.ts';
import type { Range } from '../range.ts';
import { bodyParamsB, teraOperationsPerToken, type EmbeddingShape } from './work.ts';

/** One published measurement of an embedding model. */
export type EmbeddingRow = EmbeddingMeasurement['rows'][number];

/** One published speed of a language model. */
export type PromptRow = Pick<LlmBenchmarkRow, 'measure' | 'chip' | 'model' | 'contextTokens' | 'tokensPerSecond' | 'excluded' | 'outlier'>;

/** What the estimate needs of a language model whose prompts were timed. */
export type PromptModel = Pick<Model, 'id' | 'paramsB' | 'activeParamsB' | 'moe' | 'vocab' | 'hiddenSize' | 'layers' | 'tiedEmbeddings'>;

/** Prompts as long as the texts that are embedded: shorter ones hold too much fixed time, longer ones too much attention. */
const TEXT_TOKENS = { least: 256, most: 2048 };

/** How far a run may leave most of the measured ones: other programs, and short texts filled up to the length of long ones. */
const MARGIN = 1.25;

/** Part of the FP32 rate that runs reach, and how many were measured. */
interface Reached extends Range {
  readonly points: number;
}

/** Apart for GPUs without and with matrix units: the two have no rate in common. Null where none was measured. */
export interface EmbeddingCalibration {
  readonly plain: Reached | null;
  readonly matrix: Reached | null;
  /** The smallest body behind them, in 10^9 parameters. */
  readonly smallestBodyB: number;
}

interface Run {
  readonly matrix: boolean;
  readonly part: number;
  readonly bodyB: number;
}

const runOf = (chips: readonly ChipCompute[], rate: number | null, shape: EmbeddingShape, tokens: number, tokensPerSecond: number): Run[] =>
  rate === null
    ? []
    : [
        {
          matrix: chips.some(({ neuralAccelerators }) => neuralAccelerators),
          part: (tokensPerSecond * teraOperationsPerToken(shape, tokens)) / rate,
          bodyB: bodyParamsB(shape),
        },
      ];

/** A dense model that reads a prompt does what an embedding model of its size does with a text. */
const promptRun = (row: PromptRow, models: readonly PromptModel[], chips: readonly ChipCompute[]): Run[] => {
  const { contextTokens: tokens } = row;
  const model = models.find(({ id }) => id === row.model);
  const chip = chips.find(({ id }) => id === row.chip);
  if (row.measure !== 'prefill' || row.excluded !== undefined || row.outlier !== undefined) return [];
  if (model === undefined || chip === undefined || model.moe !== null || (model.activeParamsB ?? model.paramsB) !== model.paramsB) return [];
  if (tokens < TEXT_TOKENS.least || tokens > TEXT_TOKENS.most) return [];
  const tables = model.tiedEmbeddings ? model.vocab : 2 * model.vocab;
  return runOf([chip], gpuRate(chip)?.mid ?? null, { ...model, vocab: tables }, tokens, row.tokensPerSecond);
};

const embeddingRun = (row: EmbeddingRow, models: readonly (EmbeddingShape & { readonly id: string })[], chips: readonly ChipCompute[]): Run[] => {
  const model = models.find(({ id }) => id === row.model);
  if (!row.usable || model === undefined || row.sequenceTokens === null) return [];
  const on = chips.filter(({ name }) => name === row.chipName);
  return runOf(on, rateBehind(row, chips), model, row.sequenceTokens, row.value);
};

interface Published {
  readonly runs: readonly EmbeddingRow[];
  readonly models: readonly (EmbeddingShape & { readonly id: string })[];
  readonly prompts: readonly PromptRow[];
  readonly promptModels: readonly PromptModel[];
}

/** Reads the calibration from the usable runs of embedding models, and from the prompts of language models. */
export const embeddingCalibration = ({ runs, models, prompts, promptModels }: Published, chips: readonly ChipCompute[]): EmbeddingCalibration => {
  const found = [...prompts.flatMap((row) => promptRun(row, promptModels, chips)), ...runs.flatMap((row) => embeddingRun(row, models, chips))];
  const reached = (wanted: boolean): Reached | null => {
    const parts = found.filter(({ matrix }) => matrix === wanted).map(({ part }) => part);
    const range = mostOf(parts, MARGIN);
    return range && { ...range, points: parts.length };
  };
  return { plain: reached(false), matrix: reached(true), smallestBodyB: Math.min(...found.map(({ bodyB }) => bodyB)) };
};
