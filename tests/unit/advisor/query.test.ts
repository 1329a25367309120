import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatQuery, MIN_CONTEXT_TOKENS, offered, parseQuery, presetFor, QUERY_KEYS, withModel, type Selection } from '../../../src/advisor/query.ts';
import { isOffered } from '../../../src/advisor/weights.ts';
import { anyEra, anyPair, catalog, facts } from './facts.ts';

const { defaults } = catalog;

const anySelection: fc.Arbitrary<Selection> = anyPair.chain(({ model, quantization }) =>
  fc.record({
    model: fc.constant(model.id),
    quant: fc.constant(quantization.id),
    contextTokens: fc.integer({ min: MIN_CONTEXT_TOKENS, max: model.contextMax }),
    macos: anyEra,
  }),
);

const isValid = ({ model: modelId, quant, contextTokens }: Selection): boolean => {
  const model = facts.models.find(({ id }) => id === modelId);
  if (!model) return false;
  const quantization = facts.quantizations.find(({ id }) => id === quant);
  return quantization !== undefined && isOffered(model, quantization) && contextTokens >= MIN_CONTEXT_TOKENS && contextTokens <= model.contextMax;
};

describe('the query string', () => {
  test('is short and readable', () => {
    expect(formatQuery(defaults)).toBe('model=qwen3-8b&quant=q4_k_m&ctx=8192&macos=26');
  });

  test('reads back to the selection it was made of', () => {
    fc.assert(
      fc.property(anySelection, (selection) => {
        expect(parseQuery(formatQuery(selection), catalog)).toEqual({ selection, ignored: [] });
        expect(parseQuery(`?${formatQuery(selection)}`, catalog, presetFor('gpt-oss-20b', catalog)).selection).toEqual(selection);
      }),
    );
  });

  test('never throws, and always yields a selection that can be shown', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.webQueryParameters());
    const anyQuery = fc.oneof(
      anyText,
      fc
        .array(fc.tuple(fc.constantFrom(...QUERY_KEYS, 'utm_source', '__proto__'), anyText))
        .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
    );
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { selection, ignored } = parseQuery(query, catalog);
        expect(isValid(selection)).toBe(true);
        for (const { value } of ignored) expect(Array.from(value).length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 500 },
    );
  });

  test('nothing asked for gives the start, and foreign keys are left alone', () => {
    expect(parseQuery('', catalog)).toEqual({ selection: defaults, ignored: [] });
    expect(parseQuery('utm_source=newsletter&fbclid=x', catalog)).toEqual({ selection: defaults, ignored: [] });
  });

  test.each([
    ['model=qwen9-8b', 'model', 'qwen9-8b', 'unknown'],
    ['model=', 'model', '', 'unknown'],
    ['quant=q9', 'quant', 'q9', 'unknown'],
    ['model=gpt-oss-20b&quant=q4_k_m', 'quant', 'q4_k_m', 'not-offered'],
    ['ctx=8k', 'ctx', '8k', 'not-a-number'],
    ['ctx=-1', 'ctx', '-1', 'out-of-range'],
    ['ctx=0', 'ctx', '0', 'out-of-range'],
    ['ctx=99999999', 'ctx', '99999999', 'out-of-range'],
    ['macos=9', 'macos', '9', 'unknown'],
    ['macos=20', 'macos', '20', 'unknown'],
    ['macos=tahoe', 'macos', 'tahoe', 'unknown'],
  ])('%s falls back and is reported', (query, key, value, reason) => {
    const { selection, ignored } = parseQuery(query, catalog);
    expect(ignored).toEqual([{ key, value, reason }]);
    expect(isValid(selection)).toBe(true);
  });

  test('one wrong value does not take the others with it', () => {
    const { selection, ignored } = parseQuery('model=nope&quant=q8_0&ctx=4096&macos=15', catalog);
    expect(selection).toEqual({ model: 'qwen3-8b', quant: 'q8_0', contextTokens: 4096, macos: 'legacy' });
    expect(ignored.map(({ key }) => key)).toEqual(['model']);
  });

  test('any macOS of a generation is understood', () => {
    for (const version of ['11', '14', '15']) expect(parseQuery(`macos=${version}`, catalog).selection.macos).toBe('legacy');
    for (const version of ['26', '27']) expect(parseQuery(`macos=${version}`, catalog).selection.macos).toBe('current');
  });

  test('a long foreign value is cut', () => {
    expect(parseQuery(`model=${'界'.repeat(500)}`, catalog).ignored[0]?.value).toBe('界'.repeat(40));
  });
});

describe('the quantizations of a list', () => {
  const idsFor = (id: string, chosen?: string): string[] => {
    const model = facts.models.find((candidate) => candidate.id === id);
    if (!model) throw new Error(`no ${id}`);
    return offered(model, facts.quantizations, chosen).map((quantization) => quantization.id);
  };

  test('are the common ones and those with a file', () => {
    expect(idsFor('llm-jp-4-8b')).toEqual(facts.quantizations.filter(({ common }) => common).map(({ id }) => id));
    expect(idsFor('gemma-3-27b')).toContain('q4_0');
    expect(idsFor('gpt-oss-20b')).toEqual(['mxfp4', 'mlx-mxfp4']);
    for (const { id } of facts.models) expect(idsFor(id).length, id).toBeLessThanOrEqual(18);
  });

  test('hold the one a link has named, and nothing a model does not come in', () => {
    expect(idsFor('llm-jp-4-8b')).not.toContain('iq2_m');
    expect(idsFor('llm-jp-4-8b', 'iq2_m')).toContain('iq2_m');
    expect(parseQuery('model=llm-jp-4-8b&quant=iq2_m', catalog).selection.quant).toBe('iq2_m');
    expect(idsFor('gpt-oss-20b', 'q4_k_m')).toEqual(['mxfp4', 'mlx-mxfp4']);
  });
});

describe('another model', () => {
  test('keeps what it allows and replaces the rest', () => {
    fc.assert(
      fc.property(anySelection, anyPair, (selection, { model }) => {
        const next = withModel(selection, model.id, catalog);
        expect(next.model).toBe(model.id);
        expect(next.macos).toBe(selection.macos);
        expect(isValid(next)).toBe(true);
        const allowed = offered(model, facts.quantizations, selection.quant).some(({ id }) => id === selection.quant);
        if (allowed) expect(next.quant).toBe(selection.quant);
        expect(next.contextTokens).toBe(Math.min(selection.contextTokens, model.contextMax));
      }),
    );
  });

  test('an unknown model changes nothing', () => {
    expect(withModel(defaults, 'nope', catalog)).toBe(defaults);
    expect(presetFor('nope', catalog)).toBe(defaults);
  });

  test('a preset is the start with another model', () => {
    expect(presetFor('gpt-oss-20b', catalog)).toEqual({ ...defaults, model: 'gpt-oss-20b', quant: 'mxfp4' });
    expect(presetFor('llm-jp-3-13b', catalog).contextTokens).toBe(4096);
    for (const { id } of facts.models) expect(isValid(presetFor(id, catalog)), id).toBe(true);
  });
});
