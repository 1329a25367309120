import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../src/build/portability-knowledge.ts';
import { loadFacts } from '../../../src/facts/registry.ts';
import { check } from '../../../src/portability/check.ts';

const knowledge = knowledgeOf(loadFacts());

/** Names of every kind of file that is read, and some that are not. */
const NAMES = [
  '',
  'requirements.txt',
  'requirements/dev.txt',
  'pyproject.toml',
  'Pipfile',
  'Pipfile.lock',
  'environment.yml',
  'setup.py',
  'setup.cfg',
  'uv.lock',
  'poetry.lock',
  'Dockerfile',
  'compose.yaml',
  'run.sh',
  'notebook.ipynb',
  'src/train.py',
  'tests/test_train.py',
  '../../etc/passwd',
  'a\u0000b.py',
  'C:\\code\\train.py',
  'image.png',
];

/** Pieces of what is read, whole and broken: chance alone would hardly reach past the first character of a grammar. */
const PIECES = [
  'torch==2.1.0+cu121\n',
  'flash-attn>=2 ; sys_platform == "linux"\n',
  'import torch\n',
  'model.cuda()\n',
  'if torch.cuda.is_available():\n    x.cuda()\n',
  'device = "cuda" if torch.cuda.is_available() else "cpu"\n',
  '@triton.jit\ndef f(x, *, y="cuda", **k): ...\n',
  'try:\n    import apex\nexcept ImportError:\n    apex = None\n',
  'x = f"cuda:{rank!r:>{w}}"\n',
  '[project]\ndependencies = ["torch"]\n',
  '[[package]]\nname = "torch"\nversion = "2.1.0"\n',
  '[tool.poetry.dependencies]\ntorch = {version = "^2", markers = "sys_platform == \'linux\'"}\n',
  'name: a\ndependencies:\n  - pytorch-cuda=12.1\n  - pip:\n    - torch\n',
  'a: &a [*a, *a]\nb: &b [*a, *a]\n',
  'FROM nvidia/cuda:12.1.0-base\nRUN pip install torch \\\n  flash-attn\n',
  '{"cells": [{"cell_type": "code", "source": ["import torch\\n", "!pip install x"]}]}',
  'install_requires = ["torch", *more, f"x"]\nsetup(install_requires=install_requires, extras_require={"a": x})\n',
  '"""',
  "'",
  '\\\n',
  '((((',
  '))))',
  '[[[[',
  '{{{{',
  '# comment \u0000\n',
  '\ufeff',
  '\ud800',
  '\r\n',
  '\t\t',
  ';;;;',
  '<<EOF\n',
  '-r other.txt\n-e git+https://x/y#egg=z\n',
  '--index-url https://download.pytorch.org/whl/cu121\n',
  ' and (os_name == "posix" or "x" in extra',
];

const everyByte = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('');

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 20 })), { maxLength: 12 })
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...PIECES, everyByte), fc.integer({ min: 1, max: 60 })).map(([piece, times]) => piece.repeat(times)),
);
const files = fc.array(fc.record({ path: fc.constantFrom(...NAMES), text }), { minLength: 1, maxLength: 4 });

/** As editors count: a carriage return alone ends a line too. */
const linesIn = (source: string): number => source.split(/\r\n?|\n/).length;

describe('hostile input', () => {
  it('10,000 times: an answer of the right shape, places within the files, and JSON that can be written', () => {
    fc.assert(
      fc.property(files, (given) => {
        const report = check(given, knowledge);
        expect([null, 'runs', 'changes', 'part', 'nvidia']).toContain(report.verdict);
        const lines = new Map<string, number>();
        for (const { path, text: source } of given) lines.set(path, Math.max(lines.get(path) ?? 0, linesIn(source)));
        const places = [
          ...report.problems,
          ...report.guarded,
          ...report.code.flatMap(({ findings }) => findings),
          ...report.packages.flatMap(({ dependencies }) => dependencies),
        ];
        for (const { place } of places) {
          expect(lines.has(place.file)).toBe(true);
          expect(place.line).toBeGreaterThan(0);
          // Within a notebook lines are counted from the start of their cell.
          if (place.cell === undefined) expect(place.line).toBeLessThanOrEqual(lines.get(place.file) ?? 0);
        }
        expect(JSON.parse(JSON.stringify(report))).toBeTruthy();
      }),
      { numRuns: 10_000 },
    );
  }, 300_000);

  // Whatever a time limit of a test is worth on a busy machine: these take milliseconds where the work is linear, and minutes where it is not.
  const MEGABYTE = 1_000_000;
  const large: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'one letter': ['train.py', 'a'.repeat(MEGABYTE)],
    'a line of requirements without an end': ['requirements.txt', 'torch '.repeat(MEGABYTE / 6)],
    spaces: ['requirements.txt', `${' '.repeat(MEGABYTE)}x`],
    'open brackets': ['train.py', 'f('.repeat(MEGABYTE / 2)],
    'open brackets of three kinds': ['train.py', '[{('.repeat(MEGABYTE / 3)],
    prose: ['train.py', 'the cuda fox jumps over the lazy dog and then '.repeat(MEGABYTE / 46)],
    semicolons: ['train.py', ';cuda\n'.repeat(MEGABYTE / 6)],
    quotes: ['train.py', '"""cuda'.repeat(MEGABYTE / 7)],
    'deep blocks': ['train.py', Array.from({ length: 1_400 }, (_, depth) => `${' '.repeat(depth)}if cuda:`).join('\n')],
    'a long chain': ['train.py', `x = a${'.cuda()'.repeat(MEGABYTE / 7)}`],
    'a long sum': ['train.py', `x = cuda${' + 1'.repeat(MEGABYTE / 4)}`],
    'nested TOML': ['pyproject.toml', `a = ${'['.repeat(MEGABYTE)}`],
    'nested JSON': ['notebook.ipynb', '['.repeat(MEGABYTE)],
    'nested YAML': ['environment.yml', '- '.repeat(MEGABYTE / 2)],
    'flow YAML': ['environment.yml', '['.repeat(MEGABYTE)],
    aliases: [
      'environment.yml',
      `dependencies: &d0 [torch]\n${Array.from({ length: 60 }, (_, at) => `a${at}: &d${at + 1} [*d${at}, *d${at}, *d${at}]`).join('\n')}\n`,
    ],
    'continued lines': ['Dockerfile', 'RUN pip install \\\n'.repeat(MEGABYTE / 18)],
    markers: ['requirements.txt', `torch ; ${'('.repeat(MEGABYTE)}`],
    'every byte': ['train.py', everyByte.repeat(4_000)],
    'no name': ['', 'lorem ipsum '.repeat(MEGABYTE / 12)],
  };

  it.each(Object.entries(large))(
    'a megabyte of %s ends',
    (_, [path, source]) => {
      expect(() => check([{ path, text: source }], knowledge)).not.toThrow();
    },
    30_000,
  );

  it('names what it could not read', () => {
    const { problems } = check(
      [
        { path: 'a.py', text: '\u0000\u0001\u0002' },
        { path: 'pyproject.toml', text: '[project\nname = 1' },
        { path: 'b.ipynb', text: '{"cells": [' },
        { path: 'c.py', text: 'import torch\nx = (cuda\ny = 1' },
        { path: 'notes.md', text: 'hello' },
      ],
      knowledge,
    );
    for (const [file, code] of [
      ['a.py', 'binary'],
      ['pyproject.toml', 'syntax-toml'],
      ['b.ipynb', 'syntax-json'],
      ['c.py', 'syntax-python'],
    ] as const) {
      expect(problems.filter(({ place }) => place.file === file)).toContainEqual(expect.objectContaining({ code }));
    }
  });
});
