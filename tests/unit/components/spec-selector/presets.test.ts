import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fitTable } from '../../../../src/components/spec-selector/fit-table.ts';
import { ogResult } from '../../../../src/components/spec-selector/og-result.ts';
import { prepared, presetAnswer, startFor } from '../../../../src/components/spec-selector/preset-answer.ts';
import { modelWords, presetWords, toolSay } from '../../../../src/components/spec-selector/preset-words.ts';
import { LOCALES } from '../../../../src/i18n/locales.ts';
import { STATUS_MARKS } from '../../../../src/islands/selector/answer/status.ts';
import { mainMachine } from '../../../../src/islands/selector/answer/verdict.ts';
import { gibNeeded } from '../../../../src/islands/selector/format.ts';
import { HOME_FORMS, HOME_MODELS } from '../../../../src/navigation/home-choices.ts';
import { presetQuery, presets } from '../../../../src/navigation/presets.ts';
import { COMMON_MODELS, USE_PRESETS } from '../../../../src/navigation/use-presets.ts';
import { answer } from '../../../../src/selector/answer.ts';
import { parseSelection } from '../../../../src/selector/query.ts';
import { withModel } from '../../../../src/selector/transition.ts';

const names = USE_PRESETS.map(({ id }) => id);

describe.each(LOCALES)('presets in %s', (locale) => {
  const read = (query: string) => parseSelection(query, prepared().catalog, startFor(locale));

  test('every query is understood whole', () => {
    const ignored = presets().flatMap((preset) => read(presetQuery(preset)).ignored.map(({ key, value }) => `${preset.id}: ${key}=${value}`));
    expect(ignored).toEqual([]);
  });

  test.each(names)('%s: its words were written for the answer it has, and state it', (id) => {
    const preset = USE_PRESETS.find((one) => one.id === id);
    if (preset === undefined) throw new Error(id);
    const answered = presetAnswer(id, preset.query, locale);
    const { result } = answered;
    expect(result.verdict + (result.cloud ? '-cloud' : '')).toBe(preset.writtenFor);

    const words = presetWords(preset, answered, locale);
    const all = Object.values(words).filter((text) => typeof text === 'string');
    for (const text of all) expect(text).not.toMatch(/\{|\}|undefined|NaN/);
    expect(words.lead).toContain(gibNeeded(result.need?.totalBytes ?? 0));
    expect([...words.description].length).toBeLessThanOrEqual(locale === 'ja' ? 120 : 190);
    const sentences = `${words.lead} ${words.advice}`.split(/。|[.!?](?:\s|$)/).filter((sentence) => sentence.trim() !== '');
    expect(sentences.length).toBeGreaterThanOrEqual(2);
  });

  test.each(names.filter((id) => id.startsWith('local-llm')))('%s: each cell of its table is the answer of the tool', (id) => {
    const preset = USE_PRESETS.find((one) => one.id === id);
    const { selection } = presetAnswer(id, preset?.query ?? '', locale);
    for (const { id: model, cells, needBytes } of fitTable(preset?.models ?? [], selection, prepared()).rows) {
      const { owned, need } = answer(withModel(selection, model, prepared().catalog), prepared());
      expect([cells[0], needBytes]).toEqual([owned?.fit.status, need?.totalBytes]);
    }
  });

  test('the table of all sizes has a row for each common model and a verdict for each size on sale', () => {
    const { rows, sizesGB } = fitTable(COMMON_MODELS, startFor(locale), prepared());
    expect(rows).toHaveLength(COMMON_MODELS.length);
    expect(sizesGB).toEqual([...sizesGB].sort((a, b) => a - b));
    for (const { cells } of rows) expect(cells).toHaveLength(sizesGB.length);
  });

  test('pages by model state the need, or that it is not known', () => {
    for (const preset of presets().filter(({ kind }) => kind === 'model')) {
      const answered = presetAnswer(preset.id, presetQuery(preset), locale);
      const { title, description, lead } = modelWords(answered, locale);
      expect(`${title} ${description} ${lead}`).not.toMatch(/\{|\}|undefined|NaN/);
      const { need } = answered.result;
      if (need !== null) expect(description).toContain(gibNeeded(need.totalBytes));
    }
  });

  test('share images say what the page says', () => {
    for (const preset of presets()) {
      const answered = presetAnswer(preset.id, presetQuery(preset), locale);
      const { status, verdict, detail, bar } = ogResult(answered, locale);
      expect(`${verdict} ${detail}`).not.toMatch(/\{|\}|undefined|NaN/);
      if (status === 'unknown') continue;
      expect(verdict.startsWith(STATUS_MARKS[status])).toBe(true);
      if (status === 'rent') expect(answered.result.verdict).toBe('rent');
      const machine = mainMachine(answered.result);
      if (status !== 'no' && status !== 'rent' && status !== 'limits')
        expect([verdict.includes(toolSay(locale)(`status.${status}`)), machine?.fit.status]).toEqual([true, status]);
      for (const part of Object.values(bar ?? {})) expect(part).toBeLessThanOrEqual(1);
    }
  });

  test('the form of the home page asks for what there is, and for the task it names', () => {
    for (const { task, models } of HOME_MODELS) {
      for (const model of models) {
        const { selection, ignored } = read(`model=${model}&form=any`);
        expect([selection.task, selection.model, ignored]).toEqual([task, model, []]);
        for (const form of HOME_FORMS) expect(read(`model=${model}&form=${form}`).ignored).toEqual([]);
      }
    }
  });
});

test('a preset with a query that is not understood fails with its id', () => {
  expect(() => presetAnswer('broken', 'task=chat&model=no-such-model&ctx=-1', 'ja')).toThrow(/preset broken: model=no-such-model is unknown, ctx=-1/);
});

test('presets have addresses of their own, and articles that exist', () => {
  const ids = presets().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of presets()) expect(id).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
  for (const { articles } of USE_PRESETS) for (const slug of articles) expect(existsSync(`content/articles/ja/${slug}.mdx`), slug).toBe(true);
});
