import type { Option } from './SelectField.tsx';

interface Props {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
}

/** Two or three choices side by side, as radio buttons that look like one switch. The heading above says the same as the label, which only a screen reader needs. */
export const RadioField = ({ name, label, value, options, onChange }: Props) => (
  <fieldset class="ask-switch">
    <legend class="visually-hidden">{label}</legend>
    <div>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
