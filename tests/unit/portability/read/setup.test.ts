import { describe, expect, it } from 'vitest';
import { asked, find, places, problems, read } from './read.ts';

describe('setup.cfg', () => {
  it('reads lists, extras, files and comments', () => {
    const parsed = read(
      'setup.cfg',
      `[metadata]
name = demo
install_requires = not-here

[options]
packages = find:
install_requires =
    torch>=2.0
    # comment
    triton; sys_platform == "linux"
    numpy  # pinned elsewhere
setup_requires = setuptools; wheel

[options.extras_require]
gpu =
    flash-attn
dev = pytest; python_version < "3.8"
`,
    );
    expect(parsed.dependencies.map(({ name, group, onMac, place }) => [name, group, onMac, place.line])).toEqual([
      ['torch', null, true, 8],
      ['triton', null, false, 10],
      ['numpy', null, true, 11],
      ['setuptools', 'setup_requires', true, 12],
      ['flash-attn', 'gpu', true, 16],
      ['pytest', 'dev', false, 17],
    ]);
    expect(problems(read('setup.cfg', '[options]\ninstall_requires = file: requirements.txt, more.txt\n'))).toEqual([
      'follows-another-file@2 requirements.txt',
      'follows-another-file@2 more.txt',
    ]);
  });
});

describe('setup.py', () => {
  it('reads literal lists, variables, additions and dicts, and is a source itself', () => {
    const text = `import sys
from setuptools import setup
TORCH = "torch>=2.0"
requires = [
    TORCH,
    "numpy"  # no comma
    "<2",
    f"transformers=={VERSION}",
]
requires += ["einops"]
requires.append("tqdm")
requires.extend(["rich", *["click"]])
if sys.platform == "linux":
    requires.append("triton")
elif sys.platform.startswith("darwin"):
    requires.append("mlx")
else:
    requires.append("windows-curses")
extras = {"gpu": ["flash-attn>=2"]}
extras["train"] = ["deepspeed"] + extras["gpu"]
setup(
    name="demo",
    install_requires=requires + ["requests"],
    extras_require=extras,
    tests_require="pytest\\npytest-cov",
)
`;
    const parsed = read('setup.py', text);
    expect(parsed.dependencies.map(({ name, specifier, group, onMac, place }) => [name, specifier, group, onMac, place.line])).toEqual([
      ['torch', '>=2.0', null, true, 5],
      ['numpy', '<2', null, true, 6],
      ['transformers', '', null, true, 8],
      ['einops', '', null, true, 10],
      ['tqdm', '', null, true, 11],
      ['rich', '', null, true, 12],
      ['click', '', null, true, 12],
      ['triton', '', null, false, 14],
      ['mlx', '', null, true, 16],
      ['windows-curses', '', null, false, 18],
      ['requests', '', null, true, 23],
      ['flash-attn', '>=2', 'gpu', true, 19],
      ['deepspeed', '', 'train', true, 20],
      ['flash-attn', '>=2', 'train', true, 19],
      ['pytest', '', 'tests_require', true, 25],
      ['pytest-cov', '', 'tests_require', true, 25],
    ]);
    expect(problems(parsed)).toEqual(['computed@8 f"transformers=={VERSION}"']);
    expect(parsed.sources).toEqual([{ text, place: { file: 'setup.py', line: 1 } }]);
  });

  it.each([
    ['direct', 'setup(install_requires=open("requirements.txt").read().splitlines())', ['follows-another-file@1 requirements.txt']],
    [
      'through a function',
      'def reqs(name):\n    return open(name).read().split()\nsetup(install_requires=reqs("requirements/requirements.txt"))',
      ['follows-another-file@3 requirements/requirements.txt'],
    ],
    [
      'in a function',
      'def reqs():\n    with open("reqs.txt") as f:\n        return list(f)\nsetup(install_requires=reqs())',
      ['follows-another-file@2 reqs.txt'],
    ],
    [
      'through a variable',
      'with open(os.path.join(here, "requirements", "base.txt")) as f:\n    required = f.read().splitlines()\nsetup(install_requires=required)',
      ['follows-another-file@1 requirements/base.txt'],
    ],
    ['joined', 'setup(install_requires=load(join(here, "requirements", "base.txt")))', ['follows-another-file@1 requirements/base.txt']],
    ['computed', 'setup(\n  install_requires=make())', ['computed@2 make()']],
    ['unknown', 'setup(install_requires=UNKNOWN)', ['computed@1 UNKNOWN']],
    ['no list', 'setup(name="x")', []],
  ])('%s', (_, text, expected) => {
    const found = problems(read('setup.py', text));
    expect(found).toEqual(expected);
  });

  it('reads arguments given as a dict, a choice and a text of lines', () => {
    const parsed = read(
      'setup.py',
      `args = dict(install_requires="""
numpy
torch>=2
""".split())
more = {"setup_requires": ["cython"] if platform.system() == "Darwin" else ["cuda-python"]}
setup(**args, **more)
`,
    );
    expect(asked(parsed)).toEqual(['numpy', 'torch>=2', 'cython', 'cuda-python']);
    expect(places(parsed)).toEqual(['numpy@2', 'torch@3', 'cython@5', 'cuda-python@5']);
    expect(find(parsed, 'cuda-python').onMac).toBe(false);
  });

  it('looks names up in tables that are computed from a list of the file', () => {
    const parsed = read(
      'setup.py',
      `_deps = [
    "torch>=2.0",
    "peft",
    "trl<1",
]
deps = {b: a for a, b in pairs(_deps)}
def deps_list(*names): return [deps[name] for name in names]
extras = {}
extras["hf"] = deps_list("peft", "trl")
extras["all"] = extras["hf"] + deps_list("ray[tune]", "torch")
setup(install_requires=[deps["torch"] + "; python_version < '3.20'", deps["else"]], extras_require=extras)
`,
    );
    expect(parsed.dependencies.map(({ name, specifier, group, marker, place }) => [`${name}${specifier}`, group, marker, place.line])).toEqual([
      ['torch>=2.0', null, "python_version < '3.20'", 11],
      ['peft', 'hf', null, 9],
      ['trl<1', 'hf', null, 9],
      ['peft', 'all', null, 9],
      ['trl<1', 'all', null, 9],
      ['ray', 'all', null, 10],
      ['torch>=2.0', 'all', null, 10],
    ]);
    expect(problems(parsed)).toEqual(['computed@11 deps["else"]']);
  });

  it('reads what functions return, and what loops take from files', () => {
    const parsed = read(
      'setup.py',
      `def required():
    if sys.platform == "linux":
        return ["triton"]
    return ["torch"]
def extras():
    dev = ["ruff"]
    return {"dev": dev, "gpu": ["flash-attn"]}
def lines():
    found = []
    with open("requirements.txt") as file:
        for line in file:
            found.append(line.strip())
    return found
setup(install_requires=required(), extras_require=extras(), tests_require=lines())
`,
    );
    expect(parsed.dependencies.map(({ name, group, onMac, place }) => [name, group, onMac, place.line])).toEqual([
      ['triton', null, false, 3],
      ['torch', null, true, 4],
      ['ruff', 'dev', true, 6],
      ['flash-attn', 'gpu', true, 7],
    ]);
    expect(problems(parsed)).toEqual(['computed@14 required()', 'follows-another-file@10 requirements.txt']);
  });

  it('keeps the marker of a version that is computed, and lists handed to a function', () => {
    const parsed = read('setup.py', 'A = ["torch"]\nsetup(install_requires=[f"mlx-cuda=={v}; platform_system == \'Linux\'"] + choose(A, ["onnx"]))');
    expect(parsed.dependencies.map(({ name, onMac }) => [name, onMac])).toEqual([
      ['mlx-cuda', false],
      ['torch', true],
      ['onnx', true],
    ]);
    expect(parsed.problems).toHaveLength(2);
  });

  it('ends where variables double or hold themselves', () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `a${index + 1} = a${index} + a${index}`).join('\n');
    const parsed = read('setup.py', `a0 = ["torch"]\n${doubling}\nb = c\nc = b + ["x"]\nsetup(install_requires=a60, tests_require=b)`);
    expect(parsed.problems.length).toBeLessThanOrEqual(100);
  });
});
