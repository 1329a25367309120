import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find, wordsOf } from '../../../src/operators/match.ts';

const eig = { names: 'linalg_eig torch.linalg.eig aten::linalg_eig', text: '△ cpuに逃がせば動く 固有値はcpuで計算します。' };
const to = { names: 'to torch.tensor.to', text: '' };
const histogram = { names: 'histogram torch.histogram', text: '' };
const rrelu = { names: 'rrelu torch.nn.functional.rrelu torch.rrelu', text: 'これを使うモジュール：torch.nn.rrelu' };
const finds = (entry: typeof eig, query: string): boolean => find([entry], wordsOf(query)).has(entry);

describe('searching operators', () => {
  it.each(['linalg.eig', 'torch.linalg.eig(', 'ＬＩＮＡＬＧ＿ＥＩＧ', 'eig linalg', '固有値', '逃がせば', ' '])('finds torch.linalg.eig by %s', (query) => {
    expect(finds(eig, query)).toBe(true);
  });
  it('takes the operator out of an error message', () => {
    const message = "NotImplementedError: The operator 'aten::linalg_eig.out' is not currently implemented for the MPS device.";
    expect(wordsOf(message)).toEqual(['linalg_eig']);
    expect(finds(eig, message)).toBe(true);
    expect(finds(rrelu, message)).toBe(false);
  });
  it.each(['F.rrelu(x)', 'nn.RReLU', 'torch.Tensor.rrelu_', 'rrelu_'])('finds rrelu by %s', (query) => {
    expect(finds(rrelu, query.replace('(x)', ''))).toBe(true);
  });
  it('takes a short word for the beginning of a name', () => {
    expect(finds(to, 'to')).toBe(true);
    expect(finds(histogram, 'to')).toBe(false);
    expect(finds(histogram, 'togram')).toBe(true);
  });
  it('looks into notes only where no name fits', () => {
    const other = { names: 'linalg_matrix_sqrth', text: 'can be computed from torch.linalg.eig.' };
    expect([...find([eig, other], wordsOf('linalg.eig'))]).toEqual([eig]);
    expect([...find([eig, other], wordsOf('computed'))]).toEqual([other]);
  });
  it('answers whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (query) => {
        const words = wordsOf(query);
        expect(words.length).toBeLessThanOrEqual(8);
        expect(find([eig, to], words).size).toBeLessThanOrEqual(2);
      }),
    );
  });
});
