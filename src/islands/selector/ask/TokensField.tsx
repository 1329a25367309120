import type { ComponentChildren } from 'preact';
import { integer } from '../format.ts';
import { useFrameValue } from './frame.ts';
import { NumberField } from './NumberField.tsx';
import { powerStops, stopOf } from './stops.ts';
import { say, type ToolText } from '../text.ts';

interface Props {
  id: string;
  name: string;
  label: string;
  /** Name of the slider, which has no label of its own. */
  sliderLabel: string;
  hint?: ComponentChildren;
  value: number;
  min: number;
  max: number;
  text: ToolText;
  onChange: (tokens: number) => void;
}

/** A count of tokens: a slider over powers of two, and a number beside it for everything between. */
export const TokensField = ({ id, name, label, sliderLabel, hint, value, min, max, text, onChange }: Props) => {
  const frame = useFrameValue(onChange);
  const stops = powerStops(min, max);
  const tokensAt = (place: string): number => stops[Number(place)] ?? value;
  return (
    <NumberField
      id={id}
      name={name}
      label={label}
      hint={hint}
      unit={say(text, 'ask.unit.tokens')}
      value={value}
      rule={{ min, max, whole: true, suffixes: { k: 1024 } }}
      text={text}
      onChange={(tokens) => tokens !== null && onChange(tokens)}
    >
      <input
        type="range"
        autocomplete="off"
        aria-label={sliderLabel}
        aria-valuetext={say(text, 'ask.tokens', { tokens: integer(value) })}
        min={0}
        max={stops.length - 1}
        step={1}
        value={stopOf(value, stops)}
        onInput={(event) => frame.put(tokensAt(event.currentTarget.value))}
        onChange={() => frame.flush()}
      />
    </NumberField>
  );
};
