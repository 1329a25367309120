import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnfinished, readNumber, type NumberRule } from '../../../../../src/islands/selector/ask/numbers.ts';
import { BUDGET_RULE, OWN_RULES, WIRED_RULE } from '../../../../../src/islands/selector/ask/rules.ts';

const TOKENS: NumberRule = { min: 512, max: 40_960, whole: true, suffixes: { k: 1024 } };

describe('a number typed by hand', () => {
  test.each([
    ['8192', 8192],
    [' 8,192 ', 8192],
    ['８１９２', 8192],
    ['８，１９２', 8192],
    ['8k', 8192],
    ['３２Ｋ', 32_768],
    ['+512', 512],
  ])('%s is read', (typed, value) => {
    expect(readNumber(typed, TOKENS)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['abc', 'not-a-number'],
    ['八千', 'not-a-number'],
    ['1e4', 'not-a-number'],
    ['0x200', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['5constructor', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['-', 'not-a-number'],
    ['-8192', 'too-small'],
    ['－８１９２', 'too-small'],
    ['ー8192', 'too-small'],
    ['81', 'too-small'],
    ['99999999999999999999', 'too-large'],
    ['1000.5', 'not-whole'],
  ])('%s is %s', (typed, problem) => {
    expect(readNumber(typed, TOKENS)).toEqual({ ok: false, problem });
  });

  test.each([
    ['200,000円', 200_000],
    ['￥200000', 200_000],
    ['$1,999', 1999],
    ['20万', 200_000],
    ['１．１万', 11_000],
    ['', null],
  ])('a budget of “%s”', (typed, value) => {
    expect(readNumber(typed, BUDGET_RULE)).toEqual({ ok: true, value });
  });

  test('parameters may be written as in the name of a model, the GPU limit in GiB', () => {
    expect(readNumber('8B', OWN_RULES.paramsB)).toEqual({ ok: true, value: 8 });
    expect(readNumber('270m', OWN_RULES.paramsB)).toEqual({ ok: true, value: 0.27 });
    expect(readNumber('24 GiB', WIRED_RULE)).toEqual({ ok: true, value: 24_576 });
  });

  test('whatever is typed, a value that is read keeps the rule', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.double().map(String), fc.bigInt().map(String)), (typed) => {
        const reading = readNumber(typed, TOKENS);
        if (!reading.ok || reading.value === null) return;
        expect(Number.isInteger(reading.value)).toBe(true);
        expect(reading.value).toBeGreaterThanOrEqual(TOKENS.min);
        expect(reading.value).toBeLessThanOrEqual(TOKENS.max);
      }),
    );
  });

  test('what typing on can still make right is not called wrong yet', () => {
    expect(isUnfinished('81', 'too-small')).toBe(true);
    expect(isUnfinished('', 'empty')).toBe(true);
    expect(isUnfinished('-81', 'too-small')).toBe(false);
    expect(isUnfinished('99999', 'too-large')).toBe(false);
    expect(isUnfinished('x', 'not-a-number')).toBe(false);
  });
});
