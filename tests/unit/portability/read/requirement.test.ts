import { describe, expect, it } from 'vitest';
import { parseRequirement } from '../../../../src/portability/read/requirement.ts';

const plain = { extras: [], specifier: '', url: null, marker: null };

describe('parseRequirement', () => {
  it.each([
    ['torch', { name: 'torch' }],
    ['Flash_Attn', { name: 'flash-attn' }],
    ['ruamel.yaml>=0.17', { name: 'ruamel-yaml', specifier: '>=0.17' }],
    ['torch == 2.1.0+cu121', { name: 'torch', specifier: '==2.1.0+cu121' }],
    ['torch >=2 , <3', { name: 'torch', specifier: '>=2,<3' }],
    ['torch (>=2.0,<3)', { name: 'torch', specifier: '>=2.0,<3' }],
    ['uvicorn[standard, dev]~=0.30', { name: 'uvicorn', extras: ['standard', 'dev'], specifier: '~=0.30' }],
    ['numpy==1.26.*', { name: 'numpy', specifier: '==1.26.*' }],
    ['triton; sys_platform == "linux"', { name: 'triton', marker: 'sys_platform == "linux"' }],
    ['torch>=2;python_version<"3.13"', { name: 'torch', specifier: '>=2', marker: 'python_version<"3.13"' }],
    ['torch @ https://example.org/torch-2.1.0%2Bcu118-cp310-cp310-linux_x86_64.whl', { name: 'torch', specifier: '==2.1.0+cu118' }],
    ['clip @ git+https://github.com/openai/CLIP.git@main ; sys_platform == "linux"', { name: 'clip', marker: 'sys_platform == "linux"' }],
    ['git+https://github.com/NVIDIA/apex', { name: 'apex' }],
    ['git+https://github.com/facebookresearch/xformers.git@v0.0.20#egg=xformers[all]', { name: 'xformers', extras: ['all'] }],
    ['git+ssh://git@github.com/facebookresearch/detectron2.git', { name: 'detectron2' }],
    ['git+https://github.com/example/mono.git#subdirectory=packages/inner', { name: 'inner' }],
    ['https://github.com/example/thing/archive/refs/heads/main.zip', { name: 'thing' }],
    ['https://example.org/simple/xformers-0.0.20-cp310-cp310-manylinux2014_x86_64.whl', { name: 'xformers', specifier: '==0.0.20' }],
    ['./wheels/flash_attn-2.5.8+cu122torch2.3-cp310-cp310-linux_x86_64.whl', { name: 'flash-attn', specifier: '==2.5.8+cu122torch2.3' }],
    ['https://example.org/files/pkg-1.2.tar.gz', { name: 'pkg', specifier: '==1.2' }],
  ])('%s', (written, expected) => {
    const { url, ...rest } = parseRequirement(written) ?? { url: '', name: '' };
    const isAddressed = written.includes('://') || written.endsWith('.whl');
    expect(rest).toEqual({ extras: plain.extras, specifier: plain.specifier, marker: plain.marker, ...expected });
    expect(url === null).toBe(!isAddressed);
  });

  it.each(['', 'import torch', 'x = 1', 'torch=2.1', 'torch-', '-torch', 'torch >=', 'torch[', 'torch ()', 'print("x")', '==1.0', 'a b', '日本語', 'torch @ '])(
    'takes nothing from %j',
    (written) => expect(parseRequirement(written)).toBeNull(),
  );
});
