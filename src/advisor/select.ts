import { budget, FIT_STATUSES, judge, type Budget, type Fit, type FitStatus } from './budget.ts';
import { memoryNeed, withMargin, type MemoryNeed, type MemoryRequest } from './memory.ts';
import type { GpuLimitFacts, MacosEra } from './types.ts';

export interface AnswerRequest<Mac> extends MemoryRequest {
  readonly macos: MacosEra;
  readonly gpuLimits: readonly GpuLimitFacts[];
  /** The Macs on sale that have this much memory. Left out, every size counts as buyable. */
  readonly macsWith?: (memoryGB: number) => readonly Mac[];
}

/** What one memory size means for the selection. */
export interface SizeAnswer<Mac> {
  readonly memoryGB: number;
  readonly budget: Budget;
  readonly fit: Fit;
  readonly macs: readonly Mac[];
  /** Whether a Mac with this memory can be bought. */
  readonly onSale: boolean;
}

/** The whole answer in one line: the smallest size worth buying and how well the model fits it. */
export interface Verdict {
  readonly status: FitStatus;
  /** The smallest size on sale with that status or a better one; null if no size is enough. */
  readonly memoryGB: number | null;
  /** The smallest size on sale with room to spare; null if there is none. */
  readonly comfortableGB: number | null;
}

export interface Answer<Mac> {
  /** With the room to keep free, as it is shown. */
  readonly need: MemoryNeed;
  readonly sizes: readonly SizeAnswer<Mac>[];
  readonly verdict: Verdict;
}

const isAtLeast = (status: FitStatus, wanted: FitStatus): boolean => FIT_STATUSES.indexOf(status) <= FIT_STATUSES.indexOf(wanted);

const verdictOf = (sizes: readonly SizeAnswer<unknown>[]): Verdict => {
  const onSale = sizes.filter((size) => size.onSale);
  const smallest = (wanted: FitStatus): number | null => onSale.find(({ fit }) => isAtLeast(fit.status, wanted))?.memoryGB ?? null;
  const comfortableGB = smallest('comfortable');
  // Tight and needs-setting are named only when nothing better exists: they are no reason to buy.
  for (const wanted of ['fits', 'tight', 'needs-setting'] as const) {
    const memoryGB = smallest(wanted);
    if (memoryGB !== null) return { status: memoryGB === comfortableGB ? 'comfortable' : wanted, memoryGB, comfortableGB };
  }
  return { status: 'no', memoryGB: null, comfortableGB };
};

/**
 * One selection answered: what the model needs, what that means for every memory size, and the smallest size to buy.
 * Sizes are those of `gpuLimits`, from small to large.
 */
export const answer = <Mac>(request: AnswerRequest<Mac>): Answer<Mac> => {
  const { macos, gpuLimits, macsWith } = request;
  const need = memoryNeed(request);
  const weightsBytes = need.terms.find(({ key }) => key === 'weights')?.bytes ?? 0;
  const sizes = gpuLimits
    .map(({ memoryGB }) => memoryGB)
    .sort((a, b) => a - b)
    .map((memoryGB): SizeAnswer<Mac> => {
      const limits = budget(memoryGB, macos, gpuLimits);
      const macs = macsWith?.(memoryGB) ?? [];
      return {
        memoryGB,
        budget: limits,
        fit: judge({ totalBytes: need.totalBytes, weightsBytes }, limits),
        macs,
        onSale: macsWith === undefined || macs.length > 0,
      };
    });
  return { need: withMargin(need), sizes, verdict: verdictOf(sizes) };
};
