import { GiB } from '../../advisor/bytes.ts';
import type { Locale } from '../../i18n/locales.ts';
import { t } from '../../i18n/ui.ts';
import { machineName, modelName } from '../../islands/selector/answer/names.ts';
import { mainMachine, verdictStatus } from '../../islands/selector/answer/verdict.ts';
import { STATUS_MARKS } from '../../islands/selector/answer/status.ts';
import { gib, gibNeeded } from '../../islands/selector/format.ts';
import type { OgBar, OgResult } from '../../navigation/og-result.ts';
import type { MachineView, Need } from '../../selector/result.ts';
import type { Answered } from './preset-answer.ts';
import { atOf, trainingTime } from './preset-words.ts';

/** Four digits are finer than a pixel. */
const part = (value: number): number => Number(value.toFixed(4));

/** The memory of one Mac and what the need takes of it; where the need is more, the picture is as wide as the need. */
const barOf = ({ totalBytes, weightsBytes }: Need, { budget, memoryGB }: MachineView): OgBar => {
  const scale = Math.max(memoryGB * GiB, totalBytes);
  return {
    memory: part((memoryGB * GiB) / scale),
    limit: part(budget.gpuLimitBytes / scale),
    weights: part(weightsBytes / scale),
    need: part(totalBytes / scale),
  };
};

/** What the share image of an answered page shows: the verdict in the words of the page, the figures, the memory bar. */
export const ogResult = (answered: Answered, locale: Locale): OgResult => {
  const { result } = answered;
  const { need } = result;
  const status = verdictStatus(result);
  const at = atOf(answered, locale);
  const machine = mainMachine(result);
  const bar = need === null || machine === null ? null : barOf(need, machine);
  if (need === null) return { status: 'unknown', verdict: t(locale, 'preset.og.unknown'), detail: '', bar };
  const needed = gibNeeded(need.totalBytes);
  const marked = (key: string): string => `${STATUS_MARKS[status]} ${t(locale, key)}`;
  if (status === 'rent')
    return { status, verdict: marked('preset.og.cloud'), detail: t(locale, 'preset.og.days', { need: needed, time: trainingTime(result, at.say) }), bar };
  if (status === 'unknown' || status === 'limits' || status === 'no' || machine === null)
    return { status, verdict: marked('preset.og.none'), detail: t(locale, 'preset.og.need', { need: needed }), bar };
  return {
    status,
    verdict: t(locale, 'preset.og.verdict', { mark: STATUS_MARKS[status], status: at.say(`status.${status}`), mac: machineName(machine, at) }),
    detail: t(locale, 'preset.og.figures', { model: modelName(answered.selection.model, at), need: needed, limit: gib(machine.budget.gpuLimitBytes) }),
    bar,
  };
};
