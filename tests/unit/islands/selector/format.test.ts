import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf, toolText } from '../../../../src/build/tool-text.ts';
import { LOCALES } from '../../../../src/i18n/locales.ts';
import { textsUnder } from '../../../../src/i18n/ui.ts';
import { flat, grouped } from '../../../../src/islands/selector/flat.ts';
import { gib, gibNeeded, integer, partsInGiB } from '../../../../src/islands/selector/format.ts';
import { fill } from '../../../../src/islands/selector/text.ts';

const GiB = 2 ** 30;

describe('numbers', () => {
  test('thousands are grouped the same everywhere', () => {
    expect([0, 512, 8192, 131_072, 10_485_760].map(integer)).toEqual(['0', '512', '8,192', '131,072', '10,485,760']);
    fc.assert(fc.property(fc.nat(), (value) => void expect(integer(value)).toBe(value.toLocaleString('en-US'))));
  });

  test('a need is never written smaller than it is', () => {
    expect(gibNeeded(7.11 * GiB)).toBe('7.2');
    expect(gibNeeded(7 * GiB)).toBe('7.0');
    expect(gib(11.84 * GiB)).toBe('11.8');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2000, noNaN: true }), (value) => void expect(Number(gibNeeded(value * GiB))).toBeGreaterThanOrEqual(value - 1e-9)),
    );
  });

  test('written parts sum to the written total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const [total] = partsInGiB([parts.reduce((sum, bytes) => sum + bytes, 0)]);
        const sum = partsInGiB(parts).reduce((before, part) => before + Math.round(Number(part) * 100), 0);
        expect((sum / 100).toFixed(2)).toBe(total);
      }),
    );
  });
});

describe('texts', () => {
  const dictionaries = LOCALES.map((locale) => textsUnder(locale, 'tool.'));

  test('both languages leave the same blanks to fill', () => {
    const blanks = (text = ''): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
    const [ja = {}, en = {}] = dictionaries;
    for (const key of Object.keys(ja).filter((one) => !one.startsWith('answer.'))) expect(new Set(blanks(en[key])), key).toEqual(new Set(blanks(ja[key])));
  });

  test('a blank without a value stays visible', () => {
    expect(fill('{gb}GB {other}', { gb: 16 })).toBe('16GB {other}');
  });

  test('come out of their groups as they went in', () => {
    for (const dictionary of dictionaries) expect(flat(grouped(dictionary))).toEqual(dictionary);
    expect(grouped({ a: '1', 'a.b': '2', 'c.d.e': '3' })).toEqual({ a: { '': '1', b: '2' }, c: { d: { e: '3' } } });
  });

  test('each belongs to what shows it: a part that opens later, or the tool itself', () => {
    for (const dictionary of dictionaries) {
      const parts = ['', 'own', 'paste', 'worked'].map((part) => Object.keys(toolText(dictionary, part)));
      expect(parts.flat().sort()).toEqual(Object.keys(dictionary).sort());
      expect(parts.every(({ length }) => length > 5)).toBe(true);
    }
    expect(partOf('answer.worked.need')).toBe('');
    expect(partOf('answer.worked.need.formula')).toBe('worked');
    expect(partOf('ask.paste')).toBe('');
    expect(partOf('ask.paste.how')).toBe('paste');
  });
});
