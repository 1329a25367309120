import { gpuRate, mostOf, productOf, rateBehind, TRAINING_GAIN, type ChipCompute } from '../gpu-rate.ts';
import { invert, scaleRange, type Range } from '../range.ts';
import { unknown, type Unknown } from '../unknown.ts';
import { isAdapterMethod, type TrainingMethod, type TrainingRow, type TrainingShape } from './types.ts';

/** How far a run may leave most of the measured ones: most Mac runs were published without their settings. */
const MARGIN = 1.15;

const SECONDS_PER_DAY = 86_400;

/**
 * Operations per token, in 10^12, for 10^9 parameters N: 2N forward and 4N back for full training (EleutherAI, Transformer Math). With
 * adapters the weights need no gradients of their own, so the way back costs 2N, and only through the layers from the first adapter on.
 * Checkpointing computes those layers a second time.
 */
export const teraOperationsPerToken = (
  paramsB: number,
  method: TrainingMethod,
  { reach = 1, checkpointing = false }: { readonly reach?: number; readonly checkpointing?: boolean } = {},
): number => {
  const again = checkpointing ? 2 * reach : 0;
  const factor = isAdapterMethod(method) ? 2 + 2 * reach + again : 6 + again;
  return (factor * paramsB) / 1000;
};

/** Part of the GPU's peak rate that training reaches, from measured runs. */
export interface TrainingCalibration {
  readonly efficiency: readonly number[];
}

const tokensPerSecond = ({ value, unit, batch, sequenceTokens }: TrainingRow): number | null => {
  if (unit === 'tokens/s') return value;
  return unit === 'it/s' && batch !== null && sequenceTokens !== null ? value * batch * sequenceTokens : null;
};

const METHOD_OF = { full: 'full-amp', lora: 'lora', qlora: 'qlora' } as const;

/** The efficiency of every usable run of a Mac whose tokens per second can be told. */
export const trainingCalibration = (rows: readonly TrainingRow[], chips: readonly ChipCompute[]): TrainingCalibration => ({
  efficiency: rows.flatMap((row) => {
    const speed = tokensPerSecond(row);
    const rate = rateBehind(row, chips, TRAINING_GAIN);
    if (!row.usable || speed === null || rate === null || row.paramsB === null || row.method === null) return [];
    const reach = row.modelLayers !== null && row.adaptedLayers !== null ? row.adaptedLayers / row.modelLayers : 1;
    return [(speed * teraOperationsPerToken(row.paramsB, METHOD_OF[row.method], { reach })) / rate];
  }),
});

/** Tokens of an example up to which the measured runs went: what attention costs them is in the part of the rate they reach. */
const MEASURED_TOKENS = 2048;

/**
 * Operations of attention per token of an example, in 10^12, beyond those of the longest measured ones: 4 × heads × width × tokens looked at,
 * per layer and forward pass, of which a token sees half on average (PaLM, arXiv 2204.02311, appendix B).
 */
const furtherAttention = ({ attentionHeads, kvLayers }: Pick<TrainingShape, 'attentionHeads' | 'kvLayers'>, sequenceTokens: number): number =>
  kvLayers.reduce((sum, layer) => {
    const width = layer.kind === 'mla' ? layer.kvLoraRank + layer.qkRopeHeadDim : layer.headDim;
    const most = layer.kind === 'swa' || layer.kind === 'chunk' ? layer.window : Infinity;
    const further = Math.min(sequenceTokens, most) - Math.min(MEASURED_TOKENS, most);
    return sum + (layer.layers * 4 * attentionHeads * width * Math.max(0, further)) / 2 / 1e12;
  }, 0);

export interface TrainingSpeedRequest {
  readonly shape: Pick<TrainingShape, 'paramsB' | 'activeParamsB' | 'layers' | 'attentionHeads' | 'kvLayers'>;
  /** Tokens of one example; a usual length when left out. */
  readonly sequenceTokens?: number;
  readonly chip: ChipCompute;
  readonly method: TrainingMethod;
  readonly checkpointing: boolean;
  readonly adaptedLayers?: number;
}

export interface TrainingSpeed {
  readonly known: true;
  readonly tokensPerSecond: Range;
  readonly points: number;
}

/**
 * Tokens per second while training: rate of the GPU × efficiency ÷ operations per token. Most of the measured runs reach a quarter to
 * two thirds of the rate, from M1 to M5 and from 0.03 to 8 billion parameters: newer programs more than those of 2023, small models less.
 */
export const trainingSpeed = (request: TrainingSpeedRequest, calibration: TrainingCalibration): TrainingSpeed | Unknown => {
  const { shape, chip, method, checkpointing } = request;
  const rate = gpuRate(chip, TRAINING_GAIN);
  if (rate === null) return unknown('gpu-rate-unknown', chip.id);
  const efficiency = mostOf(calibration.efficiency, MARGIN);
  if (efficiency === null) return unknown('no-measurement', method);
  const reach = isAdapterMethod(method) ? Math.min(1, (request.adaptedLayers ?? shape.layers) / shape.layers) : 1;
  const weights = teraOperationsPerToken(shape.activeParamsB ?? shape.paramsB, method, { reach, checkpointing });
  // Forward, twice as much back through the layers that are trained, and forward again where they are computed twice.
  const passes = 1 + (checkpointing ? 3 : 2) * reach;
  const operations = weights + passes * furtherAttention(shape, request.sequenceTokens ?? MEASURED_TOKENS);
  return { known: true, tokensPerSecond: scaleRange(productOf(rate, efficiency), 1 / operations), points: calibration.efficiency.length };
};

/**
 * Days to train a model from nothing on `tokens` tokens: what a Mac is not for. Without restarts, evaluation and failures, and as if
 * memory sufficed.
 */
export const daysFromScratch = (request: Omit<TrainingSpeedRequest, 'method'>, tokens: number, calibration: TrainingCalibration): Range | Unknown => {
  const speed = trainingSpeed({ ...request, method: 'full-amp' }, calibration);
  return speed.known ? invert(speed.tokensPerSecond, tokens / SECONDS_PER_DAY) : speed;
};
