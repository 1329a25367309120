import type { Range } from '../advisor/range.ts';

/** Three significant digits: more would claim what an estimate cannot know. */
const rounded = (value: number): number => Number(value.toPrecision(3));

export const roundRange = ({ low, mid, high }: Range): Range => ({ low: rounded(low), mid: rounded(mid), high: rounded(high) });
