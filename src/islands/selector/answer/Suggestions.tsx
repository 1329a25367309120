import type { MachineView, SuggestedChange, Suggestion } from '../../../selector/result.ts';
import { integer } from '../format.ts';
import { diskText, moneyText } from './figures.ts';
import { focusOn } from './focus.ts';
import { machineName, modelName, quantName } from './names.ts';
import type { Shared } from './shared.ts';
import { StatusBadge } from './StatusBadge.tsx';

type Values = SuggestedChange['values'];

/** A machine named by its parts, or nothing where the suggestion names none. */
const namedMachine = ({ mac, chip, memoryGB }: Values, at: Shared): string =>
  typeof chip === 'string' && typeof memoryGB === 'number' ? machineName({ mac: typeof mac === 'string' ? mac : null, chip, memoryGB }, at) : '';

/** Every limit that gives way, in words: its codes stand in one value. */
const relaxedLimits = ({ limits, maxPrice, diskGB }: Values, { say, selection, locale }: Shared): string => {
  const words = {
    money: typeof maxPrice === 'number' ? moneyText(maxPrice, selection.currency, locale) : '',
    disk: typeof diskGB === 'number' ? diskText(diskGB) : '',
  };
  return String(limits)
    .split(' ')
    .map((code) => say(`relax.${code}`, words))
    .join(say('list-gap'));
};

/** Values of the selection as a reader sees them: names for ids, thousands apart. */
const inWords = (values: Values, at: Shared): Record<string, string | number> => {
  const shown: Record<string, string | number> = { mac: namedMachine(values, at) };
  for (const [key, value] of Object.entries(values)) {
    if (key === 'mac') continue;
    if (key === 'limits') shown[key] = relaxedLimits(values, at);
    else if (key === 'model') shown[key] = modelName(String(value), at, at.selection.own);
    else if (key === 'quant') shown[key] = quantName(String(value), at);
    else if (key === 'method') shown[key] = at.say(`method.${value}`);
    else if (key === 'cacheType') shown[key] = at.say(`cache.${value}`);
    else if (key === 'wiredLimitMiB') shown[key] = integer(Number(value) / 1024);
    else shown[key] = typeof value === 'number' ? integer(value) : value;
  }
  return shown;
};

/** What the button of a suggestion says: all it changes. */
export const changeText = ({ changes }: Pick<Suggestion, 'changes'>, at: Shared): string =>
  changes.map(({ kind, values }) => at.say(`change.${kind}`, inWords(values, at))).join(at.say('change.and'));

/** What a change gives up; of cache types one loses hardly anything and one does. */
const costKey = (kind: SuggestedChange['kind'], { cacheType }: Values): string => (kind === 'cache-type' ? `cost.${kind}.${cacheType}` : `cost.${kind}`);

interface Props {
  suggestions: readonly Suggestion[];
  machine: MachineView | null;
  at: Shared;
}

/** What would make it fit, in the order of what it costs the reader. Each is a button that does it, with what it would lead to. */
export const Suggestions = ({ suggestions, machine, at }: Props) => {
  const { say, apply, awake } = at;
  if (suggestions.length === 0) return null;
  /** The list is another one afterwards, so the focus goes to what came of it. */
  const take = (suggestion: Suggestion): void => {
    apply(suggestion.apply);
    focusOn('answer-verdict');
  };
  return (
    <section class="answer-suggestions" aria-labelledby="answer-suggestions">
      <h3 id="answer-suggestions">{machine === null ? say('suggest.title') : say('suggest.title-for', { mac: machineName(machine, at) })}</h3>
      <ul>
        {suggestions.map((suggestion, index) => (
          <li key={index} class={`status-${suggestion.status}`}>
            <button type="button" class="answer-change" disabled={!awake} onClick={() => take(suggestion)}>
              <span>{changeText(suggestion, at)}</span>
              <StatusBadge status={suggestion.status} say={say} />
            </button>
            {suggestion.changes.map(({ kind, values }) => (
              <small key={kind}>{say(costKey(kind, values))}</small>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};
