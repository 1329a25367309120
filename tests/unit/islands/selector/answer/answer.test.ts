import fc from 'fast-check';
import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { FIT_STATUSES } from '../../../../../src/advisor/budget.ts';
import { GiB } from '../../../../../src/advisor/bytes.ts';
import { LOCALES } from '../../../../../src/i18n/locales.ts';
import type { MachineView, SelectorResult } from '../../../../../src/selector/result.ts';
import { OWN_MODEL, TASKS, type Selection } from '../../../../../src/selector/selection.ts';
import { ask, chosen, START } from '../../../selector/prepared.ts';
import { selections } from '../../../selector/selections.ts';
import { render, renderLater } from './render.ts';

const air = { chip: 'm2-8', memoryGB: 16 };
const max = { chip: 'm4-max-40', memoryGB: 64 };

const COMPARED = ['mac-mini-2026/m6-12/32', 'mac-studio-2026/m5-max-40/64'];

/** Every form the answer takes. */
const STATES: readonly [string, Selection][] = [
  ...TASKS.map((task): [string, Selection] => [task, chosen(task)]),
  ...TASKS.map((task): [string, Selection] => [`${task} on a Mac in hand`, chosen(task, undefined, { owned: air })]),
  ['too small', chosen('chat', 'qwen3-30b-a3b', { owned: air, otherAppsGB: 6 })],
  ['after the setting', chosen('chat', 'llama-3.3-70b', { owned: max, contextTokens: 32_768, macos: 'legacy' })],
  ['raised limit', chosen('chat', 'llama-3.3-70b', { owned: max, wiredLimitMiB: 57_344 })],
  ['measured', chosen('chat', 'qwen3.6-27b', { owned: { chip: 'm5-max-40', memoryGB: 64 } })],
  ['nothing within the budget', chosen('chat', 'qwen3-30b-a3b', { maxPrice: 1, form: 'desk' })],
  ['used Macs', chosen('chat', 'qwen3-14b', { condition: 'any', currency: 'USD', form: 'portable' })],
  ['compared', { ...START, compare: COMPARED }],
  ['rent', chosen('training', 'llama-3.3-70b', { method: 'full-amp' })],
  ['own model', { ...START, model: OWN_MODEL }],
  ['grid', { ...START, view: 'grid' }],
  ['grid of methods', chosen('training', undefined, { view: 'grid' })],
  ['not listed', { ...START, model: 'no-such-model' }],
];

/** What a reader sees and hears. */
const wordsOf = (html: HTMLElement): string =>
  [html.textContent, ...html.querySelectorAll('[aria-label]').map((element) => element.getAttribute('aria-label'))].join(' ');

/** What must hold of any answer. */
const check = (html: HTMLElement): void => {
  expect(wordsOf(html)).not.toMatch(/undefined|NaN|Infinity|\[object|\{\w+\}|null/);
  expect(html.toString()).not.toMatch(/undefined|NaN|Infinity/);
  expect(html.querySelectorAll('[style]')).toHaveLength(0);
  const levels = html.querySelectorAll('h1, h2, h3, h4, h5, h6').map(({ rawTagName }) => Number(rawTagName.slice(1)));
  expect(levels[0]).toBe(2);
  levels.slice(1).forEach((level, index) => expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1));
  const ids = html.querySelectorAll('[id]').map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const named = html.querySelectorAll('[aria-labelledby]').map((element) => element.getAttribute('aria-labelledby') ?? '');
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
};

const part = (text: string | undefined): number => Number(text?.replace('%', '')) / 100;

describe('the answer', () => {
  describe.each(LOCALES)('in %s', (locale) => {
    test.each(STATES)('%s', (_, selection) => {
      check(render(selection, locale));
      check(renderLater(selection, locale));
    });
  });

  test('is whole for any selection', () => {
    fc.assert(
      fc.property(selections, fc.constantFrom(...LOCALES), (selection, locale) => {
        check(render(selection, locale));
        check(renderLater(selection, locale));
      }),
      { numRuns: 60 },
    );
  });

  test('is whole whatever is not known of a machine', () => {
    const selection = chosen('chat');
    const bare = ask(selection);
    const strip = (machine: MachineView): MachineView => ({
      ...machine,
      speed: null,
      prefill: null,
      timeToFirstToken: null,
      price: null,
      foreignPrice: null,
      measured: [],
    });
    for (const locale of LOCALES) check(render(selection, locale, { ...bare, candidates: bare.candidates.map(strip) }));
  });

  test('names the state in words beside every mark', () => {
    const badges = render(chosen('chat', 'qwen3-30b-a3b', { owned: air })).querySelectorAll('.answer-badge');
    expect(badges.length).toBeGreaterThan(3);
    for (const badge of badges) {
      expect(badge.querySelector('[aria-hidden]')).not.toBeNull();
      expect(badge.textContent.replace(badge.querySelector('[aria-hidden]')?.textContent ?? '', '').trim()).not.toBe('');
    }
  });

  test('reads nothing aloud before the reader changed something', () => {
    expect(render(START).querySelector('[aria-live]')?.textContent).toBe('');
  });

  test('says what is not known, and shows no machine', () => {
    const html = render({ ...START, model: 'no-such-model' });
    expect(html.querySelector('.answer-verdict .answer-terms')?.textContent).toContain('モデル');
    expect(html.querySelector('.answer-card')).toBeNull();
  });

  test('gives the command of the result, and none where none is needed', () => {
    const selection = chosen('chat', 'llama-3.3-70b', { owned: max, contextTokens: 32_768, macos: 'legacy' });
    const result = ask(selection);
    expect(result.owned?.fit.status).toBe('needs-setting');
    expect(render(selection).querySelector('.answer-command code')?.textContent).toBe(`sudo sysctl iogpu.wired_limit_mb=${result.owned?.fit.wiredLimitMiB}`);
    expect(render(chosen('chat', undefined, { owned: air })).querySelector('.answer-command')).toBeNull();
  });

  test('sends to where renting is explained', () => {
    const selection = chosen('training', 'llama-3.3-70b', { method: 'full-amp' });
    expect(ask(selection).cloud).toBe(true);
    const link = (cloudPath?: string) => render(selection, 'en', undefined, cloudPath === undefined ? {} : { cloudPath }).querySelector('.answer-cloud a');
    expect(link()?.getAttribute('href')).toBe('/en/cloud-gpus/');
    expect(link('/cloud/')?.getAttribute('href')).toBe('/en/cloud/');
  });
});

describe('the bars', () => {
  const selection = chosen('chat', 'qwen3.6-27b', { owned: { chip: 'm5-max-40', memoryGB: 64 } });
  const result = ask(selection);
  const machine = result.owned as MachineView;
  const need = result.need as NonNullable<SelectorResult['need']>;
  const card = render(selection).querySelector('.answer-card') as HTMLElement;

  test('show every part of the need in its share of the memory', () => {
    const memory = machine.memoryGB * GiB;
    let sum = 0;
    for (const { key, bytes } of need.terms) {
      const rect = card.querySelector(`.answer-bar .part-${key}`);
      expect(part(rect?.getAttribute('x'))).toBeCloseTo(sum / memory, 3);
      expect(part(rect?.getAttribute('width'))).toBeCloseTo(bytes / memory, 3);
      sum += bytes;
    }
    expect(sum).toBe(need.totalBytes);
    expect(part(card.querySelector('.bar-limit')?.getAttribute('x1'))).toBeCloseTo(machine.budget.gpuLimitBytes / memory, 3);
  });

  test('have sizes beside them that sum to the total', () => {
    const sizes = card.querySelectorAll('.answer-legend .figure').map(({ textContent }) => Number.parseFloat(textContent));
    expect(sizes.reduce((total, size) => total + size, 0)).toBeCloseTo(need.totalBytes / GiB, 2);
  });

  test('mark every published speed, with its source and date in the list', () => {
    const decode = machine.measured.filter(({ measure }) => measure === 'decode');
    expect(decode.length).toBeGreaterThan(0);
    expect(card.querySelectorAll('.answer-speed circle')).toHaveLength(decode.length);
    const links = card.querySelectorAll('.answer-points a').map((link) => link.getAttribute('href'));
    expect(links.sort()).toEqual(machine.measured.map(({ source }) => source.url).sort());
  });

  test('order low, middle and high', () => {
    const range = card.querySelector('.speed-range');
    const [from, width] = [part(range?.getAttribute('x')), part(range?.getAttribute('width'))];
    const mid = part(card.querySelector('.speed-mid')?.getAttribute('x1'));
    expect(mid).toBeGreaterThan(from);
    expect(mid).toBeLessThan(from + width);
  });
});

describe('the grid', () => {
  test('has a button for every row and a word for every cell', () => {
    const html = renderLater({ ...START, view: 'grid' });
    const rows = html.querySelectorAll('.answer-grid tbody tr');
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row.querySelectorAll('th button')).toHaveLength(1);
      expect(row.querySelectorAll('td').every((cell) => (cell.querySelector('.visually-hidden')?.textContent ?? '') !== '')).toBe(true);
    }
    expect(html.querySelectorAll('.answer-grid [aria-pressed="true"]')).toHaveLength(1);
    expect(html.querySelectorAll('.answer-marks li')).toHaveLength(FIT_STATUSES.length);
  });
});

describe('the comparison', () => {
  test('has a column for every machine chosen', () => {
    const html = renderLater({ ...START, compare: COMPARED });
    expect(html.querySelectorAll('.answer-compare thead th')).toHaveLength(COMPARED.length);
    for (const row of html.querySelectorAll('.answer-compare tbody tr')) expect(row.querySelectorAll('td')).toHaveLength(COMPARED.length);
  });
});
