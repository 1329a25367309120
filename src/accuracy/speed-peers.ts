import { bestConstant, constantErrors, isNear, summarize, type SpeedRow } from './speed.ts';

/** Efficiencies that calculators in use apply to every chip, model and engine. */
export const CONSTANTS = [0.55, 0.7] as const;

/** How good a rule is on a set of rows. Parts of 1. */
export interface RuleSummary {
  readonly rule: 'ours' | 'best' | 'constant';
  /** The constant, where the rule has one. */
  readonly efficiency?: number;
  readonly meanAbsoluteError: number;
  readonly near: number;
}

/** Ours, the best constant chosen with hindsight on these very rows, and the constants in use. */
export const ruleSummaries = (rows: readonly SpeedRow[]): RuleSummary[] => {
  const withConstant = (rule: RuleSummary['rule'], efficiency: number): RuleSummary => {
    const errors = constantErrors(rows, efficiency);
    return {
      rule,
      efficiency,
      meanAbsoluteError: errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length,
      near: errors.filter(isNear).length / errors.length,
    };
  };
  const { meanAbsoluteError, near } = summarize(rows);
  return [
    { rule: 'ours', meanAbsoluteError, near },
    withConstant('best', bestConstant(rows).efficiency),
    ...CONSTANTS.map((efficiency) => withConstant('constant', efficiency)),
  ];
};
