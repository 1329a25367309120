import { describe, expect, test } from 'vitest';
import { fitTitle, HEIGHT, lineHeight, placeLines, TEXT_WIDTH } from '../../../src/build/og/layout.ts';
import { findPhrases } from '../../../src/build/og/phrases.ts';

/** Full-width characters are as wide as they are high, Latin letters about 0.56 of that. */
const measure = (text: string): number => [...text].reduce((width, character) => width + (character > '\u2e7f' ? 100 : 56), 0);
const fit = (title: string, room = 300) => fitTitle(title, room, measure, findPhrases);

describe('fitTitle', () => {
  test('gives a short title one large line', () => {
    expect(fit('メモリの上限')).toEqual({ size: 96, lines: ['メモリの上限'] });
  });

  test('breaks a long one between phrases', () => {
    expect(fit('なぜMacでCUDAは動かないのか、代わりに何を使えばよいのか').lines).toEqual(['なぜMacでCUDAは', '動かないのか、代わりに', '何を使えばよいのか']);
  });

  test('never exceeds the width or the height, whatever the title', () => {
    for (const title of ['あ'.repeat(200), 'x'.repeat(200), 'word '.repeat(60), 'Macは機械学習に向いているのか'.repeat(4)]) {
      const { size, lines } = fit(title);
      for (const line of lines) expect((measure(line) * size) / 100).toBeLessThanOrEqual(TEXT_WIDTH);
      expect(lines.length * lineHeight(size)).toBeLessThanOrEqual(300);
    }
  });

  test('says that a title was cut', () => {
    expect(fit('あ'.repeat(200)).lines.at(-1)).toMatch(/あ…$/);
  });
});

describe('placeLines', () => {
  test('stacks section, title and detail without overlap inside the image', () => {
    const lines = placeLines(
      {
        title: 'Qwen3 8Bを動かせるMacをすべて調べる',
        section: '道具',
        locale: 'ja',
        result: { status: 'fits', verdict: '○ 入る：Mac mini M6 16GB', detail: '必要なメモリ 7.2GiB', bar: null },
      },
      measure,
      findPhrases,
    );
    expect(lines.map(({ tone }) => tone)).toEqual(['accent', ...lines.slice(1, -2).map(() => 'ink'), 'accent', 'soft']);
    lines.forEach((line, index) => {
      const next = lines[index + 1];
      if (next) expect(next.top).toBeGreaterThanOrEqual(line.top + lineHeight(line.size));
    });
    expect((lines.at(-1)?.top ?? 0) + lineHeight(34)).toBeLessThan(HEIGHT - 130);
  });

  test('shrinks a verdict that names a long Mac, and cuts what is still too long', () => {
    const verdictOf = (verdict: string) =>
      placeLines({ title: 'LLM', locale: 'ja', result: { status: 'fits', verdict, detail: '', bar: null } }, measure, findPhrases).at(-1);
    expect(verdictOf('○ 入る：Mac mini')).toMatchObject({ text: '○ 入る：Mac mini', size: 48, tone: 'accent' });
    const long = verdictOf('○ 入る：MacBook Air 13・15インチ M2（GPU 8コア）16GB');
    expect(long?.text).toMatch(/16GB$/);
    expect(long?.size).toBeLessThan(48);
    expect(verdictOf('あ'.repeat(60))).toMatchObject({ size: 34, text: expect.stringMatching(/あ…$/) as string });
  });

  test('hangs an opening bracket by an even number of pixels', () => {
    const [line] = placeLines({ title: '「統合メモリ」とは', locale: 'ja' }, measure, findPhrases);
    expect(line?.x).toBeLessThan(80);
    expect((line?.x ?? 1) % 2).toBe(0);
  });
});
