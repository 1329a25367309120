import { gib } from '../format.ts';
import { MiB } from '../../../advisor/bytes.ts';
import type { Selection } from '../../../selector/selection.ts';
import { say, type ToolText } from '../text.ts';
import { NumberField } from './NumberField.tsx';
import type { AskPart } from './part.ts';
import { APPS_RULE, DISK_RULE, WIRED_RULE } from './rules.ts';
import { SelectField, type Option } from './SelectField.tsx';

const FORMS = ['portable', 'desk'] as const;
const CONDITIONS = ['new', 'any'] as const;
const ERAS = ['current', 'legacy'] as const;

/** How they stand in a link. */
const USED = { new: '0', any: '1' } as const;
const VERSION = { current: '26', legacy: '15' } as const;

/** Memory usual applications hold, in GB: for orientation, no measurement. */
const TYPICAL_APPS = [
  { key: 'browser', value: 4 },
  { key: 'office', value: 2 },
  { key: 'vscode', value: 3 },
  { key: 'xcode', value: 8 },
  { key: 'docker', value: 6 },
] as const;

/** What is set, in the order of the fields, for the line that stands there while the fields are folded away. */
export const limitsSummary = ({ owned, form, condition, macos, wiredLimitMiB, otherAppsGB, diskGB }: Selection, text: ToolText): string => {
  const parts = [
    owned === null && form !== null && say(text, `ask.form.${form}`),
    owned === null && say(text, `ask.used.${condition}`),
    say(text, `ask.macos.${macos}`),
    wiredLimitMiB > 0 && say(text, 'ask.limits.wired', { gib: gib(wiredLimitMiB * MiB) }),
    otherAppsGB > 0 && say(text, 'ask.limits.apps', { gb: otherAppsGB }),
    diskGB > 0 && say(text, 'ask.limits.disk', { gb: diskGB }),
  ];
  return parts.filter((part) => part !== false).join(say(text, 'ask.and'));
};

const options = <T extends string>(values: readonly T[], key: string, text: ToolText): Option[] =>
  values.map((value) => ({ value, label: say(text, `${key}.${value}`) }));

/** What most people leave as it is. */
export const Limits = ({ selection, text, set }: AskPart) => {
  const { owned, form, condition, macos, wiredLimitMiB, otherAppsGB, diskGB } = selection;
  return (
    <details class="ask-limits">
      <summary>
        {say(text, 'ask.limits')}
        <small>{limitsSummary(selection, text)}</small>
      </summary>
      <div class="ask-folded">
        {owned === null && (
          <div class="ask-row">
            <SelectField
              id="ask-form"
              name="form"
              label={say(text, 'ask.form')}
              value={form ?? 'any'}
              groups={[{ label: null, options: [{ value: 'any', label: say(text, 'ask.form.any') }, ...options(FORMS, 'ask.form', text)] }]}
              onChange={(value) => set({ form: FORMS.find((one) => one === value) ?? null })}
            />
            <SelectField
              id="ask-used"
              name="used"
              label={say(text, 'ask.used')}
              value={USED[condition]}
              groups={[{ label: null, options: CONDITIONS.map((one) => ({ value: USED[one], label: say(text, `ask.used.${one}`) })) }]}
              onChange={(value) => set({ condition: value === USED.any ? 'any' : 'new' })}
            />
          </div>
        )}
        <SelectField
          id="ask-macos"
          name="macos"
          label={say(text, 'ask.macos')}
          hint={say(text, 'ask.macos.hint')}
          value={VERSION[macos]}
          groups={[{ label: null, options: ERAS.map((era) => ({ value: VERSION[era], label: say(text, `ask.macos.${era}`) })) }]}
          onChange={(value) => set({ macos: value === VERSION.current ? 'current' : 'legacy' })}
        />
        <NumberField
          id="ask-apps"
          name="apps"
          label={say(text, 'ask.apps')}
          hint={say(text, 'ask.apps.hint')}
          unit="GB"
          value={otherAppsGB}
          rule={APPS_RULE}
          typical={TYPICAL_APPS.map(({ key, value }) => ({ value, label: say(text, `ask.apps.${key}`) }))}
          text={text}
          onChange={(gb) => set({ otherAppsGB: gb ?? 0 })}
        />
        <NumberField
          id="ask-wired"
          name="wired"
          label={say(text, 'ask.wired')}
          hint={wiredLimitMiB > 0 ? say(text, 'ask.wired.is', { gib: gib(wiredLimitMiB * MiB) }) : say(text, 'ask.wired.hint')}
          unit="MiB"
          value={wiredLimitMiB > 0 ? wiredLimitMiB : null}
          rule={WIRED_RULE}
          text={text}
          onChange={(mib) => set({ wiredLimitMiB: mib ?? 0 })}
        />
        <NumberField
          id="ask-disk"
          name="disk"
          label={say(text, 'ask.disk')}
          hint={say(text, 'ask.disk.hint')}
          unit="GB"
          value={diskGB > 0 ? diskGB : null}
          rule={DISK_RULE}
          text={text}
          onChange={(gb) => set({ diskGB: gb ?? 0 })}
        />
      </div>
    </details>
  );
};
