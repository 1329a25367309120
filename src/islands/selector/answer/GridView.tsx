import { useMemo, useState } from 'preact/hooks';
import { FIT_STATUSES, type FitStatus } from '../../../advisor/budget.ts';
import { FIT_MARKS } from '../../../advisor/marks.ts';
import type { Grid } from '../../../selector/result.ts';
import { TRAINING_METHODS } from '../../../advisor/training/types.ts';
import { grid, type GridRows } from '../../../selector/grid.ts';
import { KIND_OF, OWN_MODEL, type Selection } from '../../../selector/selection.ts';
import { gibNeeded } from '../format.ts';
import { modelName, quantName } from './names.ts';
import type { Shared } from './shared.ts';
import { StatusBadge } from './StatusBadge.tsx';

const ROWS: readonly GridRows[] = ['models', 'quantizations'];

const Cell = ({ status, at: { say } }: { status: FitStatus; at: Shared }) => (
  <td class={`status-${status}`}>
    <span aria-hidden="true">{FIT_MARKS[status]}</span>
    <span class="visually-hidden">{say(`status.${status}`)}</span>
  </td>
);

const isTaken = (apply: Grid['rows'][number]['apply'], { selection }: Shared): boolean =>
  (Object.keys(apply) as (keyof Selection)[]).every((key) => key === 'view' || apply[key] === selection[key]);

/** Models come with their name; a quantization, a training method and the own model are put in words here. */
const rowName = (label: string, at: Shared): string => {
  if (label === OWN_MODEL) return modelName(label, at, at.selection.own);
  return (TRAINING_METHODS as readonly string[]).includes(label) ? at.say(`method.${label}`) : quantName(label, at);
};

/** What fits at all: memory sizes across, models or quantizations down. A row is a button that takes it. */
export const GridView = ({ at }: { at: Shared }) => {
  const { say, apply, awake, selection, prepared } = at;
  const nameOf = (rows: GridRows): string => say(`grid.of.${rows === 'quantizations' && KIND_OF[selection.task] === 'training' ? 'methods' : rows}`);
  const [of, setOf] = useState<GridRows>('models');
  const { sizesGB, rows } = useMemo(() => grid(selection, prepared, of), [selection, prepared, of]);
  return (
    <section class="answer-grid">
      <h3 id="answer-grid">{say('grid.title')}</h3>
      <p class="answer-soft">{say('grid.lead')}</p>
      <fieldset class="answer-views needs-js">
        <legend class="visually-hidden">{say('grid.of')}</legend>
        {ROWS.map((one) => (
          <label key={one}>
            <input type="radio" name="answer-grid-of" disabled={!awake} checked={of === one} onChange={() => setOf(one)} />
            <span>{nameOf(one)}</span>
          </label>
        ))}
      </fieldset>
      <ul class="answer-marks">
        {FIT_STATUSES.map((status) => (
          <li key={status}>
            <StatusBadge status={status} say={say} />
          </li>
        ))}
      </ul>
      <div class="answer-scroll" role="region" tabindex={0} aria-labelledby="answer-grid">
        <table>
          <thead>
            <tr>
              <th scope="col">{nameOf(of)}</th>
              {sizesGB.map((gb) => (
                <th key={gb} scope="col">
                  {gb}GB
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <button type="button" class="answer-link" disabled={!awake} aria-pressed={isTaken(row.apply, at)} onClick={() => apply(row.apply)}>
                    {rowName(row.label, at)}
                  </button>
                  <small>{say('grid.need', { need: gibNeeded(row.totalBytes) })}</small>
                </th>
                {row.cells.map((status, index) => (
                  <Cell key={index} status={status} at={at} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
