import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../src/portability/read/read-file.ts';
import { FILE_KINDS } from '../../../../src/portability/types.ts';
import { read } from './read.ts';

const NAMES = [
  '',
  'requirements.txt',
  'constraints.txt',
  'pyproject.toml',
  'pixi.toml',
  'Pipfile',
  'Pipfile.lock',
  'environment.yml',
  'setup.py',
  'setup.cfg',
  'uv.lock',
  'poetry.lock',
  'Dockerfile',
  'compose.yml',
  'a.sh',
  'a.ipynb',
  'a.py',
  'thing.toml',
  'LICENSE',
];

/** Parts of every format, so that made-up texts get past the first character of a parser. */
const PARTS = [
  'torch==2.1.0+cu121',
  '[project]\ndependencies = [',
  '"torch>=2",',
  ']\n',
  '[[package]]\nname = "torch"\nversion = "2"\n',
  'source = { virtual = "." }\n',
  'dependencies = [{ name = "torch", marker = "sys_platform == \'linux\'" }]\n',
  '[tool.poetry.dependencies]\n',
  'torch = { version = "^2", optional = true }\n',
  'dependencies:\n  - pip:\n    - torch\n',
  '&a [*a]',
  '{"cells": [{"cell_type": "code", "source": ["',
  '!pip install torch\\n"]}]}',
  '{"default": {"torch": {"version": "==2"}}}',
  'setup(install_requires=["torch"] + x, extras_require={"a": y})\n',
  'x = x + ["a"]\nx.append(x)\n',
  'if sys.platform == "linux":\n    x += ["b"]\n',
  '[options]\ninstall_requires =\n  torch\n',
  'FROM nvidia/cuda\nRUN pip install torch \\\n  numpy\n',
  'RUN <<EOF\npip install x\nEOF\n',
  'conda install -c nvidia cuda\n',
  '%%bash\n',
  '# /// script\n# dependencies = ["x"]\n# ///\n',
  '--extra-index-url https://download.pytorch.org/whl/cu121\n',
  '; extra == "a" and (python_version < "3")',
  '\r\n',
  '\r',
  '\\\n',
  '"""',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\0',
];

const text = fc.oneof(
  fc.array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 8 })), { maxLength: 24 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join('\n')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => String.fromCharCode(...bytes)),
  fc
    .tuple(fc.constantFrom(...PARTS, '[', '(', '{', ' ', '\t', '"', '\\', '#', 'a'), fc.integer({ min: 1, max: 400 }))
    .map(([part, times]) => part.repeat(times)),
);

const linesOf = (whole: string): number => whole.split(/\r\n|\r|\n/).length;

describe('any text under any name', () => {
  it('is read within bounds, without an exception, at lines it has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), text, (path, whole) => {
        const parsed = readFile({ path, text: whole });
        const lines = linesOf(whole);
        expect(parsed.kind === null || FILE_KINDS.includes(parsed.kind)).toBe(true);
        expect(parsed.problems.length).toBeLessThanOrEqual(100);
        expect(parsed.dependencies.length).toBeLessThanOrEqual(20_000);
        for (const { place, name, written } of parsed.dependencies) {
          expect(name).toMatch(/^[a-z0-9][a-z0-9-]*$/);
          expect(written.length).toBeLessThanOrEqual(200);
          expect(written).not.toContain('\n');
          expect(place.file).toBe(path);
        }
        for (const { detail } of parsed.problems) expect(detail.length).toBeLessThanOrEqual(200);
        for (const { place } of [...parsed.dependencies, ...parsed.lines, ...parsed.sources, ...parsed.problems]) {
          expect(place.line).toBeGreaterThanOrEqual(1);
          if (place.cell === undefined) expect(place.line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 1000 },
    );
  });

  const MEGABYTE = 1_000_000;
  it.each([
    '[',
    '(',
    '{',
    '"',
    ' ',
    '\\',
    'a',
    '#',
    '$(',
    '${',
    '-',
    '=',
    '<<A ',
    'a\n',
    'a @ ',
    "'''",
    '[[package]]\n',
    '- a\n',
    'x = x + ',
    '{"a":',
    '&a ',
    '*',
    '.',
    "it's ",
    '"a\n',
  ])(
    'a megabyte of %j does not hold it up',
    (part) => {
      const whole = part.repeat(MEGABYTE / part.length);
      for (const path of NAMES) {
        const start = performance.now();
        expect(() => readFile({ path, text: whole })).not.toThrow();
        // Far above what it takes (below 0.5 s), for the machines that run this beside other work, and far below what anything quadratic would need.
        expect(performance.now() - start, path).toBeLessThan(8000);
      }
    },
    120_000,
  );
});

describe('speed', () => {
  const requirements = `--extra-index-url https://download.pytorch.org/whl/cu121
torch==2.1.0+cu121
transformers[torch]>=4.40
numpy<2; python_version < "3.13"
flash-attn==2.5.8 ; sys_platform == "linux"
git+https://github.com/openai/CLIP.git@main#egg=clip
`;
  const wheel = `    { url = "https://files.pythonhosted.org/packages/ab/cd/ef/name-1.0-cp310-cp310-manylinux_2_17_x86_64.whl", hash = "sha256:${'a'.repeat(64)}", size = 12345 },\n`;
  const lock = (): string => {
    let whole = 'version = 1\n[[package]]\nname = "root"\nsource = { virtual = "." }\ndependencies = [{ name = "p0" }]\n';
    for (let index = 0; whole.length < 5_000_000; index += 1) {
      whole += `[[package]]\nname = "p${index}"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\ndependencies = [\n    { name = "p${index + 1}" },\n    { name = "p${(index * 3) % 100}", marker = "sys_platform == 'linux'" },\n]\nwheels = [\n${wheel.repeat(10)}]\n`;
    }
    return whole;
  };

  it('reads 2,000 files of requirements and a lock file of 5 MB each in about a second', () => {
    const start = performance.now();
    for (let index = 0; index < 2000; index += 1) read(`p${index}/requirements.txt`, requirements);
    const middle = performance.now();
    const parsed = read('uv.lock', lock());
    const end = performance.now();
    expect(parsed.dependencies.length).toBeGreaterThan(1000);
    expect(parsed.dependencies.every(({ onMac }) => onMac)).toBe(true);
    // Twice and more of what is asked for, for machines that run this beside other work.
    expect(middle - start).toBeLessThan(3000);
    expect(end - middle).toBeLessThan(3000);
  });
});
