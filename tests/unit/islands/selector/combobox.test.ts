import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOSED, comboboxStep, type ComboboxEvent, type ComboboxState, type Entries } from '../../../../src/islands/selector/combobox.ts';

/** Ten entries of which the fourth is chosen; a search finds two and the last entry, which is never the start; “zz” finds nothing. */
const entriesOf = (query: string): Entries => (query === '' ? { count: 10, start: 3 } : query === 'zz' ? { count: 1, start: -1 } : { count: 3, start: 0 });

const key = (name: string, options: { alt?: boolean; composing?: boolean } = {}): ComboboxEvent => ({
  type: 'key',
  key: name,
  alt: options.alt ?? false,
  composing: options.composing ?? false,
});

const after = (...events: readonly ComboboxEvent[]): ComboboxState => events.reduce((state, event) => comboboxStep(state, event, entriesOf).state, CLOSED);

const chosenBy = (event: ComboboxEvent, ...before: readonly ComboboxEvent[]): number | null => comboboxStep(after(...before), event, entriesOf).chosen;

describe('opening and closing', () => {
  test.each(['ArrowDown', 'ArrowUp'])('%s opens on the chosen entry', (name) => {
    expect(after(key(name))).toMatchObject({ open: true, active: 3, query: '' });
  });

  test('so do a press and the button, which also closes', () => {
    expect(after({ type: 'press' })).toMatchObject({ open: true, active: 3 });
    expect(after({ type: 'toggle' })).toMatchObject({ open: true, active: 3 });
    expect(after({ type: 'toggle' }, { type: 'toggle' })).toEqual(CLOSED);
  });

  test('Alt with an arrow opens without moving, and closes', () => {
    expect(after(key('ArrowDown', { alt: true }))).toMatchObject({ open: true, active: -1 });
    expect(after(key('ArrowDown'), key('ArrowUp', { alt: true }))).toEqual(CLOSED);
  });

  test('Escape closes and gives up what was typed; a second one is left to the page', () => {
    const typed: ComboboxEvent = { type: 'input', text: 'qw' };
    expect(after(typed, key('Escape'))).toEqual(CLOSED);
    expect(comboboxStep(CLOSED, key('Escape'), entriesOf).handled).toBe(false);
  });

  test('leaving the field closes without choosing, and Tab still moves on', () => {
    const step = comboboxStep(after(key('ArrowDown')), key('Tab'), entriesOf);
    expect(step).toEqual({ state: CLOSED, chosen: null, handled: false });
    expect(after(key('ArrowDown'), { type: 'blur' })).toEqual(CLOSED);
  });
});

describe('moving', () => {
  test('arrows go round', () => {
    expect(after(key('ArrowDown'), key('ArrowDown')).active).toBe(4);
    expect(after(key('ArrowDown'), ...Array.from({ length: 7 }, () => key('ArrowDown'))).active).toBe(0);
    expect(after(key('ArrowDown'), ...Array.from({ length: 4 }, () => key('ArrowUp'))).active).toBe(9);
  });

  test('page keys move by eight and stop at the ends', () => {
    expect(after(key('ArrowDown'), key('PageDown')).active).toBe(9);
    expect(after(key('ArrowDown'), key('PageUp')).active).toBe(0);
    expect(comboboxStep(CLOSED, key('PageDown'), entriesOf).handled).toBe(false);
  });

  test('keys of the text field stay with it', () => {
    for (const name of ['Home', 'End', 'ArrowLeft', 'a', ' ']) expect(comboboxStep(after(key('ArrowDown')), key(name), entriesOf).handled).toBe(false);
  });
});

describe('typing and choosing', () => {
  test('typing searches, with the best match ready for Enter', () => {
    expect(after({ type: 'input', text: 'qwen ' })).toMatchObject({ open: true, query: 'qwen', text: 'qwen ', active: 0 });
    expect(chosenBy(key('Enter'), { type: 'input', text: 'qwen' })).toBe(0);
  });

  test('where nothing is found Enter chooses nothing and the list stays', () => {
    const step = comboboxStep(after({ type: 'input', text: 'zz' }), key('Enter'), entriesOf);
    expect(step).toMatchObject({ chosen: null, handled: true, state: { open: true, text: 'zz' } });
    expect(chosenBy(key('Enter'), { type: 'input', text: 'zz' }, key('ArrowDown'))).toBe(0);
  });

  test('a closed list leaves Enter to the form', () => {
    expect(comboboxStep(CLOSED, key('Enter'), entriesOf)).toEqual({ state: CLOSED, chosen: null, handled: false });
  });

  test('a pointer chooses what it is on', () => {
    expect(after({ type: 'press' }, { type: 'point', index: 7 }).active).toBe(7);
    expect(chosenBy({ type: 'choose', index: 7 }, { type: 'press' })).toBe(7);
    expect(chosenBy({ type: 'choose', index: 99 }, { type: 'press' })).toBeNull();
  });
});

describe('a Japanese input method', () => {
  const composed: readonly ComboboxEvent[] = [{ type: 'composition-start' }, { type: 'input', text: 'くうぇ' }];

  test('nothing is searched while it composes', () => {
    expect(after(...composed)).toMatchObject({ open: false, query: '', text: 'くうぇ', composing: true });
    // What it replaces goes first.
    expect(after({ type: 'composition-start' }, { type: 'input', text: '' })).toMatchObject({ open: false, text: '' });
  });

  test('the word is searched when it is done', () => {
    expect(after(...composed, { type: 'composition-end', text: 'クウェン' })).toMatchObject({ open: true, query: 'クウェン', composing: false, active: 0 });
  });

  test('keys belong to it: Enter chooses nothing, arrows do not move', () => {
    for (const name of ['Enter', 'ArrowDown', 'Escape', 'Tab']) {
      const state = after(...composed);
      expect(comboboxStep(state, key(name, { composing: true }), entriesOf)).toEqual({ state, chosen: null, handled: false });
    }
  });

  test('the Enter that ended it chooses nothing either, though Safari reports it afterwards', () => {
    expect(chosenBy(key('Enter', { composing: true }), ...composed, { type: 'composition-end', text: 'クウェン' })).toBeNull();
    expect(chosenBy(key('Enter'), ...composed, { type: 'composition-end', text: 'クウェン' })).toBe(0);
  });

  test('a phone keyboard composes Latin words too, and those are searched at once', () => {
    expect(after({ type: 'composition-start' }, { type: 'input', text: 'qwe' })).toMatchObject({ open: true, query: 'qwe' });
  });
});

test('no order of events leaves the list or chooses what is not in it', () => {
  const events = fc.oneof(
    fc.record({ type: fc.constant('input' as const), text: fc.constantFrom('', 'q', 'zz', 'く') }),
    fc.constantFrom<ComboboxEvent>({ type: 'composition-start' }, { type: 'toggle' }, { type: 'press' }, { type: 'blur' }),
    fc.record({ type: fc.constant('composition-end' as const), text: fc.constantFrom('', 'クウェン') }),
    fc.record({ type: fc.constantFrom('point' as const, 'choose' as const), index: fc.integer({ min: -2, max: 12 }) }),
    fc.record({
      type: fc.constant('key' as const),
      key: fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter', 'Escape', 'Tab', 'Home', 'x'),
      alt: fc.boolean(),
      composing: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(fc.array(events, { maxLength: 30 }), (list) => {
      let state = CLOSED;
      for (const event of list) {
        const { count } = entriesOf(state.query);
        const step = comboboxStep(state, event, entriesOf);
        if (step.chosen !== null) expect(step.chosen).toBeLessThan(count);
        state = step.state;
        expect(state.active).toBeGreaterThanOrEqual(-1);
        expect(state.active).toBeLessThan(entriesOf(state.query).count);
        if (!state.open) expect(state.active).toBe(-1);
      }
    }),
  );
});
