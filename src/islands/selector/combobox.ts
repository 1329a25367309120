/**
 * The behaviour of an editable combobox with a list (WAI-ARIA Authoring Practices: “editable combobox with list autocomplete”, manual
 * selection), without a DOM. The list itself is made outside, from `query`; this module only knows how many entries it has.
 */
export interface ComboboxState {
  readonly open: boolean;
  /** What the field shows while somebody types; null shows the chosen entry. */
  readonly text: string | null;
  /** What is searched for. It stands still while an input method composes. */
  readonly query: string;
  /** Place of the entry the keyboard is on; -1 for none. */
  readonly active: number;
  readonly composing: boolean;
}

export const CLOSED: ComboboxState = { open: false, text: null, query: '', active: -1, composing: false };

/** The list for a query. */
export interface Entries {
  readonly count: number;
  /** Place the keyboard starts at: the chosen entry in the full list, the best match of a search; -1 where nothing was found. */
  readonly start: number;
}

export type ComboboxEvent =
  | { readonly type: 'input'; readonly text: string }
  | { readonly type: 'composition-start' }
  | { readonly type: 'composition-end'; readonly text: string }
  /** `composing` is the event’s own: Safari ends a composition before it reports the Enter that ended it, with key code 229. */
  | { readonly type: 'key'; readonly key: string; readonly alt: boolean; readonly composing: boolean }
  | { readonly type: 'toggle' }
  | { readonly type: 'press' }
  | { readonly type: 'point'; readonly index: number }
  | { readonly type: 'choose'; readonly index: number }
  | { readonly type: 'blur' };

export interface ComboboxStep {
  readonly state: ComboboxState;
  /** Place of the entry that was chosen by this event, in the list of the state before it; null for none. */
  readonly chosen: number | null;
  /** Whether a key did its work here and must do nothing else. */
  readonly handled: boolean;
}

/** Entries a page key moves by. */
const PAGE = 8;

const left = (state: ComboboxState): ComboboxStep => ({ state, chosen: null, handled: false });
const done = (state: ComboboxState): ComboboxStep => ({ state, chosen: null, handled: true });

const opened = (state: ComboboxState, active: number): ComboboxState => ({ ...state, open: true, active });

const choose = (state: ComboboxState, index: number, { count }: Entries): ComboboxStep =>
  state.open && index >= 0 && index < count ? { state: CLOSED, chosen: index, handled: true } : done(state);

/** Composed Latin letters (phone keyboards compose every word) are searched at once; kana on their way to a word are not. */
const isLatin = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

const typed = (state: ComboboxState, text: string, entriesOf: (query: string) => Entries): ComboboxState => {
  if (state.composing && !isLatin(text)) return { ...state, text };
  const query = text.trim();
  return { ...state, text, query, open: true, active: entriesOf(query).start };
};

const arrow = (state: ComboboxState, step: 1 | -1, { count, start }: Entries): ComboboxState => {
  if (!state.open) return opened(state, start);
  if (count === 0) return state;
  if (state.active === -1) return opened(state, step === 1 ? 0 : count - 1);
  return opened(state, (state.active + step + count) % count);
};

const page = (state: ComboboxState, step: number, { count }: Entries): ComboboxStep =>
  state.open && count > 0 ? done(opened(state, Math.max(0, Math.min(count - 1, state.active + step)))) : left(state);

const keyed = (state: ComboboxState, key: string, alt: boolean, entries: Entries): ComboboxStep => {
  switch (key) {
    case 'ArrowDown':
      return done(alt ? opened(state, state.active) : arrow(state, 1, entries));
    case 'ArrowUp':
      return done(alt ? CLOSED : arrow(state, -1, entries));
    case 'PageDown':
      return page(state, PAGE, entries);
    case 'PageUp':
      return page(state, -PAGE, entries);
    case 'Enter':
      return state.open ? choose(state, state.active, entries) : left(state);
    case 'Escape':
      return state.open || state.text !== null ? done(CLOSED) : left(state);
    case 'Tab':
      return left(CLOSED);
    default:
      return left(state);
  }
};

/**
 * The next state. A text that was typed and not chosen is given up when the list closes: the field always ends up showing what the
 * answer is calculated with.
 */
export const comboboxStep = (state: ComboboxState, event: ComboboxEvent, entriesOf: (query: string) => Entries): ComboboxStep => {
  const entries = (): Entries => entriesOf(state.query);
  switch (event.type) {
    case 'input':
      return done(typed(state, event.text, entriesOf));
    case 'composition-start':
      return done({ ...state, composing: true });
    case 'composition-end':
      return done(typed({ ...state, composing: false }, event.text, entriesOf));
    case 'key':
      return state.composing || event.composing ? left(state) : keyed(state, event.key, event.alt, entries());
    case 'toggle':
      return done(state.open ? CLOSED : opened(state, entries().start));
    case 'press':
      return done(state.open ? state : opened(state, entries().start));
    case 'point':
      return done(state.open && event.index >= 0 && event.index < entries().count ? { ...state, active: event.index } : state);
    case 'choose':
      return choose(state, event.index, entries());
    case 'blur':
      return done(CLOSED);
  }
};
