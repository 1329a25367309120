import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../../src/portability/read/read-file.ts';
import { problems, read } from './read.ts';

describe('kindOf by name', () => {
  it.each([
    ['requirements.txt', 'requirements'],
    ['requirements-dev.txt', 'requirements'],
    ['docs/requirements_docs.in', 'requirements'],
    ['requirements/cuda.txt', 'requirements'],
    ['cuda-requirements.txt', 'requirements'],
    ['constraints.txt', 'requirements'],
    ['a/b/pyproject.toml', 'pyproject'],
    ['Pipfile', 'pipfile'],
    ['Pipfile.lock', 'pipfile-lock'],
    ['environment.yml', 'conda'],
    ['environment-gpu.yaml', 'conda'],
    ['env_cuda.yml', 'conda'],
    ['setup.py', 'setup-py'],
    ['setup.cfg', 'setup-cfg'],
    ['uv.lock', 'uv-lock'],
    ['poetry.lock', 'poetry-lock'],
    ['Dockerfile', 'dockerfile'],
    ['docker/Dockerfile.gpu', 'dockerfile'],
    ['gpu.Dockerfile', 'dockerfile'],
    ['Containerfile', 'dockerfile'],
    ['docker-compose.yml', 'compose'],
    ['compose.gpu.yaml', 'compose'],
    ['scripts/train.sh', 'shell'],
    ['demo.ipynb', 'notebook'],
    ['model.py', 'python'],
    ['stubs.pyi', 'python'],
    ['README.md', null],
    ['kernel.cpp', null],
    ['data.csv', null],
    ['Cargo.toml', null],
  ] as const)('%s', (path, kind) => expect(kindOf({ path, text: '?' })).toBe(kind));
});

const python = [
  'import torch',
  'import torch\n',
  'from torch import nn',
  'import os, sys',
  'import numpy as np\nx = np.zeros(3)',
  'x = torch.zeros(3).cuda()',
  'model.cuda()',
  'model.to("cuda")',
  'print("hello")',
  'device = "cuda" if torch.cuda.is_available() else "cpu"',
  'assert torch.cuda.is_available()',
  'def f(x):\n    return x',
  'class Net(nn.Module):\n    pass',
  '@torch.compile\ndef f(x): return x',
  'with torch.cuda.amp.autocast():\n    loss = model(x)',
  'for x in y:\n    pass',
  'a, b = 1, 2',
  'x += 1',
  'x: int = 3',
  'cache[key] = value',
  '"""Docstring."""\nimport torch',
  '# comment\nimport torch',
  '#!/usr/bin/env python3\nimport torch',
  '!pip install torch\nimport torch',
  '%pip install torch\nimport torch',
  'torch\nimport torch\nx = 1',
  'try:\n    import flash_attn\nexcept ImportError:\n    flash_attn = None',
  'deps = ["torch>=2"]\nprint(deps)',
  'dependencies = ["torch"]\nimport setuptools',
  '    x = x.cuda()\n    return x',
  'lr=0.001',
];
const requirements = [
  'torch',
  'torch\nnumpy\n',
  'torch==2.1.0+cu121',
  'torch >= 2.0',
  'torch (>=2.0)',
  'uvicorn[standard]',
  'uvicorn[standard]\nfastapi',
  'ruamel.yaml',
  '# GPU only\ntorch\nflash-attn',
  '-r base.txt',
  '--extra-index-url https://download.pytorch.org/whl/cu121\ntorch',
  'triton; sys_platform == "linux"',
  'torch>=2,<3  # pinned',
  'git+https://github.com/NVIDIA/apex',
  'clip @ git+https://github.com/openai/CLIP.git',
  '-e .',
  'numpy=1.26.4=py312h_0',
  '"torch>=2.0",\n"numpy",',
  'print-color\nimportlib-metadata\nclass-registry\nreturn-codes',
  'numpy==1.26.4 \\\n    --hash=sha256:aaaa\n    # via torch',
];

describe('kindOf by content', () => {
  it.each(python)('Python: %j', (text) => expect(kindOf({ path: '', text })).toBe('python'));
  it.each(requirements)('requirements: %j', (text) => expect(kindOf({ path: '', text })).toBe('requirements'));

  it.each([
    ['[project]\nname = "x"', 'pyproject'],
    ['[tool.poetry]\nname = "x"', 'pyproject'],
    ['[build-system]\nrequires = []', 'pyproject'],
    ['dependencies = [\n  "torch>=2",\n]', 'pyproject'],
    ['[[package]]\nname = "x"\nversion = "1"\nsource = { registry = "https://pypi.org/simple" }', 'uv-lock'],
    ['[[package]]\nname = "x"\nversion = "1"\noptional = false\npython-versions = ">=3.8"', 'poetry-lock'],
    ['FROM nvidia/cuda:12.1.0-devel-ubuntu22.04\nRUN pip install torch', 'dockerfile'],
    ['# syntax=docker/dockerfile:1\nARG BASE\nFROM ${BASE} AS build', 'dockerfile'],
    ['RUN pip install torch', 'dockerfile'],
    ['{"cells": [], "nbformat": 4}', 'notebook'],
    ['{"_meta": {}, "default": {}}', 'pipfile-lock'],
    ['name: x\nchannels:\n  - nvidia\ndependencies:\n  - pytorch', 'conda'],
    ['dependencies:\n- pytorch', 'conda'],
    ['services:\n  app:\n    image: nvidia/cuda:12', 'compose'],
    ['[packages]\ntorch = "*"', 'pipfile'],
    ['[metadata]\nname = x\n[options]\ninstall_requires =\n  torch', 'setup-cfg'],
    ['pip install torch --index-url https://download.pytorch.org/whl/cu121', 'shell'],
    ['$ conda install pytorch -c nvidia', 'shell'],
    ['#!/bin/bash\ntorchrun train.py', 'shell'],
    ['export CUDA_VISIBLE_DEVICES=0\npython train.py', 'shell'],
    ['This is a paragraph of prose that says nothing.', null],
    ['{"name": "thing", "version": 1}', null],
    ['[package]\nname = "crate"\nedition = "2021"', null],
    ['<html><body>x</body></html>', null],
  ] as const)('%j', (text, kind) => expect(kindOf({ path: '', text })).toBe(kind));
});

describe('what cannot be read', () => {
  it.each([
    ['', '', null, ['empty@1 ']],
    ['requirements.txt', ' \n', 'requirements', ['empty@1 ']],
    ['pkg/__init__.py', '', 'python', []],
    ['requirements.txt', 'torch\n\0', null, ['binary@1 ']],
    ['', '\u0001\u0002\u0003\u0004'.repeat(50), null, ['binary@1 ']],
    ['', 'Dear reader, nothing here.', null, ['unknown-kind@1 Dear reader, nothing here.']],
    ['pyproject.toml', '[project]\nname = \n', 'pyproject', ['syntax-toml@2 invalid value']],
    ['environment.yml', 'dependencies:\n  - a\n b: [', 'conda', [expect.stringMatching(/^syntax-yaml@\d /)]],
    ['a.ipynb', '{"cells": [\n{]', 'notebook', ['syntax-json@2 " expected']],
    ['pyproject.toml', `a = ${'['.repeat(5000)}`, 'pyproject', [expect.stringMatching(/^too-deep@1 /)]],
    ['environment.yml', `a: ${'['.repeat(5000)}`, 'conda', [expect.stringMatching(/^too-deep@1 /)]],
    ['a.ipynb', '['.repeat(5000), 'notebook', ['too-deep@1 nested deeper than 100']],
  ])('%s %#', (path, text, kind, expected) => {
    const parsed = read(path, text);
    expect(parsed.kind).toBe(kind);
    expect(problems(parsed)).toEqual(expected);
    expect(parsed.dependencies).toEqual([]);
  });

  it('says nothing about lone surrogates, and keeps them', () => {
    const parsed = read('a.py', 'x = "\ud800"');
    expect(parsed.sources[0]?.text).toBe('x = "\ud800"');
  });
});
