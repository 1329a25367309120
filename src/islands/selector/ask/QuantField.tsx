import type { SelectorQuantization } from '../../../selector/data.ts';
import { SelectField, type Option, type OptionGroup } from './SelectField.tsx';
import type { AskPart } from './part.ts';
import { say } from '../text.ts';

interface Props extends Pick<AskPart, 'locale' | 'text'> {
  /** The quantizations the chosen model comes in. */
  quantizations: readonly SelectorQuantization[];
  /** By the programs that read them; false where the format says nothing about the program. */
  engines: boolean;
  value: string;
  onChange: (id: string) => void;
}

/** The usual ones of each engine first, the many others below. */
const GROUPS = [
  { engine: 'llama.cpp', common: true, label: 'ask.quant.llamacpp' },
  { engine: 'mlx', common: true, label: 'ask.quant.mlx' },
  { engine: 'llama.cpp', common: false, label: 'ask.quant.llamacpp.others' },
  { engine: 'mlx', common: false, label: 'ask.quant.mlx.others' },
] as const;

export const QuantField = ({ quantizations, engines, value, locale, text, onChange }: Props) => {
  const option = ({ id, label }: SelectorQuantization): Option => ({ value: id, label: label[locale] });
  const byEngine = GROUPS.map(({ engine, common, label }): OptionGroup => ({
    label: say(text, label),
    options: quantizations.filter((one) => one.engine === engine && one.common === common).map(option),
  })).filter(({ options }) => options.length > 0);
  return (
    <SelectField
      id="ask-quant"
      name="quant"
      label={say(text, 'ask.quant')}
      hint={quantizations.find(({ id }) => id === value)?.note[locale]}
      value={value}
      groups={engines ? byEngine : [{ label: null, options: quantizations.map(option) }]}
      onChange={onChange}
    />
  );
};
