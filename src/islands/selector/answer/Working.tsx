import type { MachineView, Need } from '../../../selector/result.ts';
import { machineName } from './names.ts';
import { isInHand, priceLine } from './PriceLine.tsx';
import type { Shared } from './shared.ts';
import { Sources } from './Sources.tsx';
import { Worked } from './Worked.tsx';
import { WorkedDisk, WorkedLimit, WorkedNeed } from './WorkedMemory.tsx';
import { WorkedSpeed } from './WorkedSpeed.tsx';

const WorkedPrice = ({ machine, at }: { machine: MachineView; at: Shared }) => (
  <Worked title={at.say('worked.price')} formula={at.say('worked.price.formula')} rows={[{ label: machineName(machine, at), value: priceLine(machine, at) }]}>
    <Sources of={['macs']} at={at} />
  </Worked>
);

/** Every number of the first machine: formula, inputs, sum, sources, and how far such numbers have been off. */
export const Working = ({ machine, need, at }: { machine: MachineView; need: Need; at: Shared }) => (
  <section class="answer-working" aria-labelledby="answer-working">
    <h3 id="answer-working">{at.say('worked.title')}</h3>
    <p class="answer-soft">{at.say('worked.lead', { mac: machineName(machine, at) })}</p>
    <WorkedNeed need={need} at={at} />
    <WorkedLimit machine={machine} at={at} />
    <WorkedSpeed machine={machine} need={need} at={at} />
    <WorkedDisk need={need} at={at} />
    {!isInHand(machine) && <WorkedPrice machine={machine} at={at} />}
  </section>
);
