import type { MachineView, Need } from '../../../selector/result.ts';
import { machineName } from './names.ts';
import { priceLine } from './PriceLine.tsx';
import type { Shared } from './shared.ts';
import { Sources } from './Sources.tsx';
import { Worked } from './Worked.tsx';
import { WorkedDisk, WorkedLimit, WorkedNeed } from './WorkedMemory.tsx';
import { WorkedDecode, WorkedPrefill, WorkedSpeed } from './WorkedSpeed.tsx';

const WorkedPrice = ({ machine, at }: { machine: MachineView; at: Shared }) => (
  <Worked formula={at.say('worked.price.formula')} rows={[{ label: machineName(machine, at), value: priceLine(machine, at) }]}>
    <Sources of={['macs']} at={at} />
  </Worked>
);

interface Props {
  /** Which number, by its key under `worked.` */
  of: WorkedNumber;
  machine: MachineView;
  need: Need;
  at: Shared;
}

const PARTS = {
  need: WorkedNeed,
  limit: WorkedLimit,
  decode: WorkedDecode,
  prefill: WorkedPrefill,
  speed: WorkedSpeed,
  disk: WorkedDisk,
  price: WorkedPrice,
} as const;

export type WorkedNumber = keyof typeof PARTS;

export const WORKED = Object.keys(PARTS) as readonly WorkedNumber[];

/** One number with formula, inputs, sum and sources. All of them load as one, when the first is opened. */
export const WorkedPart = ({ of, ...props }: Props) => {
  const Part = PARTS[of];
  return <Part {...props} />;
};
