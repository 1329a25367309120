import { budget, judge, type Budget, type BudgetSettings, type Fit, type Need } from '../budget.ts';
import type { Range } from '../range.ts';
import type { GpuLimitFacts, MacosEra } from '../types.ts';
import type { Machine } from './configurations.ts';

/** What one machine means for a task. */
export interface Judgement {
  readonly needBytes: number;
  readonly budget: Budget;
  readonly fit: Fit;
  /** How fast, in a unit of the task where more is better (tokens or images per second); null where there is no basis for an estimate. */
  readonly speed: Range | null;
}

/** Judges a machine for a task. A configuration is a machine too, so one function serves the Macs of the shop and the one in hand. */
export type Evaluate = (machine: Machine) => Judgement;

/** The budget of each memory size, computed once: there are a dozen sizes, and over a hundred configurations to judge by them. */
export const budgets = (era: MacosEra, facts: readonly GpuLimitFacts[], settings: BudgetSettings = {}): ((memoryGB: number) => Budget) => {
  const known = new Map<number, Budget>();
  return (memoryGB) => {
    const found = known.get(memoryGB) ?? budget(memoryGB, era, facts, settings);
    known.set(memoryGB, found);
    return found;
  };
};

/**
 * `Evaluate` for a need that is the same on every machine, as it is for a model, a quantization and a context: the need is computed once
 * by the caller, and judging a machine is a few comparisons.
 * @param speedOf left out where there is no basis for an estimate
 */
export const evaluator =
  (need: Need, budgetOf: (memoryGB: number) => Budget, speedOf: (machine: Machine) => Range | null = () => null): Evaluate =>
  (machine) => {
    const limits = budgetOf(machine.memoryGB);
    return { needBytes: need.totalBytes, budget: limits, fit: judge(need, limits), speed: speedOf(machine) };
  };
