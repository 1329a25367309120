import type { OwnedMac } from '../../../selector/selection.ts';
import { LaterDetails } from '../LaterPart.tsx';
import { say } from '../text.ts';
import type { AskPart } from './part.ts';

interface Props extends Pick<AskPart, 'data' | 'catalog' | 'text' | 'later'> {
  onApply: (mac: OwnedMac) => void;
}

/** Chip and memory out of a pasted text. Few readers need it, so it loads when it is first opened. */
export const PasteMac = ({ data, catalog, text, later, onApply }: Props) => (
  <LaterDetails class="ask-paste needs-js" summary={say(text, 'ask.paste')} load={later} text={text}>
    {({ PasteForm, text: words }) => <PasteForm data={data} catalog={catalog} text={words} onApply={onApply} />}
  </LaterDetails>
);
