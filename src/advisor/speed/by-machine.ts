import type { Range } from '../range.ts';
import type { Machine } from '../recommend/configurations.ts';
import { speedEstimate, type SpeedRequest } from './estimate.ts';
import type { SpeedParameters } from './parameters.ts';
import type { ChipFacts } from './work.ts';

/**
 * A speed on any machine, for `evaluator`. Macs with the same chip and bandwidth are equally fast, so each pair is computed once: a hundred
 * Macs have a few dozen chips.
 * @returns null for a chip that is not among `chips`, and where `speedOn` knows none
 */
export const byMachine = <C>(
  chips: ReadonlyMap<string, C>,
  speedOn: (chip: C, memoryGB: number) => Range | null,
): ((machine: Pick<Machine, 'chip' | 'memoryGB' | 'bandwidthGBps'>) => Range | null) => {
  const known = new Map<string, Range | null>();
  return ({ chip: id, memoryGB, bandwidthGBps }) => {
    const key = `${id} ${bandwidthGBps}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const chip = chips.get(id);
    const speed = chip === undefined ? null : speedOn(chip, memoryGB);
    known.set(key, speed);
    return speed;
  };
};

/** Decode speed of one request on any machine; null where there is no basis. */
export const decodeOn = (
  request: Omit<SpeedRequest, 'chip' | 'memoryGB'>,
  chips: ReadonlyMap<string, ChipFacts>,
  parameters: SpeedParameters,
): ReturnType<typeof byMachine> => byMachine(chips, (chip, memoryGB) => speedEstimate({ ...request, chip, memoryGB }, parameters)?.decode ?? null);
