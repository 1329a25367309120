import { integer } from '../format.ts';
import { contextLimits } from '../../../selector/catalog.ts';
import { CACHE_CHOICES, type Selection } from '../../../selector/selection.ts';
import { say, type ToolText } from '../text.ts';
import { NumberField } from './NumberField.tsx';
import type { AskPart } from './part.ts';
import { SEQUENCES_RULE } from './rules.ts';
import { SelectField } from './SelectField.tsx';
import { TokensField } from './TokensField.tsx';

const cacheSummary = ({ cacheType, sequences }: Selection, text: ToolText): string =>
  [say(text, `ask.cache.${cacheType}.short`), say(text, 'ask.seq.short', { count: sequences })].join(say(text, 'ask.and'));

/** How long a conversation may get, and, folded away, how its cache is kept and how many run at once. */
export const LanguageFields = ({ selection, catalog, text, set }: AskPart) => {
  const { min, max } = contextLimits('llm', selection.model, catalog);
  return (
    <>
      <TokensField
        id="ask-ctx"
        name="ctx"
        label={say(text, 'ask.ctx')}
        sliderLabel={say(text, 'ask.ctx.slider')}
        hint={say(text, 'ask.ctx.hint', { min: integer(min), max: integer(max) })}
        value={selection.contextTokens}
        min={min}
        max={max}
        text={text}
        onChange={(contextTokens) => set({ contextTokens })}
      />
      <details class="ask-more">
        <summary>
          {say(text, 'ask.more')}
          <small>{cacheSummary(selection, text)}</small>
        </summary>
        <div class="ask-folded">
          <SelectField
            id="ask-cache"
            name="cache"
            label={say(text, 'ask.cache')}
            hint={say(text, 'ask.cache.hint')}
            value={selection.cacheType}
            groups={[{ label: null, options: CACHE_CHOICES.map((value) => ({ value, label: say(text, `ask.cache.${value}`) })) }]}
            onChange={(value) => set({ cacheType: CACHE_CHOICES.find((choice) => choice === value) ?? 'f16' })}
          />
          <NumberField
            id="ask-seq"
            name="seq"
            label={say(text, 'ask.seq')}
            hint={say(text, 'ask.seq.hint')}
            value={selection.sequences}
            rule={SEQUENCES_RULE}
            text={text}
            onChange={(sequences) => sequences !== null && set({ sequences })}
          />
        </div>
      </details>
    </>
  );
};
