import { imageMemory } from '../advisor/image/memory.ts';
import { imageSpeed } from '../advisor/image/speed.ts';
import { invert } from '../advisor/range.ts';
import { estimate, NO_SPEED, notListed, unestimated, type Estimate, type Unestimated } from './estimate.ts';
import type { Prepared } from './prepare.ts';
import type { Selection } from './selection.ts';

const SECONDS_PER_MINUTE = 60;

/** One image at a time, all parts of the model loaded: images per minute, the low end from the most seconds an image may take. */
export const imageEstimate = (selection: Selection, prepared: Prepared): Estimate | Unestimated => {
  const { data, chips, quantizations } = prepared;
  const model = data.imageModels.find(({ id }) => id === selection.model);
  const quantization = quantizations.get(selection.quant);
  if (model === undefined || quantization === undefined) return notListed('model');
  const size = { widthPx: selection.imagePx, heightPx: selection.imagePx };
  const memory = imageMemory({ model, references: data.imageModels, bits: quantization.bodyBits, ...size, loading: 'all' });
  if (!memory.known) return unestimated(memory);
  return estimate(memory, {
    diskGB: selection.diskGB,
    notes: [`activations-${memory.activationRule}`],
    unit: 'images-per-minute',
    speedOn: ({ chip: id }) => {
      const chip = chips.get(id);
      const found = chip && imageSpeed({ model, chip, ...size, steps: selection.steps }, data.image);
      return found?.known === true ? { ...NO_SPEED, speed: invert(found.seconds, SECONDS_PER_MINUTE) } : NO_SPEED;
    },
  });
};
