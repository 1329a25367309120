import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSelection, parseSelection, QUERY_KEYS } from '../../../src/selector/query.ts';
import { startSelection } from '../../../src/selector/defaults.ts';
import { TASKS, type Selection } from '../../../src/selector/selection.ts';
import { withModel, withTask } from '../../../src/selector/transition.ts';
import { anySelection, faultsOf } from './any-selection.ts';
import { catalog, start } from './catalog.ts';

const parse = (query: string, from: Selection = start) => parseSelection(query, catalog, from);
const format = (selection: Selection, from: Selection = start): string => formatSelection(selection, catalog, from);

describe('links that are out there', () => {
  // Of the first selector. They mean what they meant, whatever the defaults become.
  test.each([
    ['model=qwen3-8b&quant=q4_k_m&ctx=8192&macos=26', { task: 'chat', model: 'qwen3-8b', quant: 'q4_k_m', contextTokens: 8192, macos: 'current' }],
    ['?model=gpt-oss-20b&quant=mxfp4&ctx=32768&macos=15', { task: 'chat', model: 'gpt-oss-20b', quant: 'mxfp4', contextTokens: 32_768, macos: 'legacy' }],
    ['?model=llama-3.3-70b&quant=q4_k_m&ctx=4096&macos=26', { model: 'llama-3.3-70b', quant: 'q4_k_m', contextTokens: 4096, macos: 'current' }],
    ['?model=qwen3-32b&quant=mlx-4bit&ctx=16384', { model: 'qwen3-32b', quant: 'mlx-4bit', contextTokens: 16_384, macos: 'current' }],
    ['?quant=q8_0', { model: 'qwen3-8b', quant: 'q8_0' }],
    ['?model=llm-jp-3-13b', { model: 'llm-jp-3-13b', contextTokens: 4096 }],
    ['?model=gpt-oss-120b', { task: 'chat', model: 'gpt-oss-120b', quant: 'mxfp4', contextTokens: 8192 }],
    ['?model=gemma-3-27b&macos=14', { model: 'gemma-3-27b', quant: 'q4_k_m', contextTokens: 8192, macos: 'legacy' }],
    ['?ctx=16384&utm_source=mail', { model: 'qwen3-8b', quant: 'q4_k_m', contextTokens: 16_384 }],
    ['?model=llm-jp-4-8b&quant=iq2_m', { model: 'llm-jp-4-8b', quant: 'iq2_m' }],
  ])('%s', (query, expected) => {
    const { selection, ignored } = parse(query);
    expect(selection).toMatchObject(expected);
    expect(ignored).toEqual([]);
  });

  test.each([
    ['?model=gone&quant=q4_k_m', { model: 'qwen3-8b', quant: 'q4_k_m' }, ['model']],
    ['?model=qwen3-8b&ctx=131072&macos=26', { model: 'qwen3-8b', contextTokens: 8192 }, ['ctx']],
    ['?model=gpt-oss-20b&quant=q4_k_m&ctx=4096', { model: 'gpt-oss-20b', quant: 'mxfp4', contextTokens: 4096 }, ['quant']],
  ])('%s says what of it cannot be used any more', (query, expected, keys) => {
    const { selection, ignored } = parse(query);
    expect(selection).toMatchObject(expected);
    expect(ignored.map(({ key }) => key)).toEqual(keys);
  });

  test.each([
    ['task=agent&model=qwen3-30b-a3b', { task: 'agent', contextTokens: 65_536, quant: 'q4_k_m' }],
    ['task=apps&model=qwen3-4b', { otherAppsGB: 8, contextTokens: 8192 }],
    ['task=lora&model=qwen3-8b', { method: 'qlora', quant: 'mlx-4bit', batch: 1, sequenceTokens: 2048 }],
    ['task=training&model=llama-3.2-1b', { method: 'full-bf16' }],
    ['task=embedding&model=bge-m3', { batch: 32, sequenceTokens: 512, quant: 'f16' }],
    ['task=image&model=flux.2-klein-4b', { quant: 'mlx-8bit', imagePx: 1024, steps: 4 }],
    ['task=chat&model=qwen3-8b&chip=m2-8&mem=16&apps=4&cache=q8_0', { owned: { chip: 'm2-8', memoryGB: 16 }, otherAppsGB: 4, cacheType: 'q8_0' }],
    ['task=agent&model=qwen3-30b-a3b&ctx=32768&cur=jpy&budget=200000&form=desk&used=1', { currency: 'JPY', maxPrice: 200_000, form: 'desk', condition: 'any' }],
    [
      'task=chat&model=own&params=8&active=3&layers=32&kvheads=8&headdim=128',
      { model: 'own', own: { paramsB: 8, activeParamsB: 3, layers: 32, kvHeads: 8, headDim: 128 } },
    ],
    [
      'vs=mac-mini-2026/m6-12/32,mac-studio-2026/m5-max-40/64&wired=57344&disk=100&view=grid',
      { compare: ['mac-mini-2026/m6-12/32', 'mac-studio-2026/m5-max-40/64'], wiredLimitMiB: 57_344, diskGB: 100, view: 'grid' },
    ],
  ])('%s', (query, expected) => {
    const { selection, ignored } = parse(query);
    expect(selection).toMatchObject(expected);
    expect(ignored).toEqual([]);
  });
});

describe('a form without JavaScript sends the fields of the task it was filled in for', () => {
  const sent = 'from=chat&model=qwen3-8b&quant=q4_k_m&ctx=8192&cache=f16&seq=1&cur=jpy&budget=300000&form=any&used=0&macos=26&wired=&apps=0&disk=';

  test.each(TASKS)('%s', (task) => {
    const { selection, ignored } = parse(`task=${task}&${sent}`);
    expect(ignored).toEqual([]);
    expect(selection).toEqual({ ...withTask(start, task, catalog), maxPrice: 300_000 });
  });

  test('what was set stays where the other task has it', () => {
    const { selection, ignored } = parse('task=agent&from=chat&model=qwen3-14b&quant=q8_0&ctx=16384&apps=4');
    expect(ignored).toEqual([]);
    expect(selection).toMatchObject({ task: 'agent', model: 'qwen3-14b', quant: 'q8_0', contextTokens: 16_384, otherAppsGB: 4 });
  });

  test('what is wrong is named all the same', () => {
    expect(parse('task=image&from=chat&model=nope&quant=q9&ctx=1e3').ignored.map(({ key }) => key)).toEqual(['model', 'quant', 'ctx']);
    expect(parse('task=image&from=nope').ignored).toEqual([{ key: 'from', value: 'nope', reason: 'unknown' }]);
    expect(parse('task=image&from=chat&model=flux.1-dev').ignored).toEqual([{ key: 'model', value: 'flux.1-dev', reason: 'not-offered' }]);
  });

  test('alone it is the task', () => {
    expect(parse('from=image')).toEqual({ selection: withTask(start, 'image', catalog), ignored: [] });
  });
});

describe('writing', () => {
  test('is short: task and model, and what is not as the task starts', () => {
    expect(format(start)).toBe('task=chat&model=qwen3-8b');
    expect(format(withTask(start, 'image', catalog))).toBe('task=image&model=flux.2-klein-4b');
    expect(format({ ...start, quant: 'q8_0', contextTokens: 16_384, owned: { chip: 'm4-pro-20', memoryGB: 48 }, macos: 'legacy' })).toBe(
      'task=chat&model=qwen3-8b&quant=q8_0&ctx=16384&chip=m4-pro-20&mem=48&macos=15',
    );
    expect(format({ ...start, maxPrice: 200_000, form: 'desk', compare: ['mac-mini-2026/m6-12/32', 'mac-studio-2026/m5-max-40/64'] })).toBe(
      'task=chat&model=qwen3-8b&cur=jpy&budget=200000&form=desk&vs=mac-mini-2026/m6-12/32,mac-studio-2026/m5-max-40/64',
    );
  });

  test('names what a model brings by itself, so that a link does not depend on lists that grow', () => {
    expect(format(withModel(start, 'gpt-oss-20b', catalog))).toBe('task=chat&model=gpt-oss-20b&quant=mxfp4');
    expect(format(withModel(withTask(start, 'image', catalog), 'sd-1.5', catalog))).toBe('task=image&model=sd-1.5&px=512&steps=25');
  });

  test('the own model is written out', () => {
    expect(format({ ...start, model: 'own' })).toBe('task=chat&model=own&params=8&active=none&layers=32&kvheads=8&headdim=128');
  });

  test('a price has its currency, so that the page in the other language reads the same', () => {
    const english = { ...start, currency: 'USD' as const };
    const query = format({ ...start, maxPrice: 250_000 });
    expect(parse(query, english).selection).toMatchObject({ currency: 'JPY', maxPrice: 250_000 });
    expect(format(english, english)).toBe('task=chat&model=qwen3-8b');
  });

  test('says “none” where a page starts with something', () => {
    const preset: Selection = { ...start, owned: { chip: 'm4-10', memoryGB: 16 }, maxPrice: 150_000, form: 'portable', compare: ['mac-mini-2026/m6-12/16'] };
    const query = format(start, preset);
    expect(query).toBe('task=chat&model=qwen3-8b&chip=none&budget=none&form=any&vs=none');
    expect(parse(query, preset)).toEqual({ selection: start, ignored: [] });
    expect(format(preset, preset)).toBe('task=chat&model=qwen3-8b');
  });

  test('a slider’s rounding does not show', () => {
    const own = { ...start.own, paramsB: 0.1 + 0.2 };
    expect(format({ ...start, model: 'own', own })).toContain('params=0.3&');
  });

  test('everything a task uses, set at once, stays short', () => {
    const full: Selection = {
      ...start,
      task: 'agent',
      model: 'deepseek-r1-distill-qwen-32b',
      quant: 'mlx-4bit',
      contextTokens: 131_072,
      cacheType: 'q8_0',
      sequences: 4,
      owned: { chip: 'm4-pro-20', memoryGB: 48 },
      maxPrice: 1_200_000,
      form: 'portable',
      condition: 'any',
      macos: 'legacy',
      wiredLimitMiB: 57_344,
      otherAppsGB: 12,
      diskGB: 1000,
      view: 'grid',
      compare: ['mac-mini-2026/m5-pro-20/64', 'mac-studio-2026/m5-max-40/128'],
    };
    expect(format(full).length).toBeLessThanOrEqual(300);
    expect(parse(format(full)).selection).toEqual(full);
  });
});

describe('reading back', () => {
  test('gives the selection it was made of', () => {
    fc.assert(
      fc.property(anySelection, (selection) => {
        const query = format(selection);
        expect(parse(query)).toEqual({ selection, ignored: [] });
        expect(parse(`?${query}`).selection).toEqual(selection);
        expect(format(parse(query).selection)).toBe(query);
        expect(query.length).toBeLessThanOrEqual(600);
      }),
      { numRuns: 1000 },
    );
  });

  test('also on a page that starts with something else', () => {
    fc.assert(
      fc.property(anySelection, anySelection, (selection, from) => {
        expect(parse(format(selection, from), from)).toEqual({ selection, ignored: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('an encoded link is the same link', () => {
    const query = format({ ...start, compare: ['mac-mini-2026/m6-12/32', 'mac-mini-2026/m6-12/16'] });
    expect(parse(new URLSearchParams(query).toString()).selection).toEqual(parse(query).selection);
  });
});

describe('what cannot be used', () => {
  test.each([
    ['task=cooking', 'task', 'cooking', 'unknown'],
    ['model=qwen9-8b', 'model', 'qwen9-8b', 'unknown'],
    ['task=speech&model=qwen3-8b', 'model', 'qwen3-8b', 'not-offered'],
    ['task=speech&model=own', 'model', 'own', 'not-offered'],
    ['quant=q9', 'quant', 'q9', 'unknown'],
    ['model=gpt-oss-20b&quant=q4_k_m', 'quant', 'q4_k_m', 'not-offered'],
    ['task=speech&quant=q4_k_m', 'quant', 'q4_k_m', 'not-offered'],
    ['ctx=8k', 'ctx', '8k', 'not-a-number'],
    ['ctx=8192.5', 'ctx', '8192.5', 'not-a-number'],
    ['ctx=1e4', 'ctx', '1e4', 'not-a-number'],
    ['ctx=-1', 'ctx', '-1', 'out-of-range'],
    ['ctx=0', 'ctx', '0', 'out-of-range'],
    ['ctx=99999999', 'ctx', '99999999', 'out-of-range'],
    ['ctx=9999999999999999', 'ctx', '9999999999999999', 'not-a-number'],
    ['cache=q2', 'cache', 'q2', 'unknown'],
    ['cache=toString', 'cache', 'toString', 'unknown'],
    ['seq=0', 'seq', '0', 'out-of-range'],
    ['px=1', 'px', '1', 'out-of-range'],
    ['steps=many', 'steps', 'many', 'not-a-number'],
    ['method=magic', 'method', 'magic', 'unknown'],
    ['task=lora&method=full-bf16', 'method', 'full-bf16', 'not-offered'],
    ['task=embedding&model=bge-large-en-v1.5&len=4096', 'len', '4096', 'out-of-range'],
    ['params=0', 'params', '0', 'out-of-range'],
    ['params=8&active=9', 'active', '9', 'out-of-range'],
    ['layers=1.5', 'layers', '1.5', 'not-a-number'],
    ['chip=m9', 'chip', 'm9', 'unknown'],
    ['chip=m2-8', 'chip', 'm2-8', 'incomplete'],
    ['mem=16', 'mem', '16', 'incomplete'],
    ['cur=eur', 'cur', 'eur', 'unknown'],
    ['budget=cheap', 'budget', 'cheap', 'not-a-number'],
    ['budget=-5', 'budget', '-5', 'out-of-range'],
    ['form=laptop', 'form', 'laptop', 'unknown'],
    ['used=yes', 'used', 'yes', 'unknown'],
    ['macos=9', 'macos', '9', 'unknown'],
    ['macos=20', 'macos', '20', 'unknown'],
    ['macos=tahoe', 'macos', 'tahoe', 'unknown'],
    ['wired=all', 'wired', 'all', 'not-a-number'],
    ['apps=9999', 'apps', '9999', 'out-of-range'],
    ['disk=1TB', 'disk', '1TB', 'not-a-number'],
    ['view=3d', 'view', '3d', 'unknown'],
    ['vs=mac-mini-2026/m6-12/7', 'vs', 'mac-mini-2026/m6-12/7', 'unknown'],
  ])('%s falls back and is reported', (query, key, value, reason) => {
    const { selection, ignored } = parse(query);
    expect(ignored).toEqual([{ key, value, reason }]);
    expect(faultsOf(selection)).toEqual([]);
  });

  test('one wrong value does not take the others with it', () => {
    const { selection, ignored } = parse('model=nope&quant=q8_0&ctx=4096&macos=15&budget=x&form=desk');
    expect(selection).toMatchObject({ model: 'qwen3-8b', quant: 'q8_0', contextTokens: 4096, macos: 'legacy', maxPrice: null, form: 'desk' });
    expect(ignored.map(({ key }) => key)).toEqual(['model', 'budget']);
  });

  test.each([
    ['chip=m2-8&mem=lots', ['incomplete', 'not-a-number']],
    ['chip=m2-8&mem=64', ['incomplete', 'not-offered']],
    ['chip=m9&mem=16', ['unknown', 'incomplete']],
    ['chip=none&mem=16', ['incomplete']],
  ])('%s: what is wrong with one of them leaves both unused', (query, reasons) => {
    const { selection, ignored } = parse(query);
    expect(selection.owned).toBeNull();
    expect(ignored.map(({ reason }) => reason)).toEqual(reasons);
  });

  test('more than three to compare: the first three that exist, the others named', () => {
    const ids = catalog.configurations.slice(0, 5);
    const { selection, ignored } = parse(`vs=${['nope', ...ids, ids[0]].join(',')}`);
    expect(selection.compare).toEqual(ids.slice(0, 3));
    expect(ignored.map(({ reason }) => reason)).toEqual(['unknown', 'out-of-range', 'out-of-range']);
  });

  test('an empty value is none: forms send their empty fields', () => {
    expect(parse(`?${QUERY_KEYS.map((key) => `${key}=`).join('&')}`)).toEqual({ selection: start, ignored: [] });
  });

  test('of a repeated key the first counts; foreign keys are left alone', () => {
    expect(parse('ctx=4096&ctx=9&ctx=x')).toMatchObject({ selection: { contextTokens: 4096 }, ignored: [] });
    expect(parse('utm_source=x&fbclid=y&__proto__=z&constructor=1')).toEqual({ selection: start, ignored: [] });
    expect(parse('')).toEqual({ selection: start, ignored: [] });
  });

  test('any macOS of a generation is understood', () => {
    for (const version of ['11', '14', '15']) expect(parse(`macos=${version}`).selection.macos).toBe('legacy');
    for (const version of ['26', '27']) expect(parse(`macos=${version}`).selection.macos).toBe('current');
  });

  test('a model without a task leads to the task that has it', () => {
    expect(parse('model=whisper-tiny').selection.task).toBe('speech');
    expect(parse('model=sdxl-1.0&steps=30').selection).toMatchObject({ task: 'image', model: 'sdxl-1.0', steps: 30 });
    expect(parse('model=qwen3-8b', withTask(start, 'speech', catalog)).selection.task).toBe('chat');
    expect(parse('model=qwen3-8b', withTask(start, 'lora', catalog)).selection.task).toBe('lora');
  });

  test('a long foreign value is cut between characters', () => {
    expect(parse(`model=${'界'.repeat(500)}`).ignored[0]?.value).toBe('界'.repeat(40));
    expect(parse(`model=${'🍎'.repeat(500)}`).ignored[0]?.value).toBe('🍎'.repeat(40));
  });
});

describe('strings from anywhere', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.webQueryParameters(),
    fc.constantFrom(
      '%',
      '%E0%A4%A',
      '%00',
      '\ud800',
      '\udfff%',
      '+',
      '  ',
      '-0',
      '00008192',
      'NaN',
      'Infinity',
      'none',
      'null',
      '1,,2',
      ',',
      '٣',
      '８１９２',
      '<script>',
    ),
    fc.constantFrom(...catalog.models.slice(0, 5), ...catalog.chips.slice(0, 5)).map(({ id }) => id),
    fc.integer().map(String),
    fc.double().map(String),
  );
  const anyQuery = fc.oneof(
    anyText,
    fc
      .array(fc.tuple(fc.constantFrom(...QUERY_KEYS, 'utm_source', '__proto__', 'toString'), anyText), { maxLength: 30 })
      .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
  );

  test('never throw, and always yield a selection that can be shown and written', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { selection, ignored } = parse(query);
        expect(faultsOf(selection)).toEqual([]);
        for (const { value } of ignored) expect([...value].length).toBeLessThanOrEqual(40);
        expect(parse(format(selection))).toEqual({ selection, ignored: [] });
      }),
      { numRuns: 2000 },
    );
  });

  test('of a megabyte as well', () => {
    const size = 2 ** 20;
    for (const text of [
      'model=' + 'a'.repeat(size),
      '&'.repeat(size),
      'vs=' + 'a,'.repeat(size / 2),
      '%'.repeat(size),
      'ctx=' + '9'.repeat(size),
      'task=chat&'.repeat(size / 10),
    ]) {
      const { selection, ignored } = parse(text);
      expect(faultsOf(selection)).toEqual([]);
      expect(ignored.length).toBeLessThanOrEqual(10);
    }
  });

  test('a catalog without the usual models does not break the page', () => {
    const small = { ...catalog, models: catalog.models.slice(3, 5), imageModels: [], chips: [], configurations: [] };
    const from = startSelection(small);
    expect(parseSelection('task=image&model=qwen3-8b&chip=m1-8&mem=8', small, from).ignored.map(({ reason }) => reason)).toEqual([
      'unknown',
      'unknown',
      'incomplete',
    ]);
  });
});
