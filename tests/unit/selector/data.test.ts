import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import readModule from 'virtual:selector-data';
import readEnglish from 'virtual:selector-data/en';
import { memoryNeed } from '../../../src/advisor/memory.ts';
import type { ModelFacts } from '../../../src/advisor/types.ts';
import { isOffered } from '../../../src/advisor/weights.ts';
import { selectorData } from '../../../src/components/spec-selector/selector-data.ts';
import { loadFacts } from '../../../src/facts/registry.ts';
import type { SelectorData, Text } from '../../../src/selector/data.ts';
import { pack, unpack } from '../../../src/selector/pack.ts';

const facts = loadFacts();
const data = selectorData();

/** The same with the texts of one language in place of both. */
const inLanguage = (language: 'ja' | 'en', of: SelectorData = data): SelectorData => {
  const both = (text: Text): Text => ({ ja: text[language], en: text[language] });
  return {
    ...of,
    models: of.models.map((model) => (model.note === undefined ? model : { ...model, note: both(model.note) })),
    quantizations: of.quantizations.map((one) => ({ ...one, label: both(one.label), note: both(one.note) })),
    macs: of.macs.map((mac) => ({ ...mac, name: both(mac.name) })),
  };
};

const need = (model: ModelFacts, quantization: SelectorData['quantizations'][number]): number =>
  memoryNeed({ model, quantization, known: data.quantizations, contextTokens: 8192 }).totalBytes;

const travelled = (of: SelectorData, language: 'ja' | 'en'): SelectorData => unpack(JSON.parse(JSON.stringify(pack(of, language))));

describe('selector data', () => {
  it('holds every model, chip and Mac', () => {
    expect(data.models.map(({ id }) => id)).toEqual(facts.models.map(({ id }) => id));
    expect(data.chips.map(({ id }) => id)).toEqual(facts.chips.map(({ id }) => id));
    expect(data.macs.map(({ id }) => id)).toEqual(facts.macs.map(({ id }) => id));
  });

  it('leaves out what the tool does not use', () => {
    expect(Object.keys(data.models[0] ?? {})).not.toContain('sources');
    expect(Object.keys(data.models[0]?.files[0] ?? {})).toEqual(['quant', 'bytes']);
    expect(data.prices.every(({ current, chip, memoryGB }) => current && chip !== undefined && memoryGB !== undefined)).toBe(true);
  });

  it('keeps of a price the newest day it was seen', () => {
    const price = data.prices.find(({ mac, memoryGB, currency }) => mac === 'mac-mini-2026' && memoryGB === 16 && currency === 'USD');
    expect(price?.sources).toEqual([{ asOf: '2026-09-22' }]);
  });

  it('has a published run of every model, chip and engine that the sources it names measured, and names those with many', () => {
    const named = facts.llmBenchmarks.filter(({ name }) => data.sources.some((source) => source.name === name));
    const combinations = new Set(
      named.flatMap(({ rows }) => rows.flatMap((row) => (row.excluded === undefined ? `${row.measure} ${row.chip} ${row.model} ${row.engine}` : []))),
    );
    const engineOf = new Map(facts.quantizations.map(({ id, engine }) => [id, engine]));
    expect(new Set(data.measured.map(([, chip, model, quant, measure]) => `${measure} ${chip} ${model} ${engineOf.get(quant)}`))).toEqual(combinations);
    const runsOf = Map.groupBy(data.measured, ([source]) => source);
    for (const [source, { name }] of data.sources.entries()) expect(runsOf.get(source)?.length ?? 0, name).toBeGreaterThanOrEqual(12);
    for (const [, , , , , , , date] of data.measured) expect(date).toMatch(/^\d{4}(?:-\d{2})?$/);
    for (const [source] of data.measured) expect(data.sources[source]?.url).toMatch(/^https:/);
    const row = data.measured.find(([, chip, model, quant, measure]) => `${chip} ${model} ${quant} ${measure}` === 'm2-8 llama-2-7b q4_0 decode');
    expect(row?.[6]).toBe(21.7);
    expect(data.sources[row?.[0] ?? -1]).toEqual({ name: 'llama.cpp discussion 4167', url: 'https://github.com/ggml-org/llama.cpp/discussions/4167' });
  });

  it('rounds what no answer shows: sizes of models and files', () => {
    const exact = new Map(facts.models.map((model) => [model.id, model]));
    for (const model of data.models) {
      const source = exact.get(model.id);
      const modelNeeds = [model, { ...model, ...source }].map((one) =>
        data.quantizations.filter((quantization) => isOffered(one, quantization)).map((quantization) => need(one, quantization)),
      );
      const [rounded = [], unrounded = []] = modelNeeds;
      expect(rounded).toHaveLength(unrounded.length);
      for (const [place, bytes] of rounded.entries()) expect(Math.abs(bytes / (unrounded[place] ?? 0) - 1), model.id).toBeLessThan(0.0005);
    }
  });

  it('says how far decode estimates have been off, within what issue and page promise', () => {
    expect(data.decodeError.dense).toBeLessThanOrEqual(0.13);
    expect(data.decodeError.small).toBeLessThanOrEqual(0.16);
    expect(data.decodeError.experts).toBeLessThanOrEqual(0.16);
    expect(Math.min(...Object.values(data.decodeError))).toBeGreaterThan(0);
  });

  it.each(['ja', 'en'] as const)('comes back from packing as it was, with the texts of one language: %s', (language) => {
    const back = travelled(data, language);
    expect(back).toEqual(inLanguage(language));
    // Of two models that are the same record one must not have become a copy: calibration compares them by id only, but memory counts.
    expect(back.image.chips).toBe(back.chips);
  });

  it('packs empty lists and fields that only some records have', () => {
    const few = { ...data, models: [], measured: [], sources: [{ name: 'a', url: 'b' }], macs: data.macs.slice(0, 3) };
    expect(travelled(few, 'ja')).toEqual(inLanguage('ja', few));
  });

  it('weighs at most 13.5 KB with brotli', () => {
    const size = (value: unknown): number => brotliCompressSync(JSON.stringify(value)).length;
    const packed = pack(data, 'ja');
    const parts = Object.entries(packed)
      .map(([key, part]) => `${key} ${size(part)}`)
      .join(', ');
    console.log(`selector data: ${size(packed)} bytes (${parts})`);
    expect(size(packed)).toBeLessThanOrEqual(13_500);
  });

  it('is what the virtual module gives, parsed once', () => {
    expect(readModule()).toEqual(data);
    expect(readModule()).toBe(readModule());
    expect(readEnglish()).toEqual(inLanguage('en'));
  });
});
