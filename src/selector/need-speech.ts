import { speechMemory } from '../advisor/speech/memory.ts';
import { speechSpeed } from '../advisor/speech/speed.ts';
import { estimate, NO_SPEED, notListed, type Estimate, type Unestimated } from './estimate.ts';
import type { Prepared } from './prepare.ts';
import type { Selection } from './selection.ts';

/** A recording of any length: seconds of sound per second of work. */
export const speechEstimate = (selection: Selection, { data, chips, quantizations }: Prepared): Estimate | Unestimated => {
  const model = data.speechModels.find(({ id }) => id === selection.model);
  const bits = quantizations.get(selection.quant)?.bodyBits;
  if (model === undefined || bits === undefined) return notListed('model');
  return estimate(speechMemory(model, bits), {
    diskGB: selection.diskGB,
    unit: 'times-real-time',
    speedOn: ({ chip: id }) => {
      const chip = chips.get(id);
      const found = chip && speechSpeed(model, chip, data.speech, bits);
      return found?.known === true ? { ...NO_SPEED, speed: found.realtime } : NO_SPEED;
    },
  });
};
