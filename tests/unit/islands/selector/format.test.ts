import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toolText } from '../../../../src/build/tool-text.ts';
import { isLater } from '../../../../src/islands/selector/later-keys.ts';
import { LOCALES } from '../../../../src/i18n/locales.ts';
import { textsUnder } from '../../../../src/i18n/ui.ts';
import { gib, gibNeeded, integer, partsInGiB } from '../../../../src/islands/selector/format.ts';
import { packText, unpackText } from '../../../../src/islands/selector/packed-text.ts';
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

  test('come back by their keys, though these do not travel', () => {
    for (const dictionary of dictionaries) {
      const packed = packText(dictionary);
      const text = unpackText(JSON.parse(JSON.stringify(packed)));
      for (const [key, value] of Object.entries(dictionary)) expect(text(key), key).toBe(value);
      expect(JSON.stringify(packed)).not.toContain('verdict');
    }
    expect(unpackText(packText({}))('a')).toBeUndefined();
    expect(unpackText(packText({ a: '', b: 'B' }))('a')).toBe('');
    expect(() => packText({ a: 'two\nlines' })).toThrow('several lines');
  });

  test('each belongs to what shows it: a part that opens later, or the tool itself', () => {
    for (const dictionary of dictionaries) {
      const parts = [false, true].map((later) => Object.keys(toolText(dictionary, later)));
      expect(parts.flat().sort()).toEqual(Object.keys(dictionary).sort());
      expect(parts.every(({ length }) => length > 5)).toBe(true);
    }
    expect(isLater('answer.worked.need')).toBe(false);
    expect(isLater('answer.worked.need.formula')).toBe(true);
    expect(isLater('ask.paste')).toBe(false);
    expect(isLater('ask.paste.how')).toBe(true);
  });
});
