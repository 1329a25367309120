import { embeddingMemory } from '../advisor/embedding/memory.ts';
import { estimate, NO_SPEED, notListed, unestimated, type Estimate, type Unestimated } from './estimate.ts';
import type { Prepared } from './prepare.ts';
import type { Selection } from './selection.ts';

/** Texts turned into vectors, a batch at a time. Nobody measured how fast on a Mac, see `embeddingSpeed`. */
export const embeddingEstimate = (selection: Selection, { data, quantizations }: Prepared): Estimate | Unestimated => {
  const model = data.embeddingModels.find(({ id }) => id === selection.model);
  const bits = quantizations.get(selection.quant)?.bodyBits;
  if (model === undefined || bits === undefined) return notListed('model');
  const memory = embeddingMemory({ model, bits, batch: selection.batch, sequenceTokens: selection.sequenceTokens });
  return memory.known ? estimate(memory, { diskGB: selection.diskGB, unit: null, speedOn: () => NO_SPEED }) : unestimated(memory);
};
