import { href } from '../../../i18n/links.ts';
import { CopyButton } from './CopyButton.tsx';
import type { Shared } from './shared.ts';

/** The exact command that raises the GPU limit. macOS forgets it with a restart (sysctl -w is not kept). */
export const commandFor = (wiredLimitMiB: number): string => `sudo sysctl iogpu.wired_limit_mb=${wiredLimitMiB}`;

/** What to type where the GPU limit has to be raised, and what to beware of. */
export const SettingCommand = ({ wiredLimitMiB, at }: { wiredLimitMiB: number; at: Shared }) => {
  const { say, locale } = at;
  const command = commandFor(wiredLimitMiB);
  return (
    <div class="answer-setting">
      <p>{say('setting')}</p>
      <p class="answer-command">
        <code>{command}</code>
        <CopyButton content={() => command} of={command} label={say('setting.copy')} at={at} />
      </p>
      <p class="answer-soft">
        {say('setting.caution')} <a href={href('/memory-limits/', locale)}>{say('setting.link')}</a>
      </p>
    </div>
  );
};
