import type { MachineView, Step } from '../../../selector/result.ts';
import { figure, moneyText } from './figures.ts';
import { machineName } from './names.ts';
import { priceLine } from './PriceLine.tsx';
import type { Shared } from './shared.ts';
import { StatusBadge } from './StatusBadge.tsx';

interface Props {
  /** What the step is taken from */
  from: MachineView;
  step: Step;
  kind: 'up' | 'down';
  at: Shared;
}

const priceChange = ({ step: { extraPrice }, at: { say, locale } }: Props): string => {
  if (extraPrice === null) return say('step.price-unknown');
  if (extraPrice.amount === 0) return say('step.same-price');
  return say(extraPrice.amount > 0 ? 'step.dearer' : 'step.cheaper', { money: moneyText(Math.abs(extraPrice.amount), extraPrice.currency, locale) });
};

/** Ratios nearer to 1 than estimates can tell apart. Our choice, that of the advisor’s steps. */
const SAME_SPEED = 0.1;

const speedChange = ({ step: { speedRatio }, at: { say } }: Props): string => {
  if (speedRatio === null) return say('step.speed-unknown');
  if (Math.abs(speedRatio - 1) < SAME_SPEED) return say('step.same-speed');
  return say(speedRatio > 1 ? 'step.faster' : 'step.slower', { times: figure(speedRatio) });
};

/** What a neighbour of the first candidate would change: memory, fit, speed, price. */
export const StepCard = (props: Props) => {
  const { from, step, kind, at } = props;
  const { say } = at;
  const { machine, statusChange } = step;
  const [before, after] = statusChange;
  return (
    <section class={`answer-step status-${after}`} aria-labelledby={`answer-step-${kind}`}>
      <h3 id={`answer-step-${kind}`}>{say(`step.${kind}`, { mac: machineName(from, at) })}</h3>
      <p>
        <strong>{machineName(machine, at)}</strong> <StatusBadge status={after} say={say} />
      </p>
      <ul>
        <li>
          {before === after
            ? say('step.same-status', { status: say(`status.${after}`) })
            : say('step.status', { from: say(`status.${before}`), to: say(`status.${after}`) })}
        </li>
        {machine.memoryGB !== from.memoryGB && <li>{say('step.memory', { from: from.memoryGB, to: machine.memoryGB })}</li>}
        <li>{speedChange(props)}</li>
        <li>{priceChange(props)}</li>
      </ul>
      <p class="answer-soft">{priceLine(machine, at)}</p>
    </section>
  );
};
