import { gib } from '../format.ts';
import type { MachineView, Need } from '../../../selector/result.ts';
import { CompareBox } from './CompareBox.tsx';
import { speedText } from './figures.ts';
import { MemoryBar } from './MemoryBar.tsx';
import { fullName, machineName } from './names.ts';
import { priceLine } from './PriceLine.tsx';
import type { Shared } from './shared.ts';
import { StatusBadge } from './StatusBadge.tsx';

interface Props {
  machines: readonly MachineView[];
  need: Need;
  /** How many there are in all; the list shows the first */
  count: number;
  title: string;
  at: Shared;
}

const Candidate = ({ machine, need, at }: { machine: MachineView; need: Need; at: Shared }) => {
  const { say } = at;
  const { fit, budget, speed, unit } = machine;
  return (
    <li class={`status-${fit.status}`}>
      <div class="answer-candidate-head">
        <strong>{machineName(machine, at)}</strong>
        <StatusBadge status={fit.status} say={say} />
        <CompareBox machine={machine} at={at} />
      </div>
      <MemoryBar need={need} budget={budget} say={say} small />
      <p class="answer-soft">
        {[
          speed === null || unit === null ? say('speed.unknown') : speedText(speed, unit, say),
          say('bar.limit', { limit: gib(budget.gpuLimitBytes) }),
          fullName(machine, at),
        ].join(' · ')}
        <br />
        {priceLine(machine, at)}
      </p>
    </li>
  );
};

/** Candidates shown at once; the rest folds away. */
const SHOWN = 4;

const List = ({ machines, need, at }: Pick<Props, 'machines' | 'need' | 'at'>) => (
  <ol>
    {machines.map((machine) => (
      <Candidate key={machine.id} machine={machine} need={need} at={at} />
    ))}
  </ol>
);

/** The further machines that do it, in the order of the advice. */
export const Candidates = ({ machines, need, count, title, at }: Props) => {
  const rest = machines.slice(SHOWN);
  return (
    <section class="answer-candidates" aria-labelledby="answer-others">
      <h3 id="answer-others">{title}</h3>
      <List machines={machines.slice(0, SHOWN)} need={need} at={at} />
      {rest.length > 0 && (
        <details>
          <summary>{at.say('others.rest', { count: rest.length })}</summary>
          <List machines={rest} need={need} at={at} />
          {count > machines.length && <p class="answer-soft">{at.say('others.more', { count: count - machines.length })}</p>}
        </details>
      )}
    </section>
  );
};
