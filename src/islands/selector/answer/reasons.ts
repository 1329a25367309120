import type { KnownPrice } from '../../../advisor/recommend/configurations.ts';
import type { MachineView } from '../../../selector/result.ts';
import { gib, gibNeeded } from '../format.ts';
import { fileText, moneyText } from './figures.ts';
import type { Shared } from './shared.ts';

type At = Pick<Shared, 'say' | 'locale' | 'selection'>;
type Exclusion = MachineView['exclusions'][number];

/** How far a machine is off a limit, in the measure of that limit; null where there is none. */
const distance = ({ code, by }: Exclusion, currency: KnownPrice['currency'], at: At): string | null => {
  if (by === null) return null;
  if (code === 'over-budget') return moneyText(by, currency, at.locale);
  if (code === 'disk') return fileText(by);
  return code === 'too-small' ? `${gibNeeded(by)}GiB` : null;
};

/** Why a machine does not keep a limit, in a sentence. */
export const exclusionText = (exclusion: Exclusion, at: At): string => {
  const by = distance(exclusion, at.selection.currency, at);
  return by === null ? at.say(`exclusion.${exclusion.code}`) : at.say(`exclusion.${exclusion.code}.by`, { by });
};

/** Reasons that badge, fit, price or speed beside them say already. */
const SAID_ELSEWHERE: readonly string[] = ['price-unknown', 'speed-unknown', 'after-setting', 'only-just'];

/** What there is to say about a machine beside its figures: why its fit is what it is, what distinguishes it, what limit it breaks. */
export const reasonTexts = ({ fit, budget, reasons, exclusions }: MachineView, at: At): string[] => [
  at.say(`fit.${fit.reason}`),
  ...(budget.bound === 'gpu-limit' ? [] : [at.say(`bound.${budget.bound}`, { usable: gib(budget.usableBytes) })]),
  ...reasons.filter((reason) => !SAID_ELSEWHERE.includes(reason)).map((reason) => at.say(`reason.${reason}`)),
  // What is too small is said by the fit; by how much is worth saying.
  ...exclusions.map((exclusion) => exclusionText(exclusion, at)),
];
