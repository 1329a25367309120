import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LONGEST_LINE, linesOf, type Line } from '../../../src/question/lines.ts';

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

const split = async (...texts: string[]): Promise<Line[]> => Array.fromAsync(linesOf(pieces(texts)));

it('splits at line feeds only', async () => {
  expect(await split('a\nb\r\n\nc\u2028d\re')).toEqual(['a', 'b', '', 'c\u2028d\re']);
  expect(await split('a\n', '\n')).toEqual(['a', '']);
  expect(await split()).toEqual([]);
});

it('drops lines that are too long, and nothing else', async () => {
  const piece = 'x'.repeat(LONGEST_LINE / 2);
  expect(await split('a\n', piece, piece, 'x', 'x\nb\n')).toEqual(['a', null, 'b']);
  expect(await split(piece, piece)).toEqual([piece + piece]);
});

it('does not depend on how the text arrives', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028') })), async (texts) => {
      const whole = texts.join('');
      const expected = whole === '' ? [] : whole.replace(/\n$/, '').split('\n');
      expect(await split(...texts)).toEqual(expected.map((line) => line.replace(/\r$/, '')));
    }),
  ));
