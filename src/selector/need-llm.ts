import { memoryNeed, type MemoryRequest } from '../advisor/memory.ts';
import { speedEstimate, type SpeedEstimate } from '../advisor/speed/estimate.ts';
import { isOffered } from '../advisor/weights.ts';
import { estimate, NO_SPEED, notListed, type Estimate, type MachineSpeed, type Unestimated } from './estimate.ts';
import type { Prepared } from './prepare.ts';
import { resolveModel, type ResolvedModel } from './resolve-model.ts';
import type { NeedNote } from './result.ts';
import type { Selection } from './selection.ts';

/** What the advisor is asked for a language model. @returns null for ids that are not listed */
export const llmRequest = (selection: Selection, prepared: Prepared): (MemoryRequest & ResolvedModel) | null => {
  const resolved = resolveModel(selection, prepared);
  if (resolved === null) return null;
  const { contextTokens, sequences, cacheType } = selection;
  return { ...resolved, known: prepared.data.quantizations, contextTokens, sequences, cacheType };
};

const speedOf = (found: SpeedEstimate | null, { data }: Prepared): MachineSpeed =>
  found === null
    ? NO_SPEED
    : {
        speed: found.decode,
        prefill: found.prefill,
        timeToFirstToken: found.timeToFirstToken,
        speedError: data.decodeError[found.modelClass],
        generationMeasured: found.measuredGeneration,
      };

/**
 * A language model: memory with all conversations, decode speed of one of them with the whole context in the cache, and how long a prompt as
 * long as the context takes to read.
 */
export const llmEstimate = (selection: Selection, prepared: Prepared): Estimate | Unestimated => {
  const request = llmRequest(selection, prepared);
  if (request === null) return notListed('model');
  const { model, quantization, contextTokens, cacheType } = request;
  const need = memoryNeed(request);
  const weightsBytes = need.terms.find(({ key }) => key === 'weights')?.bytes ?? 0;
  const notes: NeedNote[] = [`weights-${need.weightsRule}`, `compute-${need.computeLaw}`, ...need.notes, ...request.notes];
  if (!isOffered(model, quantization)) notes.push('not-published-in-this-quantization');
  return estimate(
    { ...need, weightsBytes },
    {
      diskGB: selection.diskGB,
      kvTerms: need.kvTerms,
      notes,
      unit: 'tokens-per-second',
      speedOn: ({ chip: id, memoryGB }) => {
        const chip = prepared.chips.get(id);
        return chip === undefined
          ? NO_SPEED
          : speedOf(speedEstimate({ chip, memoryGB, model, quantization, weightsBytes, cacheType, contextTokens }, prepared.data.speed), prepared);
      },
    },
  );
};
