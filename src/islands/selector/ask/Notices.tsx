import { integer } from '../format.ts';
import type { IgnoredValue } from '../../../selector/query.ts';
import type { Selection } from '../../../selector/selection.ts';
import type { SelectorData } from '../../../selector/data.ts';
import type { Locale } from '../../../i18n/locales.ts';
import type { Adjustment } from '../adjust.ts';
import { say, type ToolText } from '../text.ts';

interface Props {
  ignored: readonly IgnoredValue[];
  adjusted: readonly Adjustment[];
  selection: Selection;
  data: SelectorData;
  locale: Locale;
  text: ToolText;
}

const valueOf = (adjustment: Adjustment, selection: Selection, data: SelectorData, locale: Locale): string =>
  adjustment === 'quant' ? (data.quantizations.find(({ id }) => id === selection.quant)?.label[locale] ?? selection.quant) : integer(selection[adjustment]);

/**
 * What was not taken over as asked: values of the address, and settings the model chosen does not have. The status region is always
 * there, so that readers of the screen hear when it is filled.
 */
export const Notices = ({ ignored, adjusted, selection, data, locale, text }: Props) => (
  <div class="ask-notices" role="status">
    {ignored.length > 0 && (
      <div class="ask-notice">
        <p>{say(text, 'ask.ignored')}</p>
        <ul>
          {ignored.map(({ key, value, reason }) => (
            <li key={`${key} ${value}`}>
              <code>
                {key}={value}
              </code>
              {say(text, `ask.ignored.${reason}`)}
            </li>
          ))}
        </ul>
      </div>
    )}
    {adjusted.map((adjustment) => (
      <p key={adjustment} class="ask-notice">
        {say(text, `ask.adjusted.${adjustment}`, { value: valueOf(adjustment, selection, data, locale) })}
      </p>
    ))}
  </div>
);
