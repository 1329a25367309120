import { largestDiskBytes, type Configuration, type Machine } from '../advisor/recommend/configurations.ts';
import type { Judgement } from '../advisor/recommend/evaluate.ts';
import type { Assessment, Exclusion } from '../advisor/recommend/limits.ts';
import type { CandidateReason } from '../advisor/recommend/recommend.ts';
import { GB } from './budgets.ts';
import type { Estimate } from './estimate.ts';
import { measuredOn } from './measured.ts';
import type { Prepared } from './prepare.ts';
import type { MachineView } from './result.ts';
import type { Selection } from './selection.ts';

/** Id of a chip and its memory in whatever case, as a link names the Mac in hand: `m2-8/16`. */
export const handId = ({ chip, memoryGB }: Pick<Machine, 'chip' | 'memoryGB'>): string => `${chip}/${memoryGB}`;

/** What a machine is shown with, for one answer. */
export interface Showing {
  readonly selection: Selection;
  readonly prepared: Prepared;
  readonly estimate: Estimate;
}

const judged = (machine: Machine, { budget, fit }: Judgement, { selection, prepared, estimate }: Showing) => ({
  chip: machine.chip,
  memoryGB: machine.memoryGB,
  budget,
  fit,
  unit: estimate.unit,
  ...estimate.speedOn(machine),
  measured: measuredOn(machine.chip, selection, prepared),
});

/** A Mac of the shop. */
export const shopView = (one: Assessment & { readonly reasons?: readonly CandidateReason[] }, showing: Showing): MachineView => {
  const { configuration, price, foreignPrice, reasons = [], exclusions } = one;
  const { id, mac, fan, portable, onSale } = configuration;
  const largest = largestDiskBytes(configuration);
  return {
    id,
    mac,
    ...judged(configuration, one, showing),
    price,
    foreignPrice,
    fan,
    portable,
    onSale,
    largestDiskGB: largest > 0 ? largest / GB : null,
    reasons,
    exclusions,
  };
};

/** What all Macs that were sold with this chip and memory have in common; null where they differ or there are none. */
const shared = <T>(machine: Machine, { configurations }: Prepared, of: (configuration: Configuration) => T): T | null => {
  const [first, ...others] = configurations.filter(({ chip, memoryGB }) => chip === machine.chip && memoryGB === machine.memoryGB).map(of);
  return first !== undefined && others.every((other) => other === first) ? first : null;
};

/** A chip and its memory: the Mac in hand. Which Mac it is in is known only where there is but one. */
export const handView = (machine: Machine, judgement: Judgement, exclusions: readonly Exclusion[], showing: Showing): MachineView => ({
  id: handId(machine),
  mac: shared(machine, showing.prepared, ({ mac }) => mac),
  ...judged(machine, judgement, showing),
  price: null,
  foreignPrice: null,
  fan: shared(machine, showing.prepared, ({ fan }) => fan),
  portable: shared(machine, showing.prepared, ({ portable }) => portable),
  onSale: null,
  largestDiskGB: null,
  reasons: [],
  exclusions,
});
