import { VERDICTS, type Verdict } from '../schemas/verdict.ts';

/** Verdicts as numbers, the best first. */
export const rankOf = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

/** The worst of several verdicts; `runs` of none. */
export const worst = (verdicts: readonly Verdict[]): Verdict => verdicts.reduce<Verdict>((a, b) => (rankOf(b) > rankOf(a) ? b : a), 'runs');
