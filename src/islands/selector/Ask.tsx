import { useMemo } from 'preact/hooks';
import type { Locale } from '../../i18n/locales.ts';
import type { Catalog } from '../../selector/catalog.ts';
import type { SelectorData } from '../../selector/data.ts';
import type { Selection } from '../../selector/selection.ts';
import { useAfterPaint } from './after-paint.ts';
import { Limits } from './ask/Limits.tsx';
import { ModelField } from './ask/ModelField.tsx';
import { MyMac } from './ask/MyMac.tsx';
import type { AskPart } from './ask/part.ts';
import { TaskFields } from './ask/TaskFields.tsx';
import { TaskPicker } from './ask/TaskPicker.tsx';
import type { LoadLater } from './later.ts';
import type { SelectorDispatch } from './state.ts';
import { say, type ToolText } from './text.ts';

interface Props {
  selection: Selection;
  data: SelectorData;
  catalog: Catalog;
  locale: Locale;
  text: ToolText;
  later: LoadLater;
  /** Address of the page without a query: where the form leads without JavaScript. */
  path: string;
  dispatch: SelectorDispatch;
}

/**
 * The question: a task, what the task needs, which Mac. Three choices are enough for an answer. Every control has the name of its key in
 * the query string, so that a submit without JavaScript carries the choices; with it there is nothing to submit.
 */
export const Ask = ({ selection, data, catalog, locale, text, later, path, dispatch }: Props) => {
  const followed = useAfterPaint(selection);
  // Another task or model changes most of the fields, so they follow the control it was chosen with. Any other change shows in them at once.
  const sameTask = selection.task === followed.task;
  const shown = sameTask && selection.model === followed.model ? selection : followed;
  const part: AskPart = { selection: shown, data, catalog, locale, text, later, set: (change) => dispatch({ type: 'set', change }) };
  // The same elements for the same choices: Preact passes over what stays.
  const picker = useMemo(() => <TaskPicker value={selection.task} text={text} onChange={(task) => dispatch({ type: 'task', task })} />, [selection.task]);
  const needs = useMemo(() => <TaskFields {...part} />, [shown]);
  const which = useMemo(
    () => (
      <fieldset class="ask-section">
        <legend>{say(text, 'ask.which')}</legend>
        <MyMac {...part} />
        <Limits {...part} />
      </fieldset>
    ),
    [shown],
  );
  return (
    <form class="ask" method="get" action={path} aria-label={say(text, 'ask')} data-pagefind-ignore onSubmit={(event) => event.preventDefault()}>
      <input type="hidden" name="from" value={shown.task} />
      {picker}
      <fieldset class="ask-section">
        <legend>{say(text, `ask.needs.${shown.task}`)}</legend>
        <ModelField
          {...part}
          chosen={sameTask ? selection.model : shown.model}
          onModel={(id) => dispatch({ type: 'model', id })}
          onBoth={(change) => dispatch({ type: 'apply', change })}
        />
        {needs}
      </fieldset>
      {which}
      <p class="ask-submit">
        {say(text, 'ask.submit.note')}
        <button type="submit" class="button">
          {say(text, 'ask.submit')}
        </button>
      </p>
    </form>
  );
};
