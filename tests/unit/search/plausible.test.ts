import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlausible } from '../../../src/search/plausible.ts';

test.each([
  ['メモリ', 'ユニ\u200bファイド\u200bメモリ\u200bの\u200b上限'],
  ['メモリ上限', 'メモリの上限'],
  ['ＧＰＵ', 'gpuの上限'],
  ['training', 'trained models'],
  ['MPS', 'PyTorchのmpsデバイス'],
])('%s may be in: %s', (word, text) => {
  expect(isPlausible(word, text)).toBe(true);
});

test.each([
  ['xyzzy', 'x86_64のPython'],
  ['qwertyuiop', 'Qwen3 and everything we write here, operator by operator'],
  ['ほげほげ', 'ほかのアプリを閉じる'],
  ['ぬるぽがっ', 'ぬくもりがあったので'],
])('%s is not in: %s', (word, text) => {
  expect(isPlausible(word, text)).toBe(false);
});

test('a word that stands in the text always may', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      (word, before, after) => {
        fc.pre(word.trim() !== '' && !word.includes('\u200b'));
        expect(isPlausible(word, `${before} ${word} ${after}`)).toBe(true);
      },
    ),
  );
});

test('takes anything', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (word, text) => typeof isPlausible(word, text) === 'boolean'));
});
