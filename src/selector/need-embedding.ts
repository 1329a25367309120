import { embeddingMemory } from '../advisor/embedding/memory.ts';
import { embeddingSpeed } from '../advisor/embedding/speed.ts';
import { estimate, NO_SPEED, notListed, unestimated, type Estimate, type Unestimated } from './estimate.ts';
import type { Prepared } from './prepare.ts';
import type { Selection } from './selection.ts';

/** Texts turned into vectors, a batch at a time: tokens of them per second. */
export const embeddingEstimate = (selection: Selection, { data, chips, quantizations }: Prepared): Estimate | Unestimated => {
  const model = data.embeddingModels.find(({ id }) => id === selection.model);
  const bits = quantizations.get(selection.quant)?.bodyBits;
  if (model === undefined || bits === undefined) return notListed('model');
  const { batch, sequenceTokens, diskGB } = selection;
  const memory = embeddingMemory({ model, bits, batch, sequenceTokens });
  if (!memory.known) return unestimated(memory);
  return estimate(memory, {
    diskGB,
    unit: 'text-tokens-per-second',
    speedOn: ({ chip: id }) => {
      const chip = chips.get(id);
      const found = chip && embeddingSpeed({ model, chip, sequenceTokens }, data.embedding);
      return found?.known === true ? { ...NO_SPEED, speed: found.tokensPerSecond } : NO_SPEED;
    },
  });
};
