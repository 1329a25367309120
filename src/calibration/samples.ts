import { decodeTime } from '../advisor/speed/decode.ts';
import type { DecodeParameters, PrefillParameters } from '../advisor/speed/parameters.ts';
import { prefillTime } from '../advisor/speed/prefill.ts';
import type { Sample } from './fit.ts';
import type { Observation } from './observations.ts';

/** Milliseconds per token, published and estimated. */
export const decodeSample = ({ source, row, work, load }: Observation): Sample<DecodeParameters> => ({
  source,
  published: 1000 / row.tokensPerSecond,
  estimate: (parameters) => decodeTime(work, load, parameters).total,
});

/** Milliseconds for the whole prompt, published and estimated. */
export const prefillSample = ({ source, row, work, promptTokens, attentionGflop }: Observation): Sample<PrefillParameters> => ({
  source,
  published: (promptTokens / row.tokensPerSecond) * 1000,
  estimate: (parameters) => prefillTime(work, promptTokens, attentionGflop, parameters).total,
});
