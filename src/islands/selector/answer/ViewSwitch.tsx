import type { Selection } from '../../../selector/selection.ts';
import type { Shared } from './shared.ts';

const VIEWS: readonly Selection['view'][] = ['answer', 'grid'];

/** The answer for one Mac, or what fits at all. */
export const ViewSwitch = ({ at: { say, selection, apply, awake } }: { at: Shared }) => (
  <fieldset class="answer-views needs-js">
    <legend class="visually-hidden">{say('view')}</legend>
    {VIEWS.map((view) => (
      <label key={view}>
        <input type="radio" name="answer-view" disabled={!awake} checked={selection.view === view} onChange={() => apply({ view })} />
        <span>{say(`view.${view}`)}</span>
      </label>
    ))}
  </fieldset>
);
