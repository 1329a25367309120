import type { Need as BareNeed } from '../advisor/budget.ts';
import { MARGIN_BYTES } from '../advisor/overhead.ts';
import type { Range } from '../advisor/range.ts';
import type { Machine } from '../advisor/recommend/configurations.ts';
import type { Unknown } from '../advisor/unknown.ts';
import { GB } from './budgets.ts';
import type { Need, NeedNote, NeedTerm, SpeedUnit, UnknownCode } from './result.ts';

/** How fast one machine is at the task; null where there is no basis. */
export interface MachineSpeed {
  readonly speed: Range | null;
  /** Language models: tokens per second of a prompt as long as the context, and seconds until it is read. */
  readonly prefill: Range | null;
  readonly timeToFirstToken: Range | null;
  /** Language models: mean absolute error of such decode estimates, held out by source, as a part of 1. */
  readonly speedError: number | null;
  /** Language models: false where no chip of the generation was measured and a neighbour stands in. */
  readonly generationMeasured: boolean | null;
}

/** A task in numbers: the same need on every machine, and a speed on each. */
export interface Estimate {
  readonly known: true;
  /** What is held against a budget, which adds the room to keep free itself. */
  readonly bare: BareNeed;
  /** The same as it is shown. */
  readonly need: Need;
  readonly unit: SpeedUnit | null;
  readonly speedOn: (machine: Machine) => MachineSpeed;
}

export interface Unestimated {
  readonly known: false;
  readonly unknown: readonly UnknownCode[];
}

export const NO_SPEED: MachineSpeed = { speed: null, prefill: null, timeToFirstToken: null, speedError: null, generationMeasured: null };

export const notListed = (...what: readonly string[]): Unestimated => ({ known: false, unknown: what.map((one): UnknownCode => `not-listed:${one}`) });

export const unestimated = ({ reason, missing }: Unknown): Unestimated => ({
  known: false,
  unknown: missing.map((part): UnknownCode => `${reason}:${part}`),
});

/** A task’s memory as the advisor gives it. */
interface Memory {
  readonly terms: readonly NeedTerm[];
  readonly totalBytes: number;
  readonly weightsBytes: number;
}

interface About extends Partial<Pick<Need, 'kvTerms' | 'notes'>> {
  /** Files of the model, where they are not what is in memory. */
  readonly fileBytes?: number;
  readonly diskGB: number;
  readonly unit: SpeedUnit | null;
  readonly speedOn: (machine: Machine) => MachineSpeed;
}

/** With the room to keep free counted as overhead, as `withMargin` of the advisor does it, so that bar and verdict agree. */
const shownTerms = (terms: readonly NeedTerm[]): NeedTerm[] =>
  terms.map(({ key, bytes }) => ({ key, bytes: key === 'overhead' ? bytes + MARGIN_BYTES : bytes }));

/** Puts a need together. Speeds are computed once per chip and bandwidth: over a hundred Macs have forty chips. */
export const estimate = (
  { terms, totalBytes, weightsBytes }: Memory,
  { fileBytes = weightsBytes, diskGB, kvTerms = [], notes = [], unit, speedOn }: About,
): Estimate => {
  const known = new Map<string, MachineSpeed>();
  return {
    known: true,
    bare: { totalBytes, weightsBytes },
    need: {
      terms: shownTerms(terms),
      totalBytes: totalBytes + MARGIN_BYTES,
      weightsBytes,
      diskBytes: fileBytes + diskGB * GB,
      kvTerms,
      notes: notes satisfies readonly NeedNote[],
    },
    unit,
    speedOn: (machine) => {
      const key = `${machine.chip} ${machine.bandwidthGBps}`;
      const found = known.get(key) ?? speedOn(machine);
      known.set(key, found);
      return found;
    },
  };
};
