import type { MachineView, Need } from '../../../selector/result.ts';
import { CompareBox } from './CompareBox.tsx';
import { diskText, fileText } from './figures.ts';
import { Legend } from './Legend.tsx';
import { MemoryBar } from './MemoryBar.tsx';
import { fullName, machineName } from './names.ts';
import { isInHand, PriceLine } from './PriceLine.tsx';
import { reasonTexts } from './reasons.ts';
import type { LogScale } from './scale.ts';
import { SettingCommand } from './SettingCommand.tsx';
import type { Shared } from './shared.ts';
import { SpeedRange } from './SpeedRange.tsx';
import { StatusBadge } from './StatusBadge.tsx';

interface Props {
  machine: MachineView;
  need: Need;
  scale: LogScale | null;
  at: Shared;
}

/** Files on the SSD, and the largest SSD this Mac comes with. */
const Disk = ({ machine, need, at: { say } }: Pick<Props, 'machine' | 'need' | 'at'>) => (
  <div>
    <dt>{say('disk.title')}</dt>
    <dd>
      {say('disk.need', { files: fileText(need.diskBytes) })} {machine.largestDiskGB !== null && say('disk.largest', { disk: diskText(machine.largestDiskGB) })}
    </dd>
  </div>
);

/** Whether it can be carried and is cooled, as far as it is a Mac of the list. */
const buildText = ({ portable, fan }: MachineView, { say }: Shared): string | null =>
  portable === null || fan === null ? null : say('build', { form: say(portable ? 'form.portable' : 'form.desk'), fan: say(fan ? 'fan.yes' : 'fan.no') });

/** One machine with all there is to see: how the memory is filled, how fast, what it costs, and why it is named. */
export const MachineCard = ({ machine, need, scale, at }: Props) => {
  const { say } = at;
  const [name, build] = [fullName(machine, at), buildText(machine, at)];
  return (
    <article class={`answer-card status-${machine.fit.status}`} aria-labelledby="answer-card">
      <header>
        <h3 id="answer-card">{machineName(machine, at)}</h3>
        <StatusBadge status={machine.fit.status} say={say} />
        {!isInHand(machine) && <CompareBox machine={machine} at={at} />}
      </header>
      {name !== null && (
        <p class="answer-soft">
          {name}
          {build !== null && ` · ${build}`}
        </p>
      )}
      <ul class="answer-reasons">
        {reasonTexts(machine, at).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {machine.fit.wiredLimitMiB !== undefined && <SettingCommand wiredLimitMiB={machine.fit.wiredLimitMiB} at={at} />}
      <div class="answer-block">
        <h4>{say('bar.title')}</h4>
        <MemoryBar need={need} budget={machine.budget} say={say} />
        <Legend need={need} budget={machine.budget} say={say} />
      </div>
      <SpeedRange machine={machine} scale={scale} at={at} />
      <dl class="answer-facts">
        <PriceLine machine={machine} at={at} />
        <Disk machine={machine} need={need} at={at} />
      </dl>
    </article>
  );
};
