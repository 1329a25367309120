import type { MachineView, Need } from '../../../selector/result.ts';
import { gib, gibNeeded } from '../format.ts';
import { LaterDetails } from '../LaterPart.tsx';
import { durationText, fileText, speedText } from './figures.ts';
import { machineName } from './names.ts';
import { isInHand } from './PriceLine.tsx';
import { withText, type Shared } from './shared.ts';
import type { WorkedNumber } from './WorkedPart.tsx';

interface Props {
  machine: MachineView;
  need: Need;
  at: Shared;
}

/** The numbers of a machine that can be worked out, each with what came out of it. */
const numbersOf = ({ machine, need, at: { say } }: Props): (readonly [WorkedNumber, string])[] => {
  const { speed, unit, timeToFirstToken, budget } = machine;
  const estimated = speed !== null && unit !== null;
  const isTokens = unit === 'tokens-per-second';
  const all = [
    ['need', say('worked.need', { need: gibNeeded(need.totalBytes) })],
    ['limit', say('worked.limit', { usable: gib(budget.usableBytes) })],
    ['decode', estimated && isTokens && say('worked.decode', { speed: speedText(speed, unit, say) })],
    ['prefill', estimated && timeToFirstToken && say('worked.prefill', { time: durationText(timeToFirstToken, say) })],
    ['speed', estimated && !isTokens && say('worked.speed', { speed: speedText(speed, unit, say) })],
    ['disk', say('worked.disk', { files: fileText(need.diskBytes) })],
    ['price', !isInHand(machine) && say('worked.price')],
  ] as const;
  return all.flatMap(([of, title]) => (typeof title === 'string' ? [[of, title] as const] : []));
};

/** Every number of the first machine: formula, inputs, sum, sources, and how far such numbers have been off. What is folded away loads when opened. */
export const Working = ({ machine, need, at }: Props) => {
  const { say, text, later } = at;
  return (
    <section class="answer-working needs-js" aria-labelledby="answer-working">
      <h3 id="answer-working">{say('worked.title')}</h3>
      <p class="answer-soft">{say('worked.lead', { mac: machineName(machine, at) })}</p>
      {numbersOf({ machine, need, at }).map(([of, title]) => (
        <LaterDetails key={of} class="answer-worked" summary={title} load={later} text={text}>
          {({ WorkedPart, text: words }) => <WorkedPart of={of} machine={machine} need={need} at={withText(at, words)} />}
        </LaterDetails>
      ))}
    </section>
  );
};
