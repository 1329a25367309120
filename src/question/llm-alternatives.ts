import { modelAlternatives, type ModelChange } from '../advisor/recommend/model-alternatives.ts';
import type { Context } from './context.ts';
import type { LlmRequest } from './llm-request.ts';
import type { AskedMachine } from './machine.ts';

/** One way to make room on the machine in hand, and the verdict after it. */
export interface AlternativeLine {
  readonly changes: readonly ModelChange[];
  readonly status: string | null;
}

/** What else would help on the machine that was named; nothing where no memory was named or nothing is needed. */
export const llmAlternatives = ({ memory }: LlmRequest, machine: AskedMachine, { facts }: Context): AlternativeLine[] => {
  const { memoryGB, macos, settings } = machine;
  if (memoryGB === null) return [];
  const { gpuLimits, quantizations, models } = facts;
  return modelAlternatives({ request: memory, memoryGB, macos, gpuLimits, settings, quantizations, models }).map(({ changes, after }) => ({
    changes,
    status: after?.fit.status ?? null,
  }));
};
