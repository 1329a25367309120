import { useState } from 'preact/hooks';
import type { OwnedMac } from '../../../selector/selection.ts';
import { useLater } from '../later.ts';
import { say } from '../text.ts';
import type { AskPart } from './part.ts';

interface Props extends Pick<AskPart, 'data' | 'catalog' | 'text' | 'later'> {
  onApply: (mac: OwnedMac) => void;
}

/** Chip and memory out of a pasted text. Few readers need it, so it loads when it is first opened. */
export const PasteMac = ({ data, catalog, text, later, onApply }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const { value, failed } = useLater(async () => {
    const [{ PasteForm }, words] = await Promise.all([import('./PasteForm.tsx'), later.paste()]);
    return { PasteForm, words };
  }, isOpen);
  return (
    <details class="ask-paste needs-js" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(text, 'ask.paste')}</summary>
      {value === null ? (
        <p role="status">{isOpen && say(text, failed ? 'later.failed' : 'later.loading')}</p>
      ) : (
        <value.PasteForm data={data} catalog={catalog} text={{ ...text, ...value.words }} onApply={onApply} />
      )}
    </details>
  );
};
