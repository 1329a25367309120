import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CLOSED, comboboxStep, type ComboboxEvent, type Entries } from '../combobox.ts';
import { useSettled } from './settled.ts';
import { say, type ToolText } from '../text.ts';
import { describedBy, Field } from './Field.tsx';
import { ModelList, type ListedModel } from './ModelList.tsx';

interface Props {
  id: string;
  label: string;
  hint?: string | undefined;
  models: readonly ListedModel[];
  /** Models for a query, the best match first. */
  find: (query: string) => readonly ListedModel[];
  /** Entry below all models; null where there is none. */
  last: ListedModel | null;
  /** A line above the list: what a query brings beside a model. */
  noteFor: (query: string) => string | undefined;
  value: string;
  text: ToolText;
  /** With what was searched for, empty if the full list was open. */
  onChange: (id: string, query: string) => void;
  /** Somebody is about to search. */
  onFocus: () => void;
}

/** Key code of a key that went to an input method; Safari reports the Enter that ends a composition only so. */
const COMPOSING_KEY = 229;

/** The entries for a query. The last answer is kept: an event asks for it, and the render after it once more. */
const listFor = (models: readonly ListedModel[], find: Props['find'], last: ListedModel | null): ((query: string) => readonly ListedModel[]) => {
  const all = last === null ? models : [...models, last];
  let kept: { readonly query: string; readonly entries: readonly ListedModel[] } = { query: '', entries: all };
  return (query) => {
    if (query === '') return all;
    if (query !== kept.query) kept = { query, entries: last === null ? find(query) : [...find(query), last] };
    return kept.entries;
  };
};

/**
 * Scrolls a list so that an entry shows, in the middle of a list that was just opened. The heading of its family stays at the top and covers
 * what is there. `scrollIntoView` knows nothing of that heading, and would center the entry in the window as well.
 */
const reveal = (list: HTMLElement, entry: HTMLElement, center: boolean): void => {
  const room = list.clientHeight - entry.offsetHeight;
  if (center) {
    list.scrollTop = entry.offsetTop - room / 2;
    return;
  }
  const heading = entry.parentElement?.querySelector<HTMLElement>('[role="presentation"]')?.offsetHeight ?? 0;
  const place = entry.offsetTop - list.scrollTop;
  if (place < heading) list.scrollTop += place - heading;
  else if (place > room) list.scrollTop += place - room;
};

/** A field in which a model is found by typing, with the list of models below it. The keys are those of `comboboxStep`. */
export const ModelCombobox = ({ id, label, hint, models, find, last, noteFor, value, text, onChange, onFocus }: Props) => {
  const [state, setState] = useState(CLOSED);
  // Events of one key press may follow each other before the next render.
  const latest = useRef(state);
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const wasOpen = useRef(false);

  const entriesOf = useMemo(() => listFor(models, find, last), [models, find, last]);
  const entries = state.open ? entriesOf(state.query) : [];
  const placesOf = (query: string): Entries => {
    const found = entriesOf(query);
    if (query === '') return { count: found.length, start: found.findIndex((model) => model.id === value) };
    return { count: found.length, start: found[0] === last ? -1 : 0 };
  };
  const send = (event: ComboboxEvent): boolean => {
    const before = latest.current;
    const step = comboboxStep(before, event, placesOf);
    latest.current = step.state;
    setState(step.state);
    const chosen = step.chosen === null ? undefined : entriesOf(before.query)[step.chosen];
    if (chosen !== undefined) onChange(chosen.id, before.query);
    return step.handled;
  };

  // In small letters: Preact takes the case of an event from a property of the element, and elements have none for these.
  const composition = {
    oncompositionstart: () => send({ type: 'composition-start' }),
    oncompositionend: () => send({ type: 'composition-end', text: input.current?.value ?? '' }),
  };

  useLayoutEffect(() => {
    const entry = list.current?.querySelector<HTMLElement>('[data-active]');
    if (list.current && entry) {
      reveal(list.current, entry, !wasOpen.current);
      // The list itself may reach below the window.
      entry.scrollIntoView({ block: 'nearest' });
    }
    wasOpen.current = state.open;
  }, [state.active, state.query, state.open]);

  // The search may arrive after the first letters. What it finds is another list, so the best entry of that list is the active one.
  useLayoutEffect(() => {
    const { open, query } = latest.current;
    if (!open || query === '') return;
    latest.current = { ...latest.current, active: placesOf(query).start };
    setState(latest.current);
  }, [find]);

  // While the field shows a chosen name, typing means another model, not more letters of this one.
  useLayoutEffect(() => {
    if (state.text === null && document.activeElement === input.current) input.current?.select();
  }, [state.text, value]);

  const chosenName = entriesOf('').find((model) => model.id === value)?.name ?? '';
  const found = entries.filter((model) => model !== last).length;
  const said = state.open && state.query !== '' ? say(text, found === 0 ? 'ask.model.none' : 'ask.model.found', { count: found }) : '';
  const announced = useSettled(said, 700);

  return (
    <Field id={id} label={label} hint={hint}>
      <div class="ask-combobox">
        <input type="hidden" name="model" value={value} />
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          aria-expanded={state.open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-activedescendant={state.open && state.active >= 0 ? `${id}-${state.active}` : undefined}
          aria-describedby={describedBy(id, { hint: hint !== undefined })}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={state.text ?? chosenName}
          onFocus={(event) => {
            event.currentTarget.select();
            onFocus();
          }}
          onMouseUp={(event) => {
            if (state.text !== null) return;
            // Otherwise the press has put the cursor between the letters of the chosen name.
            event.preventDefault();
            event.currentTarget.select();
          }}
          onClick={() => send({ type: 'press' })}
          onInput={(event) => send({ type: 'input', text: event.currentTarget.value })}
          {...composition}
          onKeyDown={(event) => {
            const composing = event.isComposing || event.keyCode === COMPOSING_KEY;
            if (send({ type: 'key', key: event.key, alt: event.altKey, composing })) event.preventDefault();
          }}
          onBlur={() => send({ type: 'blur' })}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={say(text, 'ask.model.open')}
          aria-expanded={state.open}
          aria-controls={`${id}-list`}
          // The field keeps the focus: otherwise it would close the list before the click opens it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            send({ type: 'toggle' });
            input.current?.focus();
          }}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
            <path d="M3.5 6l4.5 4.5L12.5 6" />
          </svg>
        </button>
        <ModelList
          id={id}
          label={label}
          listRef={list}
          open={state.open}
          grouped={state.query === ''}
          entries={entries}
          last={last}
          note={state.open ? noteFor(state.query) : undefined}
          active={state.active}
          value={value}
          text={text}
          onPoint={(index) => state.active !== index && send({ type: 'point', index })}
          onChoose={(index) => send({ type: 'choose', index })}
        />
        <span class="visually-hidden" role="status">
          {announced}
        </span>
      </div>
    </Field>
  );
};
