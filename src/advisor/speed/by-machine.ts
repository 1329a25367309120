import type { Range } from '../range.ts';
import type { Machine } from '../recommend/configurations.ts';
import { speedEstimate, type SpeedRequest } from './estimate.ts';
import type { SpeedParameters } from './parameters.ts';
import type { ChipFacts } from './work.ts';

/**
 * Decode speed of one request on any machine, for `evaluator`. Macs with the same chip and bandwidth are equally fast, so each pair is
 * computed once.
 * @returns null for a chip that is not among `chips`, and where there is no basis
 */
export const decodeOn = (
  request: Omit<SpeedRequest, 'chip' | 'memoryGB'>,
  chips: ReadonlyMap<string, ChipFacts>,
  parameters: SpeedParameters,
): ((machine: Pick<Machine, 'chip' | 'memoryGB' | 'bandwidthGBps'>) => Range | null) => {
  const known = new Map<string, Range | null>();
  return ({ chip: id, memoryGB, bandwidthGBps }) => {
    const key = `${id} ${bandwidthGBps}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const chip = chips.get(id);
    const speed = chip === undefined ? null : (speedEstimate({ ...request, chip, memoryGB }, parameters)?.decode ?? null);
    known.set(key, speed);
    return speed;
  };
};
