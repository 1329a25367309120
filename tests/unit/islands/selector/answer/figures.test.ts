import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPartialDate } from '../../../../../src/facts/dates.ts';
import { LOCALES } from '../../../../../src/i18n/locales.ts';
import { dateText, diskText, durationText, figure, fileText, moneyText, rangeText, speedText } from '../../../../../src/islands/selector/answer/figures.ts';
import { logScale } from '../../../../../src/islands/selector/answer/scale.ts';
import { sayer } from '../../../../../src/islands/selector/answer/say.ts';
import { textOf } from './render.ts';

const ja = sayer(textOf('ja'));
const en = sayer(textOf('en'));
const exactly = (value: number) => ({ low: value, mid: value, high: value });

describe('figures', () => {
  test.each([
    [1234, '1,200'],
    [99.6, '100'],
    [14.4, '14'],
    [9.96, '10'],
    [5.04, '5'],
    [4.96, '5'],
    [2.53, '2.5'],
    [0.123, '0.12'],
    [0, '0.001'],
  ])('%d is written %s', (value, written) => expect(figure(value)).toBe(written));

  test('a range whose ends round to the same is one figure', () => {
    expect(rangeText({ low: 10.1, high: 10.4 }, ja)).toBe('10');
    expect(rangeText({ low: 9.6, high: 15.2 }, ja)).toBe('9.6〜15');
    expect(rangeText({ low: 9.6, high: 15.2 }, en)).toBe('9.6–15');
  });

  test.each([
    [0.25, '0.25秒'],
    [90, '90秒'],
    [120, '2分'],
    [7200, '2時間'],
    [259_200, '3日'],
    [94_608_000, '3年'],
  ])('%d seconds are %s', (seconds, written) => expect(durationText(exactly(seconds), ja)).toBe(written));

  test('a speed says what it means in time', () => {
    expect(speedText({ low: 3, mid: 4, high: 5 }, 'images-per-minute', ja)).toBe('1分に3〜5枚（1枚12〜20秒）');
    expect(speedText({ low: 15, mid: 20, high: 30 }, 'times-real-time', en)).toBe('15–30× real time (an hour of sound in 2–4 min)');
  });

  test('money, disks, files', () => {
    expect(moneyText(149_800, 'JPY', 'ja')).toBe('149,800円');
    expect(moneyText(149_800, 'JPY', 'en')).toBe('¥149,800');
    expect(moneyText(1299, 'USD', 'ja')).toBe('$1,299');
    expect([diskText(512), diskText(2000)]).toEqual(['512GB', '2TB']);
    expect([fileText(5.03e9), fileText(0.0912e9), fileText(0)]).toEqual(['5.0GB', '0.091GB', '0GB']);
  });

  test.each(LOCALES)('dates are those of the rest of the site in %s', (locale) => {
    for (const date of ['2026', '2026-08', '2026-10-10']) expect(dateText(date, locale)).toBe(formatPartialDate(date, locale));
  });
});

describe('the axis', () => {
  test('holds every value, in order, between its first and last tick', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 12 }), (values) => {
        const scale = logScale(values);
        if (scale === null) throw new Error('an axis for known values');
        const places = [...values].sort((a, b) => a - b).map(scale.at);
        expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(scale.ticks[0]).toBeLessThanOrEqual(Math.min(...values));
        expect(scale.ticks.length).toBeGreaterThan(0);
        expect(scale.at(scale.ticks[0] ?? Number.NaN)).toBe(0);
      }),
    );
  });

  test('equal factors are equally far apart', () => {
    const scale = logScale([1, 100]);
    expect([1, 10, 100].map((value) => scale?.at(value))).toEqual([0, 0.5, 1]);
  });

  test('there is none without a value', () => expect(logScale([])).toBeNull());
});
