import type { RefObject } from 'preact';
import { say, type ToolText } from '../text.ts';

export interface ListedModel {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly japanese: boolean;
}

interface Props {
  id: string;
  label: string;
  listRef: RefObject<HTMLUListElement>;
  open: boolean;
  /** By family, as the models stand in the facts; a result of a search is one list in the order of the matches. */
  grouped: boolean;
  entries: readonly ListedModel[];
  last: ListedModel | null;
  note: string | undefined;
  active: number;
  value: string;
  text: ToolText;
  onPoint: (index: number) => void;
  onChoose: (index: number) => void;
}

interface Placed {
  readonly model: ListedModel;
  readonly index: number;
}

const byFamily = (placed: readonly Placed[]): [string, Placed[]][] => {
  const families = new Map<string, Placed[]>();
  for (const one of placed) families.set(one.model.family, [...(families.get(one.model.family) ?? []), one]);
  return [...families];
};

/** The popup of the combobox. It is in the page while closed, empty, so that the field always points at something. */
export const ModelList = ({ id, label, listRef, open, grouped, entries, last, note, active, value, text, onPoint, onChoose }: Props) => {
  const entry = ({ model, index }: Placed) => (
    <li
      key={model.id}
      id={`${id}-${index}`}
      class={model === last ? 'ask-option ask-option-last' : 'ask-option'}
      role="option"
      aria-selected={model.id === value}
      data-active={index === active ? '' : undefined}
      onPointerMove={() => onPoint(index)}
      onClick={() => onChoose(index)}
    >
      <span>{model.name}</span>
      {model.japanese && <span class="ask-japanese">{say(text, 'ask.model.japanese')}</span>}
    </li>
  );
  const placed = entries.map((model, index): Placed => ({ model, index }));
  const models = placed.filter(({ model }) => model !== last);
  const own = placed.filter(({ model }) => model === last);
  return (
    <ul
      ref={listRef}
      id={`${id}-list`}
      class="ask-options"
      role="listbox"
      aria-label={label}
      hidden={!open}
      // A press on the list must not take the focus from the field, which would close it.
      onMouseDown={(event) => event.preventDefault()}
    >
      {note !== undefined && models.length > 0 && (
        <li role="presentation" class="ask-none">
          {note}
        </li>
      )}
      {open && grouped
        ? byFamily(models).map(([family, members], place) => (
            <li key={family} role="presentation">
              <ul role="group" aria-labelledby={`${id}-family-${place}`}>
                <li id={`${id}-family-${place}`} role="presentation" class="ask-family">
                  {family}
                </li>
                {members.map(entry)}
              </ul>
            </li>
          ))
        : models.map(entry)}
      {open && models.length === 0 && (
        <li role="presentation" class="ask-none">
          {say(text, 'ask.model.none')}
        </li>
      )}
      {own.map(entry)}
    </ul>
  );
};
