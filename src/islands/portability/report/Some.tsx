import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Say } from '../text.ts';

interface Props<T> {
  of: readonly T[];
  /** How many are shown at first, and how many more with each press. */
  first: number;
  say: Say;
  children: (one: T, place: number) => ComponentChildren;
}

/** More entries than this make a page slow; the Markdown holds all. */
const MOST = 500;

/** The first entries of a list, and a button for more. */
export const Some = <T,>({ of, first, say, children }: Props<T>) => {
  const [count, setCount] = useState(first);
  const shown = Math.min(count, MOST);
  const rest = of.length - shown;
  return (
    <>
      <ul>{of.slice(0, shown).map(children)}</ul>
      {rest > 0 &&
        (shown < MOST ? (
          <button type="button" class="checker-link" onClick={() => setCount((before) => before * 5)}>
            {say('show-more', { count: Math.min(rest, shown * 4, MOST - shown) })}
          </button>
        ) : (
          <p class="report-soft">{say('rest', { count: rest })}</p>
        ))}
    </>
  );
};
