import type { Operator } from '../schemas/operator-table.ts';

/** How an operator gets done on a Mac, from best to worst: its own kernel, other operators, the CPU on request, not at all. */
export const WAYS = ['native', 'composite', 'fallback', 'none'] as const;
export type Way = (typeof WAYS)[number];

export const wayOf = ({ mps, cpuFallback }: Pick<Operator, 'mps' | 'cpuFallback'>): Way => (mps === 'none' && cpuFallback ? 'fallback' : mps);

/** How many operators take each way. */
export const countWays = (operators: readonly Pick<Operator, 'mps' | 'cpuFallback'>[]): Record<Way, number> => {
  const counts: Record<Way, number> = { native: 0, composite: 0, fallback: 0, none: 0 };
  for (const operator of operators) counts[wayOf(operator)]++;
  return counts;
};
