import { useState } from 'preact/hooks';
import { readMac, type MacReading } from '../../../selector/paste.ts';
import type { OwnedMac } from '../../../selector/selection.ts';
import { say, type ToolText } from '../text.ts';
import { chipLabel } from './chip-label.ts';
import { CopyCommand } from './CopyCommand.tsx';
import { Field } from './Field.tsx';
import type { AskPart } from './part.ts';
import { SelectField } from './SelectField.tsx';

interface Props extends Pick<AskPart, 'data' | 'catalog'> {
  /** The words of this part */
  text: ToolText;
  onApply: (mac: OwnedMac) => void;
}

/** Prints chip and memory, and with the second part the cores of the GPU, which tell variants of a chip apart. */
const COMMAND = 'system_profiler SPHardwareDataType SPDisplaysDataType';

/** The variants a reading can mean that come with the memory it found. */
const usable = ({ chips, memoryGB }: MacReading, catalog: AskPart['catalog']): string[] =>
  memoryGB === null ? [] : chips.filter((id) => catalog.chips.some((chip) => chip.id === id && chip.memoryOptionsGB.includes(memoryGB)));

/** A text to paste, and the chip and memory read from it. What was read is shown before it counts; the text never leaves the page. */
export const PasteForm = ({ data, catalog, text, onApply }: Props) => {
  const [pasted, setPasted] = useState('');
  const [picked, setPicked] = useState<string>();
  const [applied, setApplied] = useState(false);
  const reading = pasted.trim() === '' ? null : readMac(pasted, catalog);
  const variants = reading === null ? [] : usable(reading, catalog);
  const chip = picked !== undefined && variants.includes(picked) ? picked : variants[0];
  const nameOf = (id: string): string => {
    const found = data.chips.find((one) => one.id === id);
    return found === undefined ? id : chipLabel(found, data.chips, text);
  };
  // Until one of several is picked only what the text says is said.
  const isOpen = variants.length > 1 && picked === undefined && !applied;
  const chipText = chip === undefined || isOpen ? (reading?.chipName ?? '') : nameOf(chip);
  const values = { chip: chipText, gb: reading?.memoryGB ?? '', gpu: reading?.gpuCores ?? '' };
  return (
    <div class="ask-folded">
      <p>{say(text, 'ask.paste.how')}</p>
      <CopyCommand command={COMMAND} text={text} />
      <Field id="ask-paste" label={say(text, 'ask.paste.field')} hint={say(text, 'ask.paste.private')}>
        <textarea
          id="ask-paste"
          rows={4}
          aria-describedby="ask-paste-hint"
          autocomplete="off"
          spellcheck={false}
          placeholder={'Chip: Apple M4 Pro\nMemory: 24 GB'}
          value={pasted}
          onInput={(event) => {
            setPasted(event.currentTarget.value);
            setApplied(false);
          }}
        />
      </Field>
      <div role="status" class="ask-reading">
        {reading !== null && (reading.problems.length > 0 || chip === undefined) && (
          <ul class="ask-problems">
            {(reading.problems.length > 0 ? reading.problems : (['memory-not-offered'] as const)).map((problem) => (
              <li key={problem}>{say(text, `ask.paste.${problem}`, values)}</li>
            ))}
          </ul>
        )}
        {chip !== undefined && <p>{say(text, applied ? 'ask.paste.applied' : 'ask.paste.read', values)}</p>}
      </div>
      {chip !== undefined && variants.length > 1 && (
        <SelectField
          id="ask-paste-chip"
          label={say(text, 'ask.paste.which')}
          value={chip}
          groups={[{ label: null, options: variants.map((id) => ({ value: id, label: nameOf(id) })) }]}
          onChange={(id) => {
            setPicked(id);
            setApplied(false);
          }}
        />
      )}
      {chip !== undefined && reading !== null && reading.memoryGB !== null && (
        <button
          type="button"
          class="button"
          onClick={() => {
            onApply({ chip, memoryGB: reading.memoryGB ?? 0 });
            setApplied(true);
          }}
        >
          {say(text, 'ask.paste.apply')}
        </button>
      )}
    </div>
  );
};
