import type { MachineView, Need, SelectorResult } from '../../../selector/result.ts';
import { KIND_OF } from '../../../selector/selection.ts';
import { gibNeeded, integer } from '../format.ts';
import { durationText, speedText } from './figures.ts';
import { machineName, subjectOf, verbOf } from './names.ts';
import type { Shared } from './shared.ts';
import type { AnswerStatus } from './status.ts';

type At = Pick<Shared, 'say' | 'locale' | 'data' | 'selection'>;

/** The machine the answer speaks of: the one in hand, else what to take, else what came nearest. */
export const mainMachine = ({ owned, candidates, nearestMiss }: SelectorResult): MachineView | null => owned ?? candidates[0] ?? nearestMiss;

/** The status beside the verdict: that of the machine it speaks of. */
export const verdictStatus = ({ verdict, owned, candidates }: SelectorResult): AnswerStatus => {
  if (verdict === 'unknown' || verdict === 'rent') return verdict;
  if (verdict === 'none') return 'limits';
  if (verdict === 'cloud') return 'no';
  return (owned ?? candidates[0])?.fit.status ?? 'no';
};

/** The estimate as a sentence, or that there is none. */
const speedSentence = ({ speed, unit }: MachineView, { say }: At): string =>
  speed === null || unit === null ? say('said.unknown') : speedText(speed, unit, say, 'said');

const headKey = ({ verdict, candidates }: SelectorResult): string =>
  verdict === 'buy' ? `verdict.buy.${candidates[0]?.fit.status ?? 'no'}` : `verdict.${verdict}`;

/** The answer in a sentence, and how fast it would be. Both stand under their own text so that the first can be printed large. */
export const verdictSentences = (result: SelectorResult, at: At): { readonly head: string; readonly more: string } => {
  const { say, selection } = at;
  const { verdict, candidates, nearestMiss, trainingDays } = result;
  const machine = mainMachine(result);
  const verb = verbOf(selection);
  const head = say(headKey(result), {
    mac: machine === null ? '' : machineName(machine, at),
    subject: subjectOf(at),
    can: say(`can.${verb}`),
    cannot: say(`cannot.${verb}`),
  });
  const more: string[] = [];
  if (machine !== null && (verdict === 'buy' || verdict.startsWith('owned-')) && verdict !== 'owned-no') more.push(speedSentence(machine, at));
  if (verdict === 'owned-no' && candidates[0] !== undefined) more.push(say('said.instead', { mac: machineName(candidates[0], at) }));
  if (verdict === 'none' && nearestMiss !== null) more.push(say('said.nearest', { mac: machineName(nearestMiss, at) }));
  if (trainingDays !== null) more.push(say('said.days', { time: durationText(inSeconds(trainingDays), say) }));
  return { head, more: more.join(say('sentence-gap')) };
};

const DAY = 86_400;
const inSeconds = ({ low, mid, high }: NonNullable<SelectorResult['trainingDays']>) => ({ low: low * DAY, mid: mid * DAY, high: high * DAY });

/** The memory a task needs, and what that was computed for, in a sentence. */
export const needSentence = ({ totalBytes }: Need, { say, selection }: Pick<Shared, 'say' | 'selection'>): string =>
  say(`need.${KIND_OF[selection.task]}`, {
    need: gibNeeded(totalBytes),
    tokens: integer(selection.contextTokens),
    sequences: selection.sequences,
    px: selection.imagePx,
    steps: selection.steps,
    batch: selection.batch,
    length: integer(selection.sequenceTokens),
  });
