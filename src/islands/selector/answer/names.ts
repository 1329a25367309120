import type { Locale } from '../../../i18n/locales.ts';
import type { SelectorData } from '../../../selector/data.ts';
import type { MachineView } from '../../../selector/result.ts';
import { KIND_OF, OWN_MODEL, type Selection } from '../../../selector/selection.ts';
import { integer } from '../format.ts';
import { figure } from './figures.ts';
import type { Shared } from './shared.ts';

type Machine = Pick<MachineView, 'mac' | 'chip' | 'memoryGB'>;
type At = Pick<Shared, 'say' | 'locale' | 'data'>;

const macOf = ({ mac }: Machine, data: SelectorData) => data.macs.find(({ id }) => id === mac);

/** The product line without what stands in brackets: chip and memory follow it, the year is in the full name. */
const lineOf = (name: string): string => name.replace(/\s*[（(].*$/, '');

/** `M5`, or `M5 (10-core GPU)` where the same Mac comes with another M5 too. */
export const chipName = (machine: Machine, { say, data }: At): string => {
  const chip = data.chips.find(({ id }) => id === machine.chip);
  if (chip === undefined) return machine.chip;
  const sold = macOf(machine, data)?.chips;
  const alike = data.chips.filter(({ id, name }) => name === chip.name && (sold === undefined || sold.includes(id)));
  return alike.length > 1 ? say('chip', { name: chip.name, cores: chip.gpuCores }) : chip.name;
};

/** `Mac mini M6 24GB`; a chip in hand that came in several Macs is `M2（GPU 8コア）・16GBのMac`. */
export const machineName = (machine: Machine, at: At): string => {
  const mac = macOf(machine, at.data);
  const values = { chip: chipName(machine, at), gb: machine.memoryGB };
  if (mac === undefined) return at.say('machine.owned', values);
  // A full-width bracket brings its own space.
  return at.say('machine', { ...values, mac: lineOf(mac.name[at.locale]) }).replace('） ', '）');
};

/** The product line in full, with its year; null for a Mac in hand. */
export const fullName = (machine: Machine, { data, locale }: At): string | null => macOf(machine, data)?.name[locale] ?? null;

const modelLists = (data: SelectorData) => [data.models, data.imageModels, data.speechModels, data.embeddingModels] as const;

export const modelName = (id: string, { say, data }: At, own?: Selection['own']): string => {
  if (id === OWN_MODEL) return own === undefined ? say('own-model') : say('own-model.size', { b: figure(own.paramsB) });
  for (const list of modelLists(data)) {
    const found = list.find((model) => model.id === id);
    if (found !== undefined) return found.name;
  }
  return id;
};

export const quantName = (id: string, { data, locale }: { readonly data: SelectorData; readonly locale: Locale }): string =>
  data.quantizations.find((one) => one.id === id)?.label[locale] ?? id;

/** What is to be done, as the object or subject of a sentence: `Qwen3 8B (4bit Q4_K_M)`, `LoRA of Llama 3.1 8B`. */
export const subjectOf = (at: At & Pick<Shared, 'selection'>): string => {
  const { say, selection } = at;
  return say(`subject.${selection.task}`, {
    model: modelName(selection.model, at, selection.own),
    quant: quantName(selection.quant, at),
    tokens: integer(selection.contextTokens),
    px: selection.imagePx,
    method: say(`method.${selection.method}`),
  });
};

/** Whether a model of the task is said to run, or the task to be done. */
export const verbOf = ({ task }: Selection): 'run' | 'do' => (KIND_OF[task] === 'llm' ? 'run' : 'do');
