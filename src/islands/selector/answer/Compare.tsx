import type { ComponentChildren } from 'preact';
import type { MachineView } from '../../../selector/result.ts';
import { gib } from '../format.ts';
import { diskText, durationText, rangeText, speedText } from './figures.ts';
import { focusOn } from './focus.ts';
import { fullName, machineName } from './names.ts';
import { isInHand, priceLine } from './PriceLine.tsx';
import type { Shared } from './shared.ts';
import { StatusBadge } from './StatusBadge.tsx';

type Cell = (machine: MachineView, at: Shared) => ComponentChildren;

/** The rows in the order in which people decide. A row nobody knows anything for is left out. */
const ROWS: readonly { readonly key: string; readonly cell: Cell }[] = [
  { key: 'fit', cell: ({ fit }, { say }) => <StatusBadge status={fit.status} say={say} /> },
  { key: 'speed', cell: ({ speed, unit }, { say }) => (speed === null || unit === null ? say('speed.unknown') : speedText(speed, unit, say)) },
  { key: 'prefill', cell: ({ prefill }, { say }) => prefill && say('speed.tokens-per-second', { range: rangeText(prefill, say) }) },
  { key: 'first', cell: ({ timeToFirstToken }, { say }) => timeToFirstToken && durationText(timeToFirstToken, say) },
  { key: 'limit', cell: ({ budget, memoryGB }, { say }) => say('compare.limit-of', { limit: gib(budget.gpuLimitBytes), gb: memoryGB }) },
  { key: 'price', cell: (machine, at) => (isInHand(machine) ? at.say('compare.owned') : priceLine(machine, at)) },
  { key: 'disk', cell: ({ largestDiskGB }) => largestDiskGB !== null && diskText(largestDiskGB) },
  { key: 'form', cell: ({ portable }, { say }) => portable !== null && say(portable ? 'form.portable' : 'form.desk') },
  { key: 'fan', cell: ({ fan }, { say }) => fan !== null && say(fan ? 'fan.yes' : 'fan.no') },
  { key: 'sale', cell: ({ onSale }, { say }) => onSale !== null && say(onSale ? 'sale.yes' : 'sale.no') },
];

const isKnown = (content: ComponentChildren): boolean => content !== null && content !== false && content !== undefined;

/** Up to three machines side by side. On a phone the table scrolls in its own region. */
export const Compare = ({ machines, at }: { machines: readonly MachineView[]; at: Shared }) => {
  const { say, selection, apply } = at;
  const remove = (id: string): void => {
    apply({ compare: selection.compare.filter((other) => other !== id) });
    focusOn(machines.length > 1 ? 'answer-compare' : 'answer-verdict');
  };
  const rows = ROWS.map(({ key, cell }) => ({ key, cells: machines.map((machine) => cell(machine, at)) })).filter(({ cells }) => cells.some(isKnown));
  return (
    <section class="answer-compare">
      <h3 id="answer-compare" tabindex={-1}>
        {say('compare.title')}
      </h3>
      {machines.length === 1 && <p class="answer-soft">{say('compare.one')}</p>}
      <div class="answer-scroll" role="region" tabindex={0} aria-labelledby="answer-compare">
        <table>
          <thead>
            <tr>
              <td />
              {machines.map((machine) => (
                <th key={machine.id} scope="col">
                  {machineName(machine, at)}
                  <small>{fullName(machine, at)}</small>
                  <button
                    type="button"
                    class="answer-link needs-js"
                    aria-label={say('compare.remove-named', { mac: machineName(machine, at) })}
                    onClick={() => remove(machine.id)}
                  >
                    {say('compare.remove')}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                <th scope="row">{say(`compare.${key}`)}</th>
                {cells.map((content, index) => (
                  <td key={index}>{isKnown(content) ? content : '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
