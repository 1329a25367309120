import { useRef } from 'preact/hooks';
import { kindByName } from '../../../portability/read/kind-by-name.ts';
import type { Input } from '../state.ts';
import type { Say } from '../text.ts';

interface Props {
  inputs: readonly Input[];
  say: Say;
  onRemove: (key: number) => void;
  onClear: () => void;
}

/** Entries shown one by one; more are counted. */
const SHOWN = 30;

/** The files that will be checked, beside what stands in the text field. */
export const InputList = ({ inputs, say, onRemove, onClear }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  if (inputs.length === 0) return null;
  const nameOf = ({ path, key }: Input): string => (path === '' ? say('inputs.pasted', { number: key + 1 }) : path);
  // The button that had the focus goes with its entry.
  const removed = (remove: () => void) => (): void => {
    remove();
    heading.current?.focus();
  };
  return (
    <section class="checker-inputs" aria-labelledby="checker-inputs">
      <header>
        <h2 id="checker-inputs" ref={heading} tabIndex={-1}>
          {say('inputs', { count: inputs.length })}
        </h2>
        <button type="button" class="checker-link" onClick={onClear}>
          {say('inputs.clear')}
        </button>
      </header>
      <ul>
        {inputs.slice(0, SHOWN).map((input) => (
          <li key={input.key}>
            <span class="checker-path">{nameOf(input)}</span>
            <span class="checker-soft">
              {say(`kind.${kindByName(input.path) ?? 'none'}`)} · {say('inputs.lines', { count: input.lines })}
            </span>
            <button
              type="button"
              class="checker-link"
              aria-label={say('inputs.remove.name', { name: nameOf(input) })}
              onClick={removed(() => onRemove(input.key))}
            >
              {say('inputs.remove')}
            </button>
          </li>
        ))}
      </ul>
      {inputs.length > SHOWN && <p class="checker-soft">{say('inputs.more', { count: inputs.length - SHOWN })}</p>}
    </section>
  );
};
