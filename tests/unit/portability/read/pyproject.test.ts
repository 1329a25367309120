import { describe, expect, it } from 'vitest';
import { asked, find, places, problems, read } from './read.ts';

const project = `[build-system]
requires = ["setuptools>=61", "torch"]

[project]
name = "Demo_App"
dependencies = [
    # the framework
    "torch>=2.4",
    "triton>=3; sys_platform == 'linux'",
    'numpy<2', "clip @ git+https://github.com/openai/CLIP.git",
]

[project.optional-dependencies]
gpu = ["flash-attn==2.6.3", "bitsandbytes"]
all = ["demo-app[gpu]"]

[dependency-groups]
dev = ["pytest", { include-group = "lint" }]
lint = ["ruff==0.6"]
`;

describe('pyproject.toml', () => {
  it('reads the standard tables, with groups, markers and lines', () => {
    const parsed = read('pyproject.toml', project);
    expect(parsed.dependencies.map(({ name, specifier, group, onMac, place }) => [name, specifier, group, onMac, place.line])).toEqual([
      ['torch', '>=2.4', null, true, 8],
      ['triton', '>=3', null, false, 9],
      ['numpy', '<2', null, true, 10],
      ['clip', '', null, true, 10],
      ['flash-attn', '==2.6.3', 'gpu', true, 14],
      ['bitsandbytes', '', 'gpu', true, 14],
      ['pytest', '', 'dev', true, 18],
      ['ruff', '==0.6', 'lint', true, 19],
      ['setuptools', '>=61', 'build-system', true, 2],
      ['torch', '', 'build-system', true, 2],
    ]);
    expect(parsed.problems).toEqual([]);
  });

  it('resolves the sources and indexes of uv for a Mac', () => {
    const parsed = read(
      'pyproject.toml',
      `[project]
dependencies = ["torch==2.5.1", "torchvision", "numpy", "core", "apex", "xformers"]

[tool.uv.sources]
torch = [
  { index = "pytorch-cu124", marker = "sys_platform != 'darwin'" },
  { index = "pytorch-cpu", marker = "sys_platform == 'darwin'" },
]
torchvision = { index = "pytorch-cu124", marker = "sys_platform == 'linux'" }
xformers = { index = "pytorch-cu124" }
core = { workspace = true }
apex = { git = "https://github.com/NVIDIA/apex", rev = "abc" }

[[tool.uv.index]]
name = "pytorch-cu124"
url = "https://download.pytorch.org/whl/cu124"
explicit = true

[[tool.uv.index]]
name = "pytorch-cpu"
url = "https://download.pytorch.org/whl/cpu"
explicit = true

[tool.uv]
dev-dependencies = ["ruff"]
`,
    );
    expect(parsed.dependencies.map(({ name, index, url, group }) => [name, index, url, group])).toEqual([
      ['torch', 'https://download.pytorch.org/whl/cpu', null, null],
      ['torchvision', null, null, null],
      ['numpy', null, null, null],
      ['apex', null, 'git+https://github.com/NVIDIA/apex@abc', null],
      ['xformers', 'https://download.pytorch.org/whl/cu124', null, null],
      ['ruff', null, null, 'dev'],
    ]);
  });

  it('lets an index of uv that is not explicit hold for all', () => {
    const parsed = read('pyproject.toml', '[project]\ndependencies = ["torch"]\n[[tool.uv.index]]\nurl = "https://download.pytorch.org/whl/cu128"\n');
    expect(find(parsed, 'torch').index).toBe('https://download.pytorch.org/whl/cu128');
  });

  it('reads Poetry', () => {
    const parsed = read(
      'pyproject.toml',
      `[tool.poetry]
name = "demo"

[tool.poetry.dependencies]
python = "^3.10"
torch = { version = "^2.1.0", source = "pytorch-cu121" }
numpy = "~1.26"
flash-attn = { version = "*", optional = true, platform = "linux" }
deepspeed = { version = ">=0.14", optional = true }
triton = { version = "3.0.0", markers = "platform_system == 'Linux'" }
apex = { git = "https://github.com/NVIDIA/apex.git", branch = "master" }
local = { path = "../local", develop = true }
tensorflow = [
  { version = "2.15.*", platform = "linux" },
  { version = "2.16.1", platform = "darwin" },
]

[tool.poetry.dependencies.vllm]
version = "^0.5"
python = "<3.12"

[tool.poetry.extras]
gpu = ["flash-attn"]

[tool.poetry.group.dev.dependencies]
pytest = "8.0"

[tool.poetry.dev-dependencies]
black = "*"

[[tool.poetry.source]]
name = "pytorch-cu121"
url = "https://download.pytorch.org/whl/cu121"
priority = "explicit"
`,
    );
    expect(parsed.dependencies.map(({ name, specifier, group, onMac, place }) => [name, specifier, group, onMac, place.line])).toEqual([
      ['torch', '>=2.1.0,<3.0.0', null, true, 6],
      ['numpy', '>=1.26,<1.27', null, true, 7],
      ['flash-attn', '', 'gpu', false, 8],
      ['deepspeed', '>=0.14', 'optional', true, 9],
      ['triton', '==3.0.0', null, false, 10],
      ['apex', '', null, true, 11],
      ['tensorflow', '==2.15.*', null, false, 14],
      ['tensorflow', '==2.16.1', null, true, 15],
      ['vllm', '>=0.5,<0.6', null, false, 18],
      ['black', '', 'dev', true, 29],
      ['pytest', '==8.0', 'dev', true, 26],
    ]);
    expect(find(parsed, 'torch').index).toBe('https://download.pytorch.org/whl/cu121');
    expect(find(parsed, 'apex').url).toBe('git+https://github.com/NVIDIA/apex.git@master');
    expect(find(parsed, 'torch').written).toBe('torch = { version = "^2.1.0", source = "pytorch-cu121" }');
  });

  it('reads PDM, Hatch, Flit and pixi', () => {
    const parsed = read(
      'pyproject.toml',
      `[tool.pdm.dev-dependencies]
test = ["pytest"]
[[tool.pdm.source]]
url = "https://download.pytorch.org/whl/cu121"
[tool.hatch.envs.gpu]
dependencies = ["cupy-cuda12x"]
[tool.flit.metadata]
requires = ["torch"]
[tool.pixi.dependencies]
python = "3.12.*"
pytorch = ">=2.4,<3"
[tool.pixi.pypi-dependencies]
flash-attn = "==2.6.3"
[tool.pixi.feature.cuda.target.linux-64.dependencies]
cuda-toolkit = "12.*"
`,
    );
    expect(parsed.dependencies.map(({ name, specifier, group, from, onMac }) => [name, specifier, group, from, onMac])).toEqual([
      ['pytest', '', 'test', 'pypi', true],
      ['cupy-cuda12x', '', 'gpu', 'pypi', true],
      ['torch', '', null, 'pypi', true],
      ['pytorch', '>=2.4,<3', null, 'conda', true],
      ['flash-attn', '==2.6.3', null, 'pypi', true],
      ['cuda-toolkit', '==12.*', 'cuda', 'conda', false],
    ]);
  });

  it('reads pixi.toml and a list that was cut out', () => {
    expect(asked(read('pixi.toml', '[workspace]\nchannels = ["nvidia"]\n[dependencies]\ncuda = "*"\n[target.osx-arm64.dependencies]\nmlx = "*"\n'))).toEqual([
      'cuda',
      'mlx',
    ]);
    expect(places(read('', 'dependencies = [\n  "torch>=2",\n  "triton",\n]\n'))).toEqual(['torch@2', 'triton@3']);
  });

  it('names files and says what is computed', () => {
    const dynamic = '[project]\nname = "x"\ndynamic = ["version", "dependencies"]\n';
    expect(problems(read('sub/pyproject.toml', `${dynamic}[tool.setuptools.dynamic]\ndependencies = { file = ["requirements.txt"] }\n`))).toEqual([
      'follows-another-file@5 sub/requirements.txt',
    ]);
    expect(problems(read('pyproject.toml', `${dynamic}[tool.setuptools.dynamic.optional-dependencies]\ngpu = { file = "gpu.txt" }\n`))).toEqual([
      'follows-another-file@5 gpu.txt',
    ]);
    expect(problems(read('pyproject.toml', dynamic))).toEqual(['computed@3 dynamic = ["dependencies"]']);
    expect(problems(read('pyproject.toml', '[project]\ndependencies = [\n"torch",\n"what is this"]'))).toEqual(['not-a-requirement@4 what is this']);
  });

  it('finds lines through strings of several lines, comments and quoted keys', () => {
    const text =
      '[project]\ndescription = """\ndependencies = [\n"fake",\n]\n"""\n"dependencies" = [ # "no"\n  "torch", # "x"\n  \'\'\'numpy\'\'\',\n]\n[project."optional-dependencies"]\n"a.b" = [\n"q"]\n';
    expect(places(read('pyproject.toml', text))).toEqual(['torch@8', 'numpy@9', 'q@13']);
  });
});

describe('Pipfile', () => {
  it('reads packages, categories, markers and sources', () => {
    const parsed = read(
      'Pipfile',
      `[[source]]
url = "https://pypi.org/simple"
name = "pypi"
[[source]]
url = "https://download.pytorch.org/whl/cu118"
name = "torch"
[packages]
torch = {version = "==2.1.0+cu118", index = "torch"}
numpy = "*"
triton = {version = "*", sys_platform = "== 'linux'"}
apex = {git = "https://github.com/NVIDIA/apex", ref = "main"}
me = {path = ".", editable = true}
[dev-packages]
pytest = ">= 8"
[requires]
python_version = "3.11"
`,
    );
    expect(
      parsed.dependencies.map(({ name, specifier, group, onMac, index, url, place }) => [name, specifier, group, onMac, index ?? url, place.line]),
    ).toEqual([
      ['torch', '==2.1.0+cu118', null, true, 'https://download.pytorch.org/whl/cu118', 8],
      ['numpy', '', null, true, null, 9],
      ['triton', '', null, false, null, 10],
      ['apex', '', null, true, 'git+https://github.com/NVIDIA/apex@main', 11],
      ['pytest', '>=8', 'dev-packages', true, null, 14],
    ]);
  });

  it('reads the lock file', () => {
    const parsed = read(
      'Pipfile.lock',
      `{
  "_meta": { "sources": [{ "name": "pypi", "url": "https://pypi.org/simple" }, { "name": "torch", "url": "https://download.pytorch.org/whl/cu118" }] },
  "default": {
    "torch": { "index": "torch", "version": "==2.1.0+cu118" },
    "nvidia-nccl-cu12": {
      "markers": "platform_system == 'Linux'",
      "version": "==2.18.1"
    }
  },
  "develop": { "pytest": { "index": "pypi", "version": "==8.0" } }
}
`,
    );
    expect(
      parsed.dependencies.map(({ name, specifier, group, onMac, index, direct, place }) => [name, specifier, group, onMac, index, direct, place.line]),
    ).toEqual([
      ['torch', '==2.1.0+cu118', null, true, 'https://download.pytorch.org/whl/cu118', true, 4],
      ['nvidia-nccl-cu12', '==2.18.1', null, false, null, false, 5],
      ['pytest', '==8.0', 'develop', true, null, true, 10],
    ]);
  });
});
