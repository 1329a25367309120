import type { Budget } from '../../../advisor/budget.ts';
import type { Need } from '../../../selector/result.ts';
import { gib, partsInGiB } from '../format.ts';
import type { Say } from './say.ts';

interface EntryProps {
  /** Class of the colour in the bar */
  colour: string;
  name: string;
  gib: string;
}

const Entry = ({ colour, name, gib: size }: EntryProps) => (
  <li>
    <svg class="answer-swatch" width="14" height="14" aria-hidden="true">
      <rect class={colour} width="14" height="14" rx="3" />
    </svg>
    {name} <span class="figure">{size}GiB</span>
  </li>
);

interface Props {
  need: Need;
  budget: Budget;
  say: Say;
}

/** The parts of the bar with their sizes, in its order, and what other applications hold. The parts sum to the total as it is printed. */
export const Legend = ({ need, budget: { otherAppsBytes }, say }: Props) => {
  const terms = need.terms.filter(({ bytes }) => bytes > 0);
  const sizes = partsInGiB(terms.map(({ bytes }) => bytes));
  return (
    <ul class="answer-legend">
      {terms.map(({ key }, index) => (
        <Entry key={key} colour={`part-${key}`} name={say(`term.${key}`)} gib={sizes[index] ?? ''} />
      ))}
      {otherAppsBytes > 0 && <Entry colour="bar-others" name={say('term.others')} gib={gib(otherAppsBytes)} />}
    </ul>
  );
};
