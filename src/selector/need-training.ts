import type { Range } from '../advisor/range.ts';
import { trainingMemory } from '../advisor/training/memory.ts';
import { daysFromScratch, trainingSpeed } from '../advisor/training/speed.ts';
import { isAdapterMethod, type TrainingShape } from '../advisor/training/types.ts';
import { estimate, NO_SPEED, notListed, type Estimate, type Unestimated } from './estimate.ts';
import type { Prepared } from './prepare.ts';
import { resolveModel, type ResolvedModel } from './resolve-model.ts';
import type { Selection } from './selection.ts';

/** Activations are computed again instead of kept, as every guide to training on one machine has it. */
const CHECKPOINTING = true;

/** Bytes of a weight as models are published. */
const PUBLISHED_BYTES = 2;

/** Tokens per parameter that make the most of a given amount of computing (Hoffmann et al., arXiv 2203.15556): an orientation. */
const TOKENS_PER_PARAMETER = 20;

const shapeOf = ({ model }: ResolvedModel): TrainingShape => ({ ...model, kvLayers: model.attention.kvLayers });

/** Training or fine-tuning a language model. With `qlora` the quantization chosen is that of the frozen weights. */
export const trainingEstimate = (selection: Selection, prepared: Prepared): Estimate | Unestimated => {
  const resolved = resolveModel(selection, prepared);
  if (resolved === null) return notListed('model');
  const { method, batch, sequenceTokens } = selection;
  const { data, chips } = prepared;
  const shape = shapeOf(resolved);
  const { bodyBits, embeddingBits } = resolved.quantization;
  const base = method === 'qlora' ? { baseBits: bodyBits, embeddingBits } : {};
  const memory = trainingMemory({ shape, method, batch, sequenceTokens, checkpointing: CHECKPOINTING, ...base });
  return estimate(memory, {
    fileBytes: isAdapterMethod(method) ? memory.weightsBytes : shape.paramsB * 1e9 * PUBLISHED_BYTES,
    diskGB: selection.diskGB,
    notes: resolved.notes,
    unit: 'training-tokens-per-second',
    speedOn: ({ chip: id }) => {
      const chip = chips.get(id);
      const found = chip && trainingSpeed({ shape, chip, method, sequenceTokens, checkpointing: CHECKPOINTING }, data.training);
      return found?.known === true ? { ...NO_SPEED, speed: found.tokensPerSecond } : NO_SPEED;
    },
  });
};

/** Days to train the model from nothing on a chip, as if memory sufficed; null for another task and where there is no basis. */
export const trainingDays = (selection: Selection, chipId: string | undefined, prepared: Prepared): Range | null => {
  const resolved = selection.task === 'training' ? resolveModel(selection, prepared) : null;
  const chip = chipId === undefined ? undefined : prepared.chips.get(chipId);
  if (resolved === null || chip === undefined) return null;
  const shape = shapeOf(resolved);
  const days = daysFromScratch({ shape, chip, checkpointing: CHECKPOINTING }, TOKENS_PER_PARAMETER * shape.paramsB * 1e9, prepared.data.training);
  return 'known' in days ? null : days;
};
