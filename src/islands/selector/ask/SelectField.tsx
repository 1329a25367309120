import type { ComponentChildren } from 'preact';
import { describedBy, Field } from './Field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface OptionGroup {
  /** Null for options that stand alone. */
  readonly label: string | null;
  readonly options: readonly Option[];
}

interface Props {
  id: string;
  /** Key of the query string, for a submit without JavaScript; without one the choice is not sent. */
  name?: string;
  label: string;
  hint?: ComponentChildren;
  value: string;
  groups: readonly OptionGroup[];
  onChange: (value: string) => void;
}

const Options = ({ options }: { options: readonly Option[] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

/** One group per key, in the order in which the keys first appear. */
export const groupBy = <T,>(items: readonly T[], keyOf: (item: T) => string, optionOf: (item: T) => Option): OptionGroup[] => {
  const groups = new Map<string, Option[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), optionOf(item)]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
};

/** A native list to choose one thing from. */
export const SelectField = ({ id, name, label, hint, value, groups, onChange }: Props) => (
  <Field id={id} label={label} hint={hint}>
    <select
      id={id}
      name={name}
      autocomplete="off"
      aria-describedby={describedBy(id, { hint: hint !== undefined })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {groups.map(({ label: group, options }) =>
        group === null ? (
          <Options key="" options={options} />
        ) : (
          <optgroup key={group} label={group}>
            <Options options={options} />
          </optgroup>
        ),
      )}
    </select>
  </Field>
);
