import type { Need } from '../../../selector/result.ts';
import { partsInGiB } from '../format.ts';
import type { Say } from './say.ts';

/** The colour of a part, beside its name. */
export const Swatch = ({ term }: { term: string }) => (
  <svg class="answer-swatch" width="14" height="14" aria-hidden="true">
    <rect class={`part-${term}`} width="14" height="14" rx="3" />
  </svg>
);

/** The parts of the bar with their sizes, in its order. They sum to the total as it is printed. */
export const Legend = ({ need, say }: { need: Need; say: Say }) => {
  const terms = need.terms.filter(({ bytes }) => bytes > 0);
  const sizes = partsInGiB(terms.map(({ bytes }) => bytes));
  return (
    <ul class="answer-legend">
      {terms.map(({ key }, index) => (
        <li key={key}>
          <Swatch term={key} />
          {say(`term.${key}`)} <span class="figure">{sizes[index]}GiB</span>
        </li>
      ))}
    </ul>
  );
};
