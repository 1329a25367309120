import { describe, expect, it } from 'vitest';
import { problems, read } from './read.ts';

const notebook = (cells: readonly (readonly [type: string, source: string | string[]])[], metadata: object = {}): string =>
  JSON.stringify(
    { cells: cells.map(([cell_type, source]) => ({ cell_type, metadata: {}, source, outputs: [] })), metadata, nbformat: 4, nbformat_minor: 5 },
    null,
    1,
  );

const code = (...lines: string[]): readonly ['code', string] => ['code', lines.join('\n')];

describe('notebooks', () => {
  it('hands each cell of code over with its number, counted over all cells', () => {
    const parsed = read('a.ipynb', notebook([['markdown', '# x.cuda()'], code('import torch'), ['raw', 'x'], ['code', ['x = 1\n', 'x.cuda()\n']]]));
    expect(parsed.sources).toEqual([
      { text: 'import torch', place: { file: 'a.ipynb', cell: 2, line: 1 } },
      { text: 'x = 1\nx.cuda()\n', place: { file: 'a.ipynb', cell: 4, line: 1 } },
    ]);
    expect(parsed.kind).toBe('notebook');
  });

  it('puts blank lines in the place of magics, and reads what they install', () => {
    const parsed = read(
      'a.ipynb',
      notebook([
        code(
          '!pip install -q torch==2.1.0+cu121 \\',
          '  -f https://download.pytorch.org/whl/torch_stable.html',
          '%pip install "flash-attn>=2"',
          'import torch',
          'if True:',
          '    !nvidia-smi',
          '%matplotlib inline',
          'files = !ls',
          '%time model.fit(x)',
          'text = """',
          '!pip install not-this',
          '%%bash',
          '"""',
          'y = (1',
          '  % 2)',
          'torch.zeros?',
          'pip install bare',
        ),
      ]),
    );
    expect(parsed.sources[0]?.text.split('\n')).toEqual([
      '',
      '',
      '',
      'import torch',
      'if True:',
      '    pass',
      '',
      '',
      'model.fit(x)',
      'text = """',
      '!pip install not-this',
      '%%bash',
      '"""',
      'y = (1',
      '  % 2)',
      '',
      '',
    ]);
    expect(parsed.dependencies.map(({ name, specifier, index, place }) => [`${name}${specifier}`, index, place.cell, place.line])).toEqual([
      ['torch==2.1.0+cu121', 'https://download.pytorch.org/whl/torch_stable.html', 1, 1],
      ['flash-attn>=2', null, 1, 3],
      ['bare', null, 1, 17],
    ]);
    expect(parsed.lines).toContainEqual({ text: 'nvidia-smi', in: 'shell', place: { file: 'a.ipynb', cell: 1, line: 6 } });
  });

  it('reads magics of whole cells', () => {
    const parsed = read(
      'dir/a.ipynb',
      notebook([
        code('%%bash', 'pip install apex', 'docker run --gpus all x'),
        code('%%time', 'model.cuda()'),
        code('', '%%writefile net.py', 'import triton', 'x = 1'),
        code('%%writefile requirements.txt', 'vllm==0.5'),
        code('%%html', '<b>x</b>'),
        code('%%script bash', 'pip install inner'),
        code('%%cu', '__global__ void f() {}'),
      ]),
    );
    expect(parsed.dependencies.map(({ name, place }) => [name, place.cell, place.line])).toEqual([
      ['apex', 1, 2],
      ['vllm', 4, 2],
      ['inner', 6, 2],
    ]);
    expect(parsed.sources.map(({ text, place }) => [text, place.cell, place.line])).toEqual([
      ['\nmodel.cuda()', 2, 1],
      ['import triton\nx = 1', 3, 3],
    ]);
    expect(parsed.lines.filter(({ in: kind }) => kind === 'shell').map(({ text, place }) => [text, place.cell, place.line])).toEqual([
      ['pip install apex', 1, 2],
      ['docker run --gpus all x', 1, 3],
      ['%%html', 5, 1],
      ['pip install inner', 6, 2],
      ['%%cu', 7, 1],
    ]);
  });

  it('reads older notebooks, and no other language', () => {
    const old = JSON.stringify({ nbformat: 3, worksheets: [{ cells: [{ cell_type: 'code', input: ['import torch'] }] }] });
    expect(read('a.ipynb', old).sources.map(({ text }) => text)).toEqual(['import torch']);
    expect(read('a.ipynb', notebook([code('library(torch)')], { kernelspec: { language: 'R' } })).sources).toEqual([]);
  });

  it('names the line where the file breaks off', () =>
    expect(problems(read('a.ipynb', '{\n "cells": [\n  {"cell_type": "code",'))).toEqual(['syntax-json@3 " expected, but the text ends']));
});

describe('Python', () => {
  it('is one source, with what its metadata asks for', () => {
    const text = `#!/usr/bin/env -S uv run
# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "torch",
#   "flash-attn; sys_platform == 'linux'",
# ]
#
# [tool.uv.sources]
# torch = { index = "pt" }
#
# [[tool.uv.index]]
# name = "pt"
# url = "https://download.pytorch.org/whl/cu124"
# explicit = true
# ///
import torch
`;
    const parsed = read('run.py', text);
    expect(parsed.sources).toEqual([{ text, place: { file: 'run.py', line: 1 } }]);
    expect(parsed.dependencies.map(({ name, onMac, index, place }) => [name, onMac, index, place.line])).toEqual([
      ['torch', true, 'https://download.pytorch.org/whl/cu124', 5],
      ['flash-attn', false, null, 6],
    ]);
    expect(problems(read('run.py', '# /// script\n# dependencies = [\n# ///\nx = 1\n'))).toEqual([expect.stringMatching(/^syntax-toml@[23] /)]);
  });

  it('reads pasted cells with their magics, and leaves files as they are', () => {
    const pasted = read('', '!pip install torch\nimport torch\ntorch.zeros(1).cuda()');
    expect(pasted.kind).toBe('python');
    expect(pasted.dependencies.map(({ name }) => name)).toEqual(['torch']);
    expect(pasted.sources[0]?.text).toBe('\nimport torch\ntorch.zeros(1).cuda()');
    expect(read('a.py', '!pip install torch\n').sources[0]?.text).toBe('!pip install torch\n');
  });
});
