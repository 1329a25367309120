import { MOST_COMPARED } from '../../../selector/selection.ts';
import type { MachineView } from '../../../selector/result.ts';
import { machineName } from './names.ts';
import type { Shared } from './shared.ts';

/** Takes a machine into the comparison or out of it. With three in it, only those can be changed. */
export const CompareBox = ({ machine, at }: { machine: MachineView; at: Shared }) => {
  const { say, selection, apply, awake } = at;
  const { compare } = selection;
  const checked = compare.includes(machine.id);
  const toggle = (): void => apply({ compare: checked ? compare.filter((id) => id !== machine.id) : [...compare, machine.id] });
  return (
    <label class="answer-compare-box needs-js">
      <input type="checkbox" checked={checked} disabled={!awake || (!checked && compare.length >= MOST_COMPARED)} onChange={toggle} />
      {say('compare.add')}
      <span class="visually-hidden">{machineName(machine, at)}</span>
    </label>
  );
};
