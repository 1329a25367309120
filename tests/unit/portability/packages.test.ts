import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../src/build/portability-knowledge.ts';
import { loadFacts } from '../../../src/facts/registry.ts';
import { check } from '../../../src/portability/check.ts';
import type { PackageFinding } from '../../../src/portability/types.ts';

const knowledge = knowledgeOf(loadFacts());

const finding = (name: string, text: string, path = 'requirements.txt', ...more: readonly { path: string; text: string }[]): PackageFinding | undefined =>
  check([{ path, text }, ...more], knowledge).packages.find((one) => one.name === name);

const verdict = (files: Readonly<Record<string, string>>) =>
  check(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    knowledge,
  ).verdict;

describe('packages', () => {
  it.each([
    ['a local version', 'torch==2.1.0+cu121\n', 'torch==2.1.0'],
    ['a wheel', 'torch @ https://download.pytorch.org/whl/cu118/torch-2.0.1%2Bcu118-cp310-cp310-linux_x86_64.whl\n', undefined],
    ['an index', '--index-url https://download.pytorch.org/whl/cu121\ntorch==2.4.0\n', 'torch==2.4.0'],
  ])('recognises a CUDA build by %s', (_, text, line) => {
    const found = finding('torch', text);
    expect(found).toMatchObject({ state: 'cuda-build', effect: 'changes' });
    if (line !== undefined) expect(found?.line).toBe(line);
  });

  it('an index says nothing of what is not on it', () => {
    expect(finding('numpy', '--index-url https://download.pytorch.org/whl/cu121\nnumpy\ntorch\n')).toMatchObject({ state: 'as-recorded', effect: 'runs' });
  });

  it.each(['jax[cuda12]', 'tensorflow[and-cuda]', 'mlx[cuda]'])('takes the extra for CUDA off %s', (written) => {
    const name = written.replace(/\[.*/, '');
    expect(finding(name, `${written}\n`)).toMatchObject({ state: 'cuda-build', line: name });
  });

  it('recognises NVIDIA wheels by their family, and what watches NVIDIA GPUs as something else', () => {
    expect(finding('nvidia-cublas-cu12', 'nvidia-cublas-cu12==12.1.3.1\n')).toMatchObject({ id: 'nvidia-wheels', effect: 'changes', line: null });
    expect(finding('nvidia-ml-py', 'nvidia-ml-py\n')).toMatchObject({ id: 'pynvml' });
  });

  it.each([
    ['bitsandbytes==0.41.1', 'too-old'],
    ['bitsandbytes<0.45', 'too-old'],
    ['bitsandbytes~=0.43.0', 'too-old'],
    ['bitsandbytes==0.49.*', 'too-old'],
    ['bitsandbytes==0.50.0rc1', 'too-old'],
    ['bitsandbytes==0.50.*', 'as-recorded'],
    ['bitsandbytes<0.51', 'as-recorded'],
    ['bitsandbytes>=0.41', 'as-recorded'],
    ['bitsandbytes==0.50.1', 'as-recorded'],
    ['bitsandbytes', 'as-recorded'],
  ])('%s is %s', (written, state) => {
    expect(finding('bitsandbytes', `${written}\n`)?.state).toBe(state);
  });

  it('what a marker leaves out on a Mac is not judged', () => {
    expect(finding('triton', 'triton; sys_platform == "linux"\n')).toMatchObject({ state: 'skipped', effect: 'runs' });
    expect(verdict({ 'requirements.txt': 'torch\nflash-attn; platform_system != "Darwin"\nxformers; platform_machine == "x86_64"\n' })).toBe('runs');
  });

  it('an unknown package is unknown, and never called fine', () => {
    expect(finding('some-lab-package', 'some-lab-package\n')).toMatchObject({ id: null, status: 'unknown' });
    const { reasons } = check([{ path: 'requirements.txt', text: 'torch\nsome-lab-package\n' }], knowledge);
    expect(reasons).toContainEqual({ kind: 'unknown', count: 1 });
  });

  it('an extra for CUDA does not decide, what is always installed does', () => {
    const project = (extra: string) => `[project]\nname = "x"\ndependencies = ["torch"]\n[project.optional-dependencies]\n${extra}`;
    expect(verdict({ 'pyproject.toml': project('cuda = ["flash-attn", "tensorrt"]\n') })).toBe('runs');
    expect(verdict({ 'pyproject.toml': project('').replace('"torch"', '"torch", "tensorrt"') })).toBe('nvidia');
  });

  it('a list for CUDA machines counts only where it is all there is', () => {
    expect(verdict({ 'requirements.txt': 'torch\n', 'requirements-cuda.txt': 'torch==2.1.0+cu121\nflash-attn\n' })).toBe('runs');
    expect(verdict({ 'requirements-cuda.txt': 'torch==2.1.0+cu121\nflash-attn\n' })).toBe('changes');
  });

  it('code that can do without a package softens what the list says', () => {
    const list = 'torch\nmamba-ssm\n';
    expect(verdict({ 'requirements.txt': list, 'model.py': 'import mamba_ssm\n' })).toBe('nvidia');
    expect(verdict({ 'requirements.txt': list, 'model.py': 'try:\n    import mamba_ssm\nexcept ImportError:\n    mamba_ssm = None\n' })).toBe('part');
  });

  it('what only the code imports is reported', () => {
    expect(finding('flash-attn', 'import flash_attn\n', 'model.py')).toMatchObject({ importedOnly: true, effect: 'changes' });
    expect(verdict({ 'train.py': 'import tensorflow as tf\nimport jax\nimport faiss\n' })).toBe('runs');
    expect(finding('numpy', 'import numpy as np\nimport os, utils\nfrom . import x\n', 'a.py', { path: 'utils.py', text: '' })?.id).toBe('numpy');
    expect(
      check(
        [
          { path: 'a.py', text: 'import os, utils\nfrom . import x\n' },
          { path: 'utils.py', text: '' },
        ],
        knowledge,
      ).packages,
    ).toEqual([]);
  });

  it('tests and containers do not decide beside the code', () => {
    expect(verdict({ 'app.py': 'import torch\n', 'tests/test_app.py': 'model.cuda()\n', Dockerfile: 'FROM nvidia/cuda:12.1.0-base\n' })).toBe('runs');
    expect(verdict({ Dockerfile: 'FROM nvidia/cuda:12.1.0-base\n' })).toBe('changes');
  });

  it('a kernel of its own decides, unless every import of it is guarded', () => {
    const kernel = 'import triton\n@triton.jit\ndef kernel(x): pass\n';
    const main = (body: string) => `import torch\n${body}`;
    expect(verdict({ 'ops/kernel.py': kernel, 'model.py': main('from ops.kernel import kernel\n') })).toBe('nvidia');
    expect(verdict({ 'ops/kernel.py': kernel, 'model.py': main('try:\n    from ops.kernel import kernel\nexcept ImportError:\n    kernel = None\n') })).toBe(
      'runs',
    );
  });

  it('a project of CUDA sources needs NVIDIA, a few beside much Python say nothing', () => {
    expect(verdict({ 'src/kernel.cu': '', 'run.py': 'print(1)\n' })).toBe('nvidia');
    expect(verdict({ 'ops/a.cu': '', 'a.py': 'import torch\n', 'b.py': '', 'c.py': '' })).toBe('runs');
  });

  it('an extra index for CUDA is named, and keeps nothing from a Mac', () => {
    expect(finding('torch', '--extra-index-url https://download.pytorch.org/whl/cu121\ntorch\n')).toMatchObject({ state: 'cuda-build', effect: 'runs' });
    expect(verdict({ 'requirements.txt': '--extra-index-url https://download.pytorch.org/whl/cu121\ntorch\n' })).toBe('runs');
  });

  it('the record of a project speaks for the project itself', () => {
    const named = (name: string) => `[project]\nname = "${name}"\ndependencies = ["torch"]\n`;
    expect(verdict({ 'pyproject.toml': named('diffusers'), 'a.py': 'model.cuda()\n' })).toBe('runs');
    expect(verdict({ 'pyproject.toml': named('diffusers').replace('"torch"', '"torch", "tensorrt"') })).toBe('nvidia');
    expect(verdict({ 'pyproject.toml': named('flash-attn'), 'a.py': 'x = 1\n' })).toBe('nvidia');
    expect(verdict({ 'pyproject.toml': named('my-project'), 'a.py': 'model.cuda()\n' })).toBe('changes');
  });

  it('says nothing where there is nothing', () => {
    expect(check([], knowledge).verdict).toBeNull();
    expect(check([{ path: 'notes.md', text: '' }], knowledge).verdict).toBeNull();
  });
});
