import { cacheTypesOf } from '../advisor/kv-cache.ts';
import type { MemoryRequest } from '../advisor/memory.ts';
import type { Range } from '../advisor/range.ts';
import { modelAlternatives, type ModelChange } from '../advisor/recommend/model-alternatives.ts';
import type { Context } from './context.ts';
import type { LlmRequest } from './llm-request.ts';
import type { AskedMachine } from './machine.ts';
import { roundRange } from './round.ts';

/** One way to do it all the same: changes on the machine in hand with the verdict after them, or a machine in the cloud. */
export interface AlternativeLine {
  readonly kind: 'change' | 'cloud';
  readonly changes: readonly ModelChange[];
  readonly status: string | null;
  /** Tokens per second after the changes, where a least speed was asked for. */
  readonly decode: Range | null;
}

const CLOUD: AlternativeLine = { kind: 'cloud', changes: [], status: null, decode: null };

/** A changed request with all its speed depends on: only the model and quantization in hand may be no record of the facts. */
const whole = ({ memory: asked }: LlmRequest, changed: MemoryRequest, { find }: Context): LlmRequest['memory'] => ({
  ...asked,
  ...changed,
  model: changed.model === asked.model ? asked.model : find('models', changed.model.id, 'model'),
  cacheType: cacheTypesOf(changed.cacheType),
  quantization: changed.quantization === asked.quantization ? asked.quantization : find('quantizations', changed.quantization.id, 'quant'),
});

/**
 * What else would help on the machine that was named; nothing where no memory was named or nothing is needed.
 * @param minSpeed the least decode speed, in tokens per second
 * @param speedOf decode speed of a request on that machine
 */
export const llmAlternatives = (
  request: LlmRequest,
  { memoryGB, macos, settings }: AskedMachine,
  minSpeed: number | undefined,
  speedOf: (request: LlmRequest['memory']) => Range | null,
  context: Context,
): AlternativeLine[] => {
  if (memoryGB === null) return [];
  const { gpuLimits, quantizations, models } = context.facts;
  const speed = minSpeed === undefined ? {} : { minSpeed, speedOf: (changed: MemoryRequest) => speedOf(whole(request, changed, context)) };
  const found = modelAlternatives({ request: request.memory, memoryGB, macos, gpuLimits, settings, quantizations, models, ...speed });
  return found.map(({ kind, changes, after }) =>
    after === null ? CLOUD : { kind, changes, status: after.fit.status, decode: after.speed && roundRange(after.speed) },
  );
};
