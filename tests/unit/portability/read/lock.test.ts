import { describe, expect, it } from 'vitest';
import { find, read } from './read.ts';

const uv = `version = 1
requires-python = ">=3.10"

[[package]]
name = "demo"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "torch", version = "2.5.1", source = { registry = "https://pypi.org/simple" }, marker = "sys_platform == 'darwin'" },
    { name = "torch", version = "2.5.1+cu124", source = { registry = "https://download.pytorch.org/whl/cu124" }, marker = "sys_platform != 'darwin'" },
    { name = "uvicorn", extra = ["standard"] },
]

[package.optional-dependencies]
gpu = [
    { name = "flash-attn" },
]

[package.dev-dependencies]
dev = [
    { name = "pytest" },
]

[[package]]
name = "flash-attn"
version = "2.6.3"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "einops" },
]

[[package]]
name = "einops"
version = "0.8.0"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "nvidia-nccl-cu12"
version = "2.21.5"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "pytest"
version = "8.3.0"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "torch"
version = "2.5.1"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "nvidia-nccl-cu12", marker = "platform_machine == 'x86_64' and sys_platform == 'linux'" },
]

[[package]]
name = "torch"
version = "2.5.1+cu124"
source = { registry = "https://download.pytorch.org/whl/cu124" }
dependencies = [
    { name = "nvidia-nccl-cu12", marker = "sys_platform == 'linux'" },
]

[[package]]
name = "uvicorn"
version = "0.30.0"
source = { registry = "https://pypi.org/simple" }

[package.optional-dependencies]
standard = [
    { name = "uvloop", marker = "sys_platform != 'win32'" },
]

[[package]]
name = "uvloop"
version = "0.20.0"
source = { git = "https://github.com/example/uvloop?rev=main#abc" }
`;

const summary = (text: string, path: string) =>
  read(path, text).dependencies.map(({ name, specifier, onMac, group, direct, index, place }) => [
    `${name}${specifier}`,
    onMac,
    group,
    direct,
    index,
    place.line,
  ]);

describe('uv.lock', () => {
  it('tells what a Mac gets, from which root, and on which line it stands', () => {
    expect(summary(uv, 'uv.lock')).toEqual([
      ['flash-attn==2.6.3', true, 'gpu', true, null, 25],
      ['einops==0.8.0', true, 'gpu', false, null, 33],
      ['nvidia-nccl-cu12==2.21.5', false, null, false, null, 38],
      ['pytest==8.3.0', true, 'dev', true, null, 43],
      ['torch==2.5.1', true, null, true, null, 48],
      ['torch==2.5.1+cu124', false, null, true, 'https://download.pytorch.org/whl/cu124', 56],
      ['uvicorn==0.30.0', true, null, true, null, 64],
      ['uvloop==0.20.0', true, null, false, null, 74],
    ]);
    expect(find(read('uv.lock', uv), 'uvloop').url).toBe('git+https://github.com/example/uvloop?rev=main#abc');
  });

  it('follows extras that exclude each other each on its own', () => {
    const text = `[[package]]
name = "demo"
source = { editable = "." }
[package.optional-dependencies]
cpu = [{ name = "torch", version = "2.5.1" }]
cu124 = [{ name = "torch", version = "2.5.1+cu124" }, { name = "vision" }]
[[package]]
name = "torch"
version = "2.5.1"
source = { registry = "https://pypi.org/simple" }
[[package]]
name = "torch"
version = "2.5.1+cu124"
source = { registry = "https://download.pytorch.org/whl/cu124" }
[[package]]
name = "vision"
version = "1"
source = { registry = "https://pypi.org/simple" }
dependencies = [
  { name = "torch", version = "2.5.1", marker = "extra == 'extra-4-demo-cpu'" },
  { name = "torch", version = "2.5.1+cu124", marker = "extra == 'extra-4-demo-cu124'" },
  { name = "nothing", marker = "sys_platform == 'linux'" },
]
`;
    expect(summary(text, 'uv.lock').map(([name, onMac, group]) => [name, onMac, group])).toEqual([
      ['torch==2.5.1', true, 'cpu'],
      ['torch==2.5.1+cu124', true, 'cu124'],
      ['vision==1', true, 'cu124'],
    ]);
  });

  it('takes the manifest of a script for the root, and knows nothing of a list without one', () => {
    const list = '[[package]]\nname = "torch"\nversion = "2.5.1"\nsource = { registry = "https://pypi.org/simple" }\n';
    expect(summary(`${list}[manifest]\nrequirements = [{ name = "torch", marker = "sys_platform == 'linux'" }]\n`, 'uv.lock')).toEqual([
      ['torch==2.5.1', false, null, true, null, 2],
    ]);
    expect(summary(list, 'uv.lock')).toEqual([['torch==2.5.1', true, null, true, null, 2]]);
  });
});

describe('poetry.lock', () => {
  it('walks from what nothing else asks for', () => {
    const text = `[[package]]
name = "torch"
version = "2.5.1+cu121"
optional = false
python-versions = ">=3.8"

[package.dependencies]
nvidia-nccl-cu12 = {version = "2.21.5", markers = "platform_system == \\"Linux\\""}
sympy = ">=1.13"
cycle-a = "*"

[package.source]
type = "legacy"
url = "https://download.pytorch.org/whl/cu121"
reference = "pytorch"

[[package]]
name = "nvidia-nccl-cu12"
version = "2.21.5"
optional = false
python-versions = ">=3"

[[package]]
name = "sympy"
version = "1.13.1"
optional = false
python-versions = ">=3"

[[package]]
name = "flash-attn"
version = "2.6.3"
optional = true
python-versions = ">=3"

[package.dependencies]
einops = "*"

[[package]]
name = "einops"
version = "0.8"
optional = true
python-versions = ">=3"

[[package]]
name = "pytest"
version = "8.3"
optional = false
python-versions = ">=3"
groups = ["dev"]

[[package]]
name = "triton"
version = "3.1"
optional = false
python-versions = ">=3"
groups = ["main"]
markers = "sys_platform == \\"linux\\""

[[package]]
name = "cycle-a"
version = "1"
[package.dependencies]
cycle-b = "*"

[[package]]
name = "cycle-b"
version = "1"
[package.dependencies]
cycle-a = "*"

[[package]]
name = "ring-a"
version = "1"
[package.dependencies]
ring-b = "*"

[[package]]
name = "ring-b"
version = "1"
[package.dependencies]
ring-a = "*"

[[package]]
name = "uvloop"
version = "1"

[[package]]
name = "uvicorn"
version = "1"
[package.dependencies]
uvloop = {version = "*", optional = true, markers = "sys_platform != \\"win32\\" and extra == \\"standard\\""}

[extras]
gpu = ["flash-attn"]

[metadata]
lock-version = "2.1"
`;
    expect(summary(text, 'poetry.lock').map(([name, onMac, group, direct, index]) => [name, onMac, group, direct, index])).toEqual([
      ['torch==2.5.1+cu121', true, null, true, 'https://download.pytorch.org/whl/cu121'],
      ['nvidia-nccl-cu12==2.21.5', false, null, false, null],
      ['sympy==1.13.1', true, null, false, null],
      ['flash-attn==2.6.3', true, 'gpu', true, null],
      ['einops==0.8', true, 'gpu', false, null],
      ['pytest==8.3', true, 'dev', true, null],
      ['triton==3.1', false, null, true, null],
      ['cycle-a==1', true, null, false, null],
      ['cycle-b==1', true, null, false, null],
      ['ring-a==1', true, null, true, null],
      ['ring-b==1', true, null, false, null],
      ['uvloop==1', true, null, false, null],
      ['uvicorn==1', true, null, true, null],
    ]);
    expect(
      summary(text, 'poetry.lock')
        .slice(0, 3)
        .map((row) => row.at(-1)),
    ).toEqual([2, 18, 24]);
  });
});
