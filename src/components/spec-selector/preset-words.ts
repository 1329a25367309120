import { FIT_STATUSES, type FitStatus } from '../../advisor/budget.ts';
import type { Locale } from '../../i18n/locales.ts';
import { t, textsUnder } from '../../i18n/ui.ts';
import { durationText, speedText } from '../../islands/selector/answer/figures.ts';
import { machineName, modelName, quantName } from '../../islands/selector/answer/names.ts';
import { sayer, type Say } from '../../islands/selector/answer/say.ts';
import type { Shared } from '../../islands/selector/answer/shared.ts';
import { mainMachine, needSentence, verdictSentences } from '../../islands/selector/answer/verdict.ts';
import { gib, gibNeeded, integer } from '../../islands/selector/format.ts';
import { textFrom } from '../../islands/selector/text.ts';
import type { UsePreset } from '../../navigation/use-presets.ts';
import { fitTable, type FitTable } from './fit-table.ts';
import { prepared, type Answered } from './preset-answer.ts';

/** What the answer is put in words with. */
export type At = Pick<Shared, 'say' | 'locale' | 'data' | 'selection'>;

const sayers = new Map<Locale, Say>();
/** The words of the tool itself: what a preset page says must be what the tool on it says. */
export const toolSay = (locale: Locale): Say => {
  const found = sayers.get(locale) ?? sayer(textFrom(textsUnder(locale, 'tool.')));
  sayers.set(locale, found);
  return found;
};

export const atOf = ({ selection }: Pick<Answered, 'selection'>, locale: Locale): At => ({
  say: toolSay(locale),
  locale,
  data: prepared().data,
  selection,
});

/** The answer in sentences: verdict, speed, and the memory it needs. */
export const answerText = (answered: Answered, locale: Locale): string => {
  const { result } = answered;
  const at = atOf(answered, locale);
  const { need } = result;
  const { head, more } = verdictSentences(result, at);
  const needed = need === null ? '' : needSentence(need, at);
  return [head, more, needed].filter((sentence) => sentence !== '').join(at.say('sentence-gap'));
};

const DAY = 86_400;

/** How long training from nothing takes, in words; empty for what is not trained. */
export const trainingTime = ({ trainingDays: days }: Answered['result'], say: Say): string =>
  days === null ? '' : durationText({ low: days.low * DAY, mid: days.mid * DAY, high: days.high * DAY }, say);

/** What the words of a preset may print, by the name in braces. All of it is computed. */
export const presetValues = ({ selection, result }: Answered, locale: Locale): Readonly<Record<string, string>> => {
  const at = atOf({ selection }, locale);
  const machine = mainMachine(result);
  const { speed = null, unit = null } = machine ?? {};
  return {
    model: modelName(selection.model, at, selection.own),
    quant: quantName(selection.quant, at),
    tokens: integer(selection.contextTokens),
    mac: machine === null ? '' : machineName(machine, at),
    gb: machine === null ? '' : String(machine.memoryGB),
    need: result.need === null ? '' : gibNeeded(result.need.totalBytes),
    limit: machine === null ? '' : gib(machine.budget.gpuLimitBytes),
    speed: speed === null || unit === null ? at.say('speed.unknown') : speedText(speed, unit, at.say),
    time: trainingTime(result, at.say),
  };
};

/** How much fits a Mac of one size, in a sentence for each verdict that occurs: the largest model of it, for `no` the smallest. */
const sizeText = ({ rows }: FitTable, locale: Locale, at: At): string => {
  const rowsOf = (status: FitStatus) => rows.filter(({ cells }) => cells[0] === status);
  return FIT_STATUSES.flatMap((status) => {
    const row = status === 'no' ? rowsOf(status)[0] : rowsOf(status).at(-1);
    return row === undefined ? [] : [t(locale, `preset.memory.${status}`, { model: modelName(row.id, at) })];
  }).join(at.say('sentence-gap'));
};

/** The words of a preset page. */
export interface PresetWords {
  readonly title: string;
  readonly description: string;
  /** The answer. */
  readonly lead: string;
  /** What to do about it. */
  readonly advice: string;
  readonly keywords: string;
  readonly table: FitTable | null;
}

/** How many models that do not fit are worth a row: the next larger ones say where the limit is. */
const MOST_TOO_LARGE = 3;

/** For one Mac, what fits and the first few that do not. */
const shortened = ({ sizesGB, rows }: FitTable): FitTable => {
  const end = rows.findIndex(({ cells }) => cells.every((status) => status === 'no'));
  return { sizesGB, rows: end < 0 ? rows : rows.slice(0, end + MOST_TOO_LARGE) };
};

/** The words of a page by use: its own, with the figures of the answer put in. */
export const presetWords = (preset: UsePreset, answered: Answered, locale: Locale): PresetWords => {
  const at = atOf(answered, locale);
  const values = presetValues(answered, locale);
  const { id, group, models } = preset;
  const all = models === undefined ? null : fitTable(models, answered.selection, prepared());
  const table = all !== null && group === 'memory' ? shortened(all) : all;
  const own = (key: string): string => t(locale, `preset.${id}.${key}`, values);
  const ofMemory = (held: FitTable): string =>
    [t(locale, 'preset.memory.limit', values), sizeText(held, locale, at), t(locale, 'preset.memory.example', values)].join(at.say('sentence-gap'));
  return {
    title: own('title'),
    description: own('description'),
    lead: group === 'memory' && table !== null ? ofMemory(table) : answerText(answered, locale),
    advice: own('advice'),
    keywords: own('keywords'),
    table,
  };
};

/** The words of a page by model: its figures, and the answer. */
export const modelWords = (answered: Answered, locale: Locale): Pick<PresetWords, 'title' | 'description' | 'lead'> => {
  const values = presetValues(answered, locale);
  return {
    title: t(locale, 'selectorPage.preset.title', values),
    description: t(locale, answered.result.need === null ? 'preset.model.description.unknown' : 'preset.model.description', values),
    lead: answerText(answered, locale),
  };
};
