import { integer } from '../format.ts';
import { say } from '../text.ts';
import { NumberField } from './NumberField.tsx';
import type { AskPart } from './part.ts';
import { BUDGET_RULE } from './rules.ts';
import { SelectField } from './SelectField.tsx';

/** What the Mac to buy may cost, and in which currency. */
export const PurchaseFields = ({ selection, text, set }: AskPart) => {
  const { currency, maxPrice } = selection;
  return (
    <div class="ask-row">
      <NumberField
        id="ask-budget"
        name="budget"
        label={say(text, 'ask.budget')}
        hint={maxPrice === null ? say(text, 'ask.budget.none') : say(text, `ask.budget.${currency}`, { amount: integer(maxPrice) })}
        value={maxPrice}
        rule={BUDGET_RULE}
        text={text}
        onChange={(amount) => set({ maxPrice: amount })}
      />
      <SelectField
        id="ask-currency"
        name="cur"
        label={say(text, 'ask.currency')}
        value={currency.toLowerCase()}
        groups={[{ label: null, options: (['JPY', 'USD'] as const).map((one) => ({ value: one.toLowerCase(), label: say(text, `ask.currency.${one}`) })) }]}
        // An amount of one currency means nothing in the other.
        onChange={(one) => set({ currency: one === 'usd' ? 'USD' : 'JPY', maxPrice: null })}
      />
    </div>
  );
};
