import { TRAINING_METHODS } from '../../../advisor/training/types.ts';
import { hasMethod } from '../../../selector/transition.ts';
import { say } from '../text.ts';
import type { AskPart } from './part.ts';
import { SelectField } from './SelectField.tsx';

/** What is trained, and in which format: the methods of the task, with what the chosen one means. */
export const MethodField = ({ selection, text, set }: AskPart) => (
  <SelectField
    id="ask-method"
    name="method"
    label={say(text, 'ask.method')}
    hint={say(text, `ask.method.${selection.method}.means`)}
    value={selection.method}
    groups={[
      {
        label: null,
        options: TRAINING_METHODS.filter((method) => hasMethod(selection.task, method)).map((value) => ({ value, label: say(text, `ask.method.${value}`) })),
      },
    ]}
    onChange={(value) => {
      const method = TRAINING_METHODS.find((one) => one === value);
      if (method !== undefined) set({ method });
    }}
  />
);
