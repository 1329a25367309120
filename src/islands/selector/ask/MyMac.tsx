import { useRef } from 'preact/hooks';
import type { OwnedMac } from '../../../selector/selection.ts';
import { say } from '../text.ts';
import { OwnedFields } from './OwnedFields.tsx';
import type { AskPart } from './part.ts';
import { PurchaseFields } from './PurchaseFields.tsx';
import { RadioField } from './RadioField.tsx';

/** A Mac many people have, until somebody says which one theirs is. */
const USUAL: OwnedMac = { chip: 'm4-10', memoryGB: 16 };

/** Which Mac: the one in hand, or what the one to buy may cost. Going back and forth loses nothing. */
export const MyMac = (part: AskPart) => {
  const { selection, text, set } = part;
  const { owned } = selection;
  const latest = useRef(USUAL);
  if (owned !== null) latest.current = owned;
  return (
    <div class="ask-mac">
      <RadioField
        name="mac"
        label={say(text, 'ask.mac')}
        value={owned === null ? 'buy' : 'have'}
        options={[
          { value: 'have', label: say(text, 'ask.mac.have') },
          { value: 'buy', label: say(text, 'ask.mac.buy') },
        ]}
        onChange={(value) => set({ owned: value === 'have' ? latest.current : null })}
      />
      {owned === null ? <PurchaseFields {...part} /> : <OwnedFields {...part} owned={owned} />}
    </div>
  );
};
