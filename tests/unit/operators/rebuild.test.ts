import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readNativeFunctions } from '../../../src/operators/native-functions.ts';
import { countOperators, rebuild } from '../../../src/operators/rebuild.ts';
import type { Operator } from '../../../src/schemas/operator-table.ts';

const counted = countOperators(readNativeFunctions(parse(readFileSync(new URL('small.yaml', import.meta.url), 'utf8'))));
const find = (name: string) => counted.find((operator) => operator.name === name);
const kernels = (name: string) => {
  const operator = find(name);
  return operator && `${operator.cpu} ${operator.cuda} ${operator.mps}${operator.cpuFallback ? ' fallback' : ''}`;
};

describe('kernels from native_functions.yaml', () => {
  it.each([
    ['a structured function has the kernels of its delegate', 'plain', 'native native native'],
    ['no dispatch: made of others', 'composed', 'composite composite composite'],
    ['a composite beside a kernel runs everywhere', 'both', 'native composite composite'],
    ['only CUDA', 'streams', 'none native none'],
    ['only MPS', 'shader', 'none none native'],
    ['kernels for sparse tensors do not count', 'thin', 'native native none fallback'],
    ['only the CPU', 'linalg_slow', 'native none none fallback'],
    ['a composite that calls its out variant', 'split_up', 'native native none fallback'],
    ['an overload that calls the main one', 'special_curve', 'native native none fallback'],
    ['one overload of two', 'product', 'native native native'],
    ['a ufunc', 'sum_up', 'native native native'],
    ['an operator that calls one without a kernel', 'rrelu', 'composite composite none fallback'],
    ['always float64', 'float_power', 'composite composite none fallback'],
    ['only in place', 'uniform', 'native native native'],
  ])('%s', (_, name, expected) => {
    expect(kernels(name)).toBe(expected);
  });

  it('names the overloads without a kernel where others have one', () => {
    expect(find('product')?.missingOverloads).toEqual(['product.dtype']);
    expect(counted.filter(({ missingOverloads }) => missingOverloads !== undefined)).toHaveLength(1);
  });

  it('counts what people call and nothing else, in the order of names', () => {
    expect(counted.map(({ name }) => name)).toEqual(
      'both composed float_power glow item linalg_slow plain product rrelu shader special_curve split_up streams sum_up thin uniform'.split(' '),
    );
  });

  it('knows what they are called in Python', () => {
    expect(['plain', 'streams', 'linalg_slow', 'special_curve', 'glow', 'uniform', 'item'].map((name) => find(name)?.python[0])).toEqual([
      'torch.plain',
      'torch.Tensor.streams',
      'torch.linalg.slow',
      'torch.special.curve',
      'torch.nn.functional.glow',
      'torch.Tensor.uniform_',
      'torch.Tensor.item',
    ]);
  });

  it.each([
    ['no list', { func: 'a() -> ()' }, /expected a list/],
    ['no schema', [{ func: 'a() -> Tensor' }, { func: 'nonsense' }], /entry 2: expected a schema in func/],
    ['no function', [null], /entry 1/],
  ])('refuses %s', (_, yaml, message) => {
    expect(() => readNativeFunctions(yaml)).toThrow(message);
  });
});

describe('a rebuilt table', () => {
  const before: Operator[] = [
    { name: 'gone', python: ['torch.gone'], cpu: 'native', cuda: 'native', mps: 'native' },
    {
      name: 'plain',
      python: ['torch.plain'],
      modules: ['torch.nn.Plain'],
      cpu: 'native',
      cuda: 'native',
      mps: 'none',
      cpuFallback: true,
      testedDtypes: ['f32'],
      limits: [{ variant: '', kind: 'gradient', dtypes: [] }],
      note: { ja: '注意', en: 'note' },
    },
    { name: 'composed', python: ['torch.nn.functional.composed', 'torch.composed'], cpu: 'composite', cuda: 'composite', mps: 'composite' },
  ];
  const { operators, differences } = rebuild(before, counted);

  it('keeps what the file cannot say, and lets go of what no longer holds', () => {
    expect(operators.find(({ name }) => name === 'plain')).toEqual({
      name: 'plain',
      python: ['torch.plain'],
      cpu: 'native',
      cuda: 'native',
      mps: 'native',
      testedDtypes: ['f32'],
      limits: [{ variant: '', kind: 'gradient', dtypes: [] }],
      note: { ja: '注意', en: 'note' },
    });
    expect(operators.find(({ name }) => name === 'composed')?.python).toEqual(['torch.nn.functional.composed', 'torch.composed']);
  });

  it('says what is new, gone or changed', () => {
    expect(differences.added).toHaveLength(counted.length - 2);
    expect(differences.added).toContain('thin (mps none)');
    expect(differences.gone).toEqual(['gone']);
    expect(differences.changed).toEqual(['plain: mps none → native', 'plain: cpuFallback true → –']);
  });
});
