import { describe, expect, it } from 'vitest';
import { alarms, read, summary } from './python.ts';

/** Code that is right on a Mac: none of it may be called wrong. */
const FINE: Readonly<Record<string, string>> = {
  'a chain that asks for MPS': `
import torch
if torch.cuda.is_available():
    device = "cuda"
elif torch.backends.mps.is_available():
    device = "mps"
else:
    device = "cpu"
`,
  'MPS asked for first': `
import torch
if torch.backends.mps.is_available():
    device = torch.device("mps")
elif torch.cuda.is_available():
    device = torch.device("cuda")
else:
    device = torch.device("cpu")
`,
  'one conditional for three devices': `
import torch
device = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
`,
  'the CPU first, then what is there': `
import torch
device = "cpu"
if torch.cuda.is_available():
    device = "cuda"
if torch.backends.mps.is_available():
    device = "mps"
`,
  'a check for MPS that is a function': `
from torch import cuda
def pick():
    if cuda.is_available():
        return "cuda"
    if has_mps():
        return "mps"
    return "cpu"
`,
  'calls that need CUDA in its branch': `
import torch
if torch.cuda.is_available():
    torch.cuda.synchronize()
    torch.cuda.set_device(0)
    name = torch.cuda.get_device_name(0)
`,
  'the device of a tensor is asked': `
import torch
if x.device.type == "cuda":
    torch.cuda.synchronize()
if device.startswith("cuda"):
    torch.cuda.synchronize(device)
if "cuda" in str(device):
    torch.cuda.synchronize()
if x.is_cuda:
    torch.cuda.synchronize()
`,
  'a return before': `
import torch
def report():
    if not torch.cuda.is_available():
        return None
    return torch.cuda.get_device_name(0)
`,
  'the other branch of a negation': `
import torch
if not torch.cuda.is_available():
    name = platform.processor()
else:
    name = torch.cuda.get_device_name(0)
`,
  'short circuits': `
import torch
torch.cuda.is_available() and torch.cuda.synchronize()
name = torch.cuda.get_device_name(0) if torch.cuda.is_available() else "none"
`,
  'optional packages': `
try:
    import flash_attn
    import triton
    HAS_TRITON = True
except ImportError:
    HAS_TRITON = False
if HAS_TRITON:
    @triton.jit
    def kernel(x): pass
`,
  'another platform': `
import sys, torch
if sys.platform == "linux":
    torch.cuda.synchronize()
`,
  'comments, docstrings and prose': `
"""Call model.cuda() and torch.cuda.synchronize() first; device = "cuda"."""
# model.cuda()
def f():
    '''x.to("cuda")'''
    print("use model.cuda() on Linux")  # torch.cuda.synchronize()
`,
  'types for the checker only': `
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import triton
`,
  'a type is asked': `
import torch
flag = isinstance(x, torch.cuda.FloatTensor)
`,
  'an operator on the CPU': `
import torch
values = torch.linalg.eig(matrix.cpu())
`,
  'a skipped test': `
import pytest, torch
@pytest.mark.skipif(not torch.cuda.is_available(), reason="CUDA")
def test_cuda():
    torch.cuda.synchronize()
`,
  'pure MLX': `
import mlx.core as mx
import mlx.nn as nn
from mlx_lm import load, generate
model, tokenizer = load("mlx-community/Qwen3-4B-4bit")
print(generate(model, tokenizer, prompt="cuda", max_tokens=10))
mx.eval(model.parameters())
`,
  'pure MPS': `
import torch
device = torch.device("mps")
model = Net().to(device)
torch.mps.synchronize()
torch.mps.empty_cache()
with torch.autocast(device_type="mps", dtype=torch.float16):
    loss = model(x.to("mps"))
`,
};

/** Code that breaks or is left on the CPU, and what must be said of it. */
const WRONG: Readonly<Record<string, readonly [code: string, pattern: string]>> = {
  'CUDA or CPU': ['import torch\ndevice = "cuda" if torch.cuda.is_available() else "cpu"\n', 'device-choice'],
  'CUDA or CPU, the other way round': ['import torch\ndevice = "cpu" if not torch.cuda.is_available() else "cuda"\n', 'device-choice'],
  'a model moved in a branch': ['import torch\nif torch.cuda.is_available():\n    model.cuda()\n', 'device-choice'],
  'a switch that asked CUDA': ['import torch\nuse_cuda = torch.cuda.is_available()\ndevice = torch.device("cuda" if use_cuda else "cpu")\n', 'device-choice'],
  'an assertion': ['import torch\nassert torch.cuda.is_available()\n', 'requires-cuda'],
  'an exit': ['import sys, torch\nif not torch.cuda.is_available():\n    sys.exit("no GPU")\n', 'requires-cuda'],
  'the branch for machines without CUDA': ['import torch\nif not torch.cuda.is_available():\n    torch.cuda.synchronize()\n', 'cuda-synchronize'],
  'behind a try that expects something else': ['import torch\ntry:\n    model.cuda()\nexcept KeyError:\n    pass\n', 'cuda-method'],
  'in the handler': ['import torch\ntry:\n    x = 1\nexcept ImportError:\n    model.cuda()\n', 'cuda-method'],
  'MPS in a comment only': ['import torch\n# mps\ndevice = "cuda" if torch.cuda.is_available() else "cpu"\n', 'device-choice'],
  'MPS in another function': [
    'import torch\ndef a():\n    return "mps"\ndef b():\n    return "cuda" if torch.cuda.is_available() else "cpu"\n',
    'device-choice',
  ],
  'CUDA in the branch of MPS': ['import torch\nif torch.backends.mps.is_available():\n    model.cuda()\n', 'cuda-method'],
  'a kernel': ['import triton\n@triton.jit\ndef kernel(x): pass\n', 'triton-kernel'],
  'a name from an import': ['from torch.cuda import synchronize as wait\nwait()\n', 'cuda-synchronize'],
  'an alias of a module': ['import torch.nn.functional as F\ny = F.rrelu(x)\n', 'operator-missing'],
  'several lines': ['import torch\nx = torch.zeros(\n    3,\n    device="cuda",\n)\n', 'device-literal'],
};

describe('guards', () => {
  it.each(Object.entries(FINE))('%s: no alarm', (_, code) => {
    expect(alarms(code)).toEqual([]);
  });

  it.each(Object.entries(WRONG))('%s: found', (_, [code, pattern]) => {
    expect(alarms(code)).toContain(pattern);
  });

  it('says why something is fine', () => {
    expect(
      summary(
        'import torch\nif torch.cuda.is_available():\n    torch.cuda.synchronize()\nelif torch.backends.mps.is_available():\n    torch.mps.synchronize()\n',
      ),
    ).toEqual(['3 cuda-synchronize (cuda-branch)']);
    expect(
      summary('try:\n    import triton\n    @triton.jit\n    def f(): pass\nexcept ImportError:\n    pass\n').some((line) => line.endsWith('(try-import)')),
    ).toBe(true);
  });

  it('knows imports that may be missing from those that may not', () => {
    const { imports } = read('import torch\ntry:\n    import apex\nexcept ImportError:\n    apex = None\n');
    expect(imports.map(({ path, guard }) => [path, guard])).toEqual([
      ['torch', null],
      ['apex', 'try-import'],
    ]);
  });
});
