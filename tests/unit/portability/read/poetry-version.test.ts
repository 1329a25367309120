import { describe, expect, it } from 'vitest';
import { parseCondaSpec } from '../../../../src/portability/read/conda-spec.ts';
import { fromPoetryVersion } from '../../../../src/portability/read/poetry-version.ts';

describe('fromPoetryVersion', () => {
  it.each([
    ['^1.2.3', '>=1.2.3,<2.0.0'],
    ['^0.2.3', '>=0.2.3,<0.3.0'],
    ['^0.0.3', '>=0.0.3,<0.0.4'],
    ['^0.0', '>=0.0,<0.1'],
    ['^2', '>=2,<3'],
    ['^2.0.0b1', '>=2.0.0b1,<3.0.0'],
    ['~1.2.3', '>=1.2.3,<1.3.0'],
    ['~1', '>=1,<2'],
    ['~=1.4', '~=1.4'],
    ['*', ''],
    ['1.2.3', '==1.2.3'],
    ['=1.2.3', '==1.2.3'],
    ['2.*', '==2.*'],
    ['>=1.0, <2.0', '>=1.0,<2.0'],
    ['>= 1.0 <2.0', '>=1.0,<2.0'],
    ['^1.0 || ^3.0', '>=1.0,<2.0||>=3.0,<4.0'],
    ['', ''],
  ])('%s', (constraint, specifier) => expect(fromPoetryVersion(constraint)).toBe(specifier));
});

describe('parseCondaSpec', () => {
  it.each([
    ['numpy', 'numpy', '', null],
    ['numpy=1.26', 'numpy', '==1.26.*', null],
    ['numpy==1.26.4', 'numpy', '==1.26.4', null],
    ['numpy=1.26.4=py312h_0', 'numpy', '==1.26.4', null],
    ['numpy >=1.2,<2', 'numpy', '>=1.2,<2', null],
    ['numpy>=1.2', 'numpy', '>=1.2', null],
    ['numpy 1.26.*', 'numpy', '==1.26.*', null],
    ['numpy=1.2|1.3', 'numpy', '==1.2.*||==1.3', null],
    ['pytorch=2.1.0=py3.10_cuda12.1_cudnn8_0', 'pytorch', '==2.1.0+cu121', null],
    ['pytorch=2.1=*cuda*', 'pytorch', '==2.1+cu', null],
    ['pytorch=2.1.0=cuda112py39h_1', 'pytorch', '==2.1.0+cu112', null],
    ['pytorch-cuda=12.1', 'pytorch-cuda', '==12.1.*', null],
    ['nvidia::cuda-toolkit', 'cuda-toolkit', '', 'nvidia'],
    ['nvidia/label/cuda-12.1.0::cuda-nvcc=12.1', 'cuda-nvcc', '==12.1.*', 'nvidia/label/cuda-12.1.0'],
    ["pytorch[version='>=2.0', build='*cuda*']", 'pytorch', '>=2.0', null],
    ['_openmp_mutex=5.1=1_gnu', 'openmp-mutex', '==5.1', null],
  ])('%s', (written, name, specifier, index) => expect(parseCondaSpec(written)).toEqual({ name, specifier, index }));

  it.each(['', 'hello world', '=1.2', 'a[b', '日本語'])('takes nothing from %j', (written) => expect(parseCondaSpec(written)).toBeNull());
});
