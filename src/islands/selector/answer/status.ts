import type { FitStatus } from '../../../advisor/budget.ts';
import { FIT_MARKS } from '../../../advisor/marks.ts';

/**
 * What stands beside an answer. Beyond how the memory fits: `rent`, it fits and takes too long; `limits`, what fits does not keep the limits;
 * `unknown`, a part of the need is not published.
 */
export type AnswerStatus = FitStatus | 'rent' | 'limits' | 'unknown';

/** A shape for each, so that they can be told apart without colour. */
export const STATUS_MARKS: Readonly<Record<AnswerStatus, string>> = { ...FIT_MARKS, rent: '△', limits: '×', unknown: '？' };
