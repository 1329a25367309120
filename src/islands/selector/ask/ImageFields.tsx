import { say } from '../text.ts';
import { NumberField } from './NumberField.tsx';
import type { AskPart } from './part.ts';
import { STEPS_RULE } from './rules.ts';
import { SelectField } from './SelectField.tsx';

/** Widths people ask for. One from a link that is not among them is added. */
const SIZES = [512, 768, 1024, 1280, 1536, 2048];

/** How large the image is, and in how many steps it is made. */
export const ImageFields = ({ selection, text, set }: AskPart) => {
  const sizes = [...new Set([...SIZES, selection.imagePx])].sort((a, b) => a - b);
  return (
    <div class="ask-row">
      <SelectField
        id="ask-px"
        name="px"
        label={say(text, 'ask.px')}
        value={String(selection.imagePx)}
        groups={[{ label: null, options: sizes.map((px) => ({ value: String(px), label: say(text, 'ask.px.size', { px }) })) }]}
        onChange={(px) => set({ imagePx: Number(px) })}
      />
      <NumberField
        id="ask-steps"
        name="steps"
        label={say(text, 'ask.steps')}
        hint={say(text, 'ask.steps.hint')}
        value={selection.steps}
        rule={STEPS_RULE}
        text={text}
        onChange={(steps) => steps !== null && set({ steps })}
      />
    </div>
  );
};
