import { integer } from '../format.ts';
import { sequenceLimits } from '../../../selector/catalog.ts';
import { KIND_OF } from '../../../selector/selection.ts';
import { say } from '../text.ts';
import { NumberField } from './NumberField.tsx';
import type { AskPart } from './part.ts';
import { BATCH_RULE } from './rules.ts';
import { TokensField } from './TokensField.tsx';

interface Props extends AskPart {
  /** Whether examples to train on or texts to embed are meant. */
  of: 'training' | 'embedding';
}

/** How long one piece of text is, and how many are worked on at once. */
export const BatchFields = ({ of, selection, catalog, text, set }: Props) => {
  const { min, max } = sequenceLimits(KIND_OF[selection.task], selection.model, catalog);
  return (
    <>
      <TokensField
        id="ask-len"
        name="len"
        label={say(text, `ask.len.${of}`)}
        sliderLabel={say(text, 'ask.len.slider')}
        hint={say(text, 'ask.len.hint', { min: integer(min), max: integer(max) })}
        value={selection.sequenceTokens}
        min={min}
        max={max}
        text={text}
        onChange={(sequenceTokens) => set({ sequenceTokens })}
      />
      <NumberField
        id="ask-batch"
        name="batch"
        label={say(text, `ask.batch.${of}`)}
        hint={say(text, `ask.batch.${of}.hint`)}
        value={selection.batch}
        rule={BATCH_RULE}
        text={text}
        onChange={(batch) => batch !== null && set({ batch })}
      />
    </>
  );
};
