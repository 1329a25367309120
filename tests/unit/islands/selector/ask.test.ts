import { parse, type HTMLElement } from 'node-html-parser';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { selectorData } from '../../../../src/components/spec-selector/selector-data.ts';
import { LOCALES, type Locale } from '../../../../src/i18n/locales.ts';
import { textsUnder } from '../../../../src/i18n/ui.ts';
import { Ask } from '../../../../src/islands/selector/Ask.tsx';
import { Notices } from '../../../../src/islands/selector/ask/Notices.tsx';
import { OwnModelFields } from '../../../../src/islands/selector/ask/OwnModelFields.tsx';
import { initialState, selectorReducer } from '../../../../src/islands/selector/state.ts';
import type { ToolText } from '../../../../src/islands/selector/text.ts';
import { catalogOf } from '../../../../src/selector/catalog.ts';
import { startSelection } from '../../../../src/selector/defaults.ts';
import { QUERY_KEYS, type IgnoredReason, type IgnoredValue } from '../../../../src/selector/query.ts';
import { OWN_MODEL, TASKS, type Selection } from '../../../../src/selector/selection.ts';

const data = selectorData();
const catalog = catalogOf(data);
const reduce = selectorReducer(catalog);
const start = startSelection(catalog);

/** Fails where a text is asked for that does not stand in content/ui, and remembers those that do. */
const asked = new Set<string>();
const textOf = (locale: Locale): ToolText => {
  const texts = textsUnder(locale, 'tool.');
  return (key) => {
    if (!(key in texts)) throw new Error(`content/ui: tool.${key}: no such key`);
    asked.add(key);
    return texts[key];
  };
};

const later = (): Promise<never> => Promise.reject(new Error('the server loads nothing later'));

const render = (selection: Selection, locale: Locale = 'ja'): HTMLElement =>
  parse(renderToString(h(Ask, { selection, data, catalog, locale, text: textOf(locale), later, path: '/spec-selector/', dispatch: () => undefined })));

const changedTo = (change: Partial<Selection>): Selection => reduce(initialState(start), { type: 'apply', change }).selection;

/** Every form the form takes. */
const STATES: readonly [string, Selection][] = [
  ...TASKS.map((task): [string, Selection] => [task, changedTo({ task })]),
  ...(['full-amp', 'full-fp32', 'full-bf16', 'full-8bit-adam'] as const).map((method): [string, Selection] => [
    method,
    changedTo({ task: 'training', method }),
  ]),
  ['lora with 16-bit weights', changedTo({ task: 'lora', method: 'lora' })],
  ['own model', changedTo({ model: OWN_MODEL, own: { ...start.own, activeParamsB: 3 } })],
  ['a cache of 8 bit', changedTo({ cacheType: 'q8_0', sequences: 4 })],
  ['a cache of 4 bit', changedTo({ cacheType: 'q4_0' })],
  ['Mac in hand', changedTo({ owned: { chip: 'm2-8', memoryGB: 16 }, wiredLimitMiB: 12_288, otherAppsGB: 4, diskGB: 500, macos: 'legacy' })],
  ['budget in yen', changedTo({ maxPrice: 200_000, form: 'desk', condition: 'any' })],
  ['budget in dollars', changedTo({ currency: 'USD', maxPrice: 1999, form: 'portable' })],
];

const controls = (root: HTMLElement): HTMLElement[] =>
  root.querySelectorAll('input, select, textarea, button').filter((one) => one.getAttribute('type') !== 'hidden');

const nameOf = (control: HTMLElement, root: HTMLElement): string => {
  const byId = (ids: string | undefined): string =>
    (ids ?? '')
      .split(' ')
      .map((id) => (id === '' ? '' : (root.getElementById(id)?.text ?? '')))
      .join(' ');
  return (
    [
      control.getAttribute('aria-label'),
      byId(control.getAttribute('aria-labelledby')),
      control.id && root.querySelector(`label[for="${control.id}"]`)?.text,
      control.closest('label')?.text,
      control.tagName === 'BUTTON' ? control.text : undefined,
    ].find((name) => name !== undefined && name.trim() !== '') ?? ''
  );
};

describe.each(STATES)('the form: %s', (_, selection) => {
  test.each(LOCALES)('every control has a name and its description, in %s', (locale) => {
    const root = render(selection, locale);
    const ids = root.querySelectorAll('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const control of controls(root)) {
      expect(nameOf(control, root).trim(), control.outerHTML.slice(0, 120)).not.toBe('');
      for (const attribute of ['aria-describedby', 'aria-labelledby', 'aria-controls', 'list']) {
        for (const id of control.getAttribute(attribute)?.split(' ') ?? []) expect(ids, `${control.id} ${attribute}`).toContain(id);
      }
    }
    for (const group of root.querySelectorAll('fieldset')) expect(group.querySelector('legend')?.text.trim()).not.toBe('');
    expect(root.toString()).not.toMatch(/\{\w+\}|undefined|NaN|\sstyle=/);
  });

  test('what is sent without JavaScript are keys of the query string', () => {
    const root = render(selection);
    const names = root.querySelectorAll('[name]').map((one) => one.getAttribute('name') ?? '');
    // One switch decides which fields there are; its choice shows in them.
    for (const name of new Set(names)) if (name !== 'mac') expect(QUERY_KEYS).toContain(name);
    const fields = root.querySelectorAll('[name]').filter((one) => one.getAttribute('type') !== 'radio');
    expect(new Set(fields.map((one) => one.getAttribute('name'))).size).toBe(fields.length);
  });

  test('the controls show the selection', () => {
    const root = render(selection);
    expect(root.querySelector('input[name="task"][checked]')?.getAttribute('value')).toBe(selection.task);
    const shown =
      root.querySelector('input[name="model"]')?.getAttribute('value') ?? root.querySelector('select[name="model"] option[selected]')?.getAttribute('value');
    expect(shown).toBe(selection.model);
    for (const select of root.querySelectorAll('select')) expect(select.querySelectorAll('option[selected]'), select.id).toHaveLength(1);
  });
});

describe('what is asked', () => {
  const has = (selection: Selection): string[] =>
    render(selection)
      .querySelectorAll('[name]')
      .map((one) => one.getAttribute('name') ?? '');

  test('depends on the task', () => {
    expect(has(changedTo({ task: 'chat' }))).toEqual(expect.arrayContaining(['quant', 'ctx', 'cache', 'seq']));
    expect(has(changedTo({ task: 'image' }))).toEqual(expect.arrayContaining(['px', 'steps']));
    expect(has(changedTo({ task: 'image' }))).not.toContain('ctx');
    expect(has(changedTo({ task: 'lora' }))).toEqual(expect.arrayContaining(['method', 'quant', 'batch', 'len']));
    expect(has(changedTo({ task: 'training' }))).not.toContain('quant');
    expect(has(changedTo({ task: 'embedding' }))).toEqual(expect.arrayContaining(['batch', 'len']));
    expect(has(changedTo({ task: 'speech' }))).not.toContain('batch');
  });

  test('a budget only of somebody who buys', () => {
    expect(has(start)).toEqual(expect.arrayContaining(['budget', 'cur', 'form', 'used']));
    const owning = has(changedTo({ owned: { chip: 'm2-8', memoryGB: 16 } }));
    expect(owning).toEqual(expect.arrayContaining(['chip', 'mem', 'macos', 'wired', 'apps', 'disk']));
    expect(owning).not.toContain('budget');
  });

  test('the folded conditions say what is set', () => {
    const summary = render(changedTo({ owned: { chip: 'm2-8', memoryGB: 16 }, wiredLimitMiB: 12_288, otherAppsGB: 4 })).querySelector(
      '.ask-limits summary',
    )?.text;
    expect(summary).toContain('12.0GiB');
    expect(summary).toContain('4GB');
  });
});

describe('notices', () => {
  const reasons: readonly IgnoredReason[] = ['unknown', 'not-offered', 'not-a-number', 'out-of-range', 'incomplete'];
  const ignored = QUERY_KEYS.flatMap((key) => reasons.map((reason): IgnoredValue => ({ key, value: `<${reason}>`, reason })));

  test.each(LOCALES)('name every value that was ignored, in %s', (locale) => {
    const props = { ignored, adjusted: ['contextTokens', 'sequenceTokens', 'quant'] as const, selection: start, data, locale, text: textOf(locale) };
    const root = parse(renderToString(h(Notices, props)));
    expect(root.querySelectorAll('li')).toHaveLength(ignored.length);
    expect(root.querySelectorAll('p')).toHaveLength(4);
    expect(root.toString()).not.toContain('<unknown>');
  });
});

test.each(LOCALES)('the own model has a field for every figure, in %s', (locale) => {
  const root = parse(renderToString(h(OwnModelFields, { own: { ...start.own, activeParamsB: 3 }, text: textOf(locale), onChange: () => undefined })));
  expect(root.querySelectorAll('input').map((input) => input.getAttribute('name'))).toEqual(['params', 'active', 'layers', 'kvheads', 'headdim']);
});

/** Texts that only show after the reader did something. */
const AFTER_INPUT = /^ask\.(?:number|copy|paste|model\.(?:found|none|with-quant|japanese))(?:\.|$)/;

test('no text stands in content/ui that nothing shows', () => {
  const unused = Object.keys(textsUnder('ja', 'tool.')).filter((key) => /^ask(?:\.|$)/.test(key) && !asked.has(key) && !AFTER_INPUT.test(key));
  expect(unused).toEqual([]);
});
