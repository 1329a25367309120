import { describe, expect, it } from 'vitest';
import { problems, read } from './read.ts';

describe('environment.yml', () => {
  it('reads packages, channels and the list below pip', () => {
    const parsed = read(
      'environment.yml',
      `name: demo
channels:
  - pytorch
  - nvidia # CUDA
dependencies:
  - python=3.10
  - pip
  - pytorch=2.1.0=py3.10_cuda12.1_cudnn8.9.2_0
  - pytorch-cuda=12.1
  - nvidia::cuda-toolkit
  - "numpy >=1.26,<2"
  - pip:
      - --extra-index-url https://download.pytorch.org/whl/cu121
      - flash-attn==2.5.8
      - -r requirements.txt
      - triton; sys_platform == 'linux'
`,
    );
    expect(parsed.dependencies.map(({ name, specifier, from, index, onMac, place }) => [name, specifier, from, index, onMac, place.line])).toEqual([
      ['pytorch', '==2.1.0+cu121', 'conda', null, true, 8],
      ['pytorch-cuda', '==12.1.*', 'conda', null, true, 9],
      ['cuda-toolkit', '', 'conda', 'nvidia', true, 10],
      ['numpy', '>=1.26,<2', 'conda', null, true, 11],
      ['flash-attn', '==2.5.8', 'pypi', 'https://download.pytorch.org/whl/cu121', true, 14],
      ['triton', '', 'pypi', 'https://download.pytorch.org/whl/cu121', false, 16],
    ]);
    expect(problems(parsed)).toEqual(['follows-another-file@15 requirements.txt']);
    expect(parsed.lines).toContainEqual({ text: '  - nvidia', in: 'conda', place: { file: 'environment.yml', line: 4 } });
  });

  it('does not follow aliases into endless repetition', () => {
    const levels = Array.from({ length: 30 }, (_, index) => `l${index + 1}: &l${index + 1} [*l${index}, *l${index}, *l${index}]`).join('\n');
    const parsed = read('environment.yml', `l0: &l0 [torch]\n${levels}\ndependencies: *l30\n`);
    expect(parsed.kind).toBe('conda');
    expect(read('environment.yml', 'x: &x\n  - torch\ndependencies: *x\n').dependencies.map(({ place }) => place.line)).toEqual([2]);
  });

  it('takes quoted signs for no comment', () => {
    expect(read('compose.yml', 'services:\n  a:\n    command: "x # y" # z\n    # gone\n').lines.map(({ text }) => text.trim())).toEqual([
      'services:',
      'a:',
      'command: "x # y"',
    ]);
  });
});
