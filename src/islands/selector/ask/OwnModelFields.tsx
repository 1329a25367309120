import type { OwnModel } from '../../../selector/selection.ts';
import { say, type ToolText } from '../text.ts';
import { NumberField } from './NumberField.tsx';
import { OWN_RULES } from './rules.ts';

interface Props {
  own: OwnModel;
  text: ToolText;
  onChange: (own: OwnModel) => void;
}

/** Keys of the query string. */
const NAMES = { paramsB: 'params', activeParamsB: 'active', layers: 'layers', kvHeads: 'kvheads', headDim: 'headdim' } as const;
const FIELDS = ['paramsB', 'activeParamsB', 'layers', 'kvHeads', 'headDim'] as const;

/** The figures of a model that is not in the list, each with where to find it in a config.json. */
export const OwnModelFields = ({ own, text, onChange }: Props) => (
  <fieldset class="ask-own">
    <legend>{say(text, 'ask.own')}</legend>
    <p class="ask-hint">{say(text, 'ask.own.lead')}</p>
    {FIELDS.map((field) => (
      <NumberField
        key={field}
        id={`ask-own-${field}`}
        name={NAMES[field]}
        label={say(text, `ask.own.${field}`)}
        hint={say(text, `ask.own.${field}.hint`)}
        value={own[field]}
        rule={field === 'activeParamsB' ? { ...OWN_RULES[field], max: Math.min(OWN_RULES[field].max, own.paramsB) } : OWN_RULES[field]}
        text={text}
        onChange={(value) => onChange({ ...own, [field]: value })}
      />
    ))}
  </fieldset>
);
