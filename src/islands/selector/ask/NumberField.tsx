import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { integer } from '../format.ts';
import { describedBy, Field } from './Field.tsx';
import { isUnfinished, readNumber, type NumberReading, type NumberRule } from './numbers.ts';
import { say, type ToolText } from '../text.ts';

interface Props {
  id: string;
  /** Key of the query string, for a submit without JavaScript. */
  name: string;
  label: string;
  hint?: ComponentChildren;
  /** Written after the field: GB, tokens. */
  unit?: string;
  value: number | null;
  rule: NumberRule;
  /** Values many people have, offered while typing. */
  typical?: readonly { readonly value: number; readonly label: string }[];
  /** Another way to the same value, below the field: a slider. */
  children?: ComponentChildren;
  text: ToolText;
  onChange: (value: number | null) => void;
}

/** What somebody is typing, and what the value was meanwhile. */
interface Draft {
  readonly typed: string;
  readonly over: number | null;
  /** After leaving the field nothing is “unfinished” any more. */
  readonly left: boolean;
}

/** Large numbers with marks between thousands; `0.5` as it is. */
const shown = (value: number): string => (Number.isInteger(value) ? integer(value) : String(value));

const problemOf = (draft: Draft | undefined, reading: NumberReading | undefined, { rule, value, text }: Props): string | undefined => {
  if (draft === undefined || reading === undefined || reading.ok) return undefined;
  if (!draft.left && isUnfinished(draft.typed, reading.problem)) return undefined;
  const what = say(text, `ask.number.${reading.problem}`, { min: shown(rule.min), max: shown(rule.max) });
  return value === null ? what : say(text, 'ask.number.stays', { problem: what, value: shown(value) });
};

/**
 * A number typed by hand. Only a number the field takes reaches the selection; anything else stays in the field with a message, and the
 * last good value goes on counting. The field is of type text: a number field of a browser drops full-width digits.
 */
export const NumberField = (props: Props) => {
  const { id, name, label, hint, unit, value, rule, typical, children, onChange } = props;
  const [draft, setDraft] = useState<Draft>();
  const reading = draft && readNumber(draft.typed, rule);
  // A value that came from elsewhere meanwhile (slider, suggestion, link) goes before what was typed.
  const current = draft !== undefined && (value === draft.over || (reading?.ok === true && reading.value === value)) ? draft : undefined;
  const error = problemOf(current, current && reading, props);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <span class="ask-number">
        <input
          id={id}
          name={name}
          type="text"
          inputMode={rule.whole ? 'numeric' : 'decimal'}
          autocomplete="off"
          list={typical && `${id}-typical`}
          aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
          aria-invalid={error !== undefined}
          value={current?.typed ?? (value === null ? '' : String(value))}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            setDraft({ typed, over: value, left: false });
            const now = readNumber(typed, rule);
            if (now.ok && now.value !== value) onChange(now.value);
          }}
          onBlur={() => setDraft(current && reading?.ok === false ? { ...current, left: true } : undefined)}
        />
        {unit !== undefined && <span class="ask-unit">{unit}</span>}
      </span>
      {children}
      {typical && (
        <datalist id={`${id}-typical`}>
          {typical.map((one) => (
            <option key={one.label} value={one.value} label={one.label} />
          ))}
        </datalist>
      )}
    </Field>
  );
};
