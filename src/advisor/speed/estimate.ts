import type { Range } from '../range.ts';
import { decodeRoofline, decodeTime, type DecodeTime } from './decode.ts';
import { generationOf } from './generation.ts';
import type { ModelClass, Spread, SpeedParameters } from './parameters.ts';
import { prefillTime, type PrefillTime } from './prefill.ts';
import { attentionGflop, cacheReadGB, classOf, workOf, type SpeedOptions, type Work } from './work.ts';

export interface SpeedRequest extends SpeedOptions {
  /** Tokens in the cache while answering. */
  readonly contextTokens: number;
  /** Tokens of the prompt; all of the context when left out. */
  readonly promptTokens?: number | undefined;
}

export interface SpeedEstimate {
  /** Tokens per second while answering with `contextTokens` in the cache. */
  readonly decode: Range;
  readonly decodeTime: DecodeTime;
  /** Tokens per second no program can pass that reads every active weight for every token. */
  readonly decodeRoofline: number;
  /** Tokens per second while reading the prompt. */
  readonly prefill: Range;
  readonly prefillTime: PrefillTime;
  /** Seconds from the prompt to the first token of the answer. */
  readonly timeToFirstToken: Range;
  readonly modelClass: ModelClass;
  /** False where no chip of this generation was measured and a neighbour stands in. */
  readonly measuredGeneration: boolean;
}

/** A prompt of this many tokens stands for any where none is stated: that of llama-bench. */
const USUAL_PROMPT_TOKENS = 512;

/** How much wider a range is where the generation was never measured. Our choice. */
const UNMEASURED = 1.15;

const rangeOf = (mid: number, { low, high }: Spread, measured: boolean, most = Infinity): Range => {
  const wider = measured ? 1 : UNMEASURED;
  const top = Math.min(mid, most);
  return { low: Math.min((mid * low) / wider, top), mid: top, high: Math.min(mid * high * wider, most) };
};

/**
 * Decode and prefill speed of a model on a chip as ranges, with the parts the time is made of. Decode never exceeds the roofline.
 * @returns null where there is no basis: a model without parameters or layers
 */
export const speedEstimate = (request: SpeedRequest, parameters: SpeedParameters): SpeedEstimate | null => {
  const { contextTokens, model } = request;
  const promptTokens = Math.max(1, request.promptTokens ?? (contextTokens > 0 ? contextTokens : USUAL_PROMPT_TOKENS));
  const work: Work = workOf(request);
  if (!(work.readGB > 0) || !(work.layers > 0)) return null;
  const { measured } = generationOf(request.chip.family);
  const modelClass = classOf(work);

  const cacheGB = cacheReadGB(request, contextTokens);
  const decoding = decodeTime(work, { cacheGB, attentionGflop: attentionGflop(model, 1, contextTokens) }, parameters.decode);
  const roofline = decodeRoofline(work, cacheGB);
  const reading = prefillTime(work, promptTokens, attentionGflop(model, promptTokens, Math.max(contextTokens, promptTokens)), parameters.prefill);
  const prefill = rangeOf((promptTokens / reading.total) * 1000, parameters.spread.prefill[modelClass], measured);
  return {
    decode: rangeOf(1000 / decoding.total, parameters.spread.decode[modelClass], measured, roofline),
    decodeTime: decoding,
    decodeRoofline: roofline,
    prefill,
    prefillTime: reading,
    timeToFirstToken: {
      low: promptTokens / prefill.high,
      mid: promptTokens / prefill.mid,
      high: promptTokens / prefill.low,
    },
    modelClass,
    measuredGeneration: measured,
  };
};
