import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresIn } from '../../../../src/build/claims/figures.ts';

const textsIn = (text: string) => figuresIn(text).map((figure) => figure.text);

test.each([
  ['32GBのMacでは25.0GiBまでです', ['32GB', '25.0GiB']],
  ['帯域幅は546GB/sで、38TOPSと18.4TFLOPSです', ['546GB/s', '38TOPS', '18.4TFLOPS']],
  ['1秒に30〜40トークン、つまり30 tok/s', ['1秒', '30tok/s']],
  ['約3割、74〜84%、2.5倍', ['3割', '74〜84%', '2.5倍']],
  ['149,800円、¥1,008、$4.29、約15万円', ['149,800円', '¥1,008', '$4.29', '15万円']],
  ['2026年8月25日に発表、2026-09-29時点', ['2026年8月25日', '2026-09-29']],
  ['macOS 26以降とPyTorch 2.3以上、Python 3.12+', ['macOS26以降', 'PyTorch2.3以上', 'Python3.12+']],
  ['about 21 years, 2 hours, 65 W, macOS 15 or later', ['21years', '2hours', '65W', 'macOS15orlater']],
  ['184,320 GPU時間で約21年かかる', ['184,320GPU時間', '21年']],
])('finds the figures of: %s', (text, figures) => {
  expect(textsIn(text)).toEqual(figures);
});

test.each([
  'Qwen3 32BのQ4_K_M、8,192トークン、4bit、70B',
  'M4 Maxは40コアのGPUです',
  '2分の1に分かれ、3分類し、時間をかける',
  '`PYTORCH_MPS_HIGH_WATERMARK_RATIO`と3つの方法、2台、1枚',
  '2024年版のMac mini、macOS 26、PyTorch 2.15の文書',
  '割り当て、割引、倍精度',
])('finds none in: %s', (text) => {
  expect(textsIn(text)).toEqual([]);
});

test('figures stand where they say, in order, and never overlap', () => {
  const piece = fc.constantFrom('32GB', '546GB/s', '3倍', '2026年8月', 'の', '、', ' ', 'Mac', '12', '%', '約', '5秒', '〜', '$9.99', '円');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const { at, text: figure } of figuresIn(text)) {
        expect(at).toBeGreaterThanOrEqual(end);
        expect(text.slice(at).replace(/\s/g, '').startsWith(figure)).toBe(true);
        end = at + figure.length;
      }
    }),
  );
});
