import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/portability/types.ts';

const root = mkdtempSync(join(tmpdir(), 'portability-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
/** A folder with these files. */
const project = (files: Readonly<Record<string, string>>): string => {
  folders += 1;
  const folder = join(root, `tests-${folders}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/portability.ts', ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const reportOf = (args: readonly string[], input = ''): Report => JSON.parse(run(['--json', ...args], input).stdout) as Report;

describe('the command', { timeout: 60_000 }, () => {
  it.each([
    ['it runs', 0, { 'requirements.txt': 'mlx\nmlx-lm\n', 'main.py': 'import mlx.core as mx\n' }],
    ['changes are needed', 1, { 'requirements.txt': 'torch==2.1.0+cu121\nflash-attn\n' }],
    ['it needs NVIDIA', 2, { 'requirements.txt': 'torch\ngsplat\n', 'train.py': 'import gsplat\n' }],
    ['there is nothing to read', 3, { 'notes.md': 'hello\n' }],
  ])('exit status when %s', (_, status, files) => {
    expect(run([project(files)]).status).toBe(status);
  });

  it('reads a folder by the names within it, wherever it lies, and passes over what is not its own', () => {
    const folder = project({
      'pkg/model.py': 'x = model.cuda()\n',
      'tests/test_model.py': 'y = model.cuda()\n',
      '.venv/lib/site-packages/a.py': 'z = model.cuda()\n',
      'notes.txt': 'the torch of liberty\n',
    });
    const { files, code } = reportOf([folder]);
    expect(files.map(({ path, role }) => [path, role])).toEqual([
      ['pkg/model.py', 'main'],
      ['tests/test_model.py', 'aside'],
    ]);
    expect(code.flatMap(({ findings }) => findings.map(({ place }) => place.file))).toEqual(['pkg/model.py', 'tests/test_model.py']);
  });

  it('reads single files, and standard input', () => {
    expect(
      reportOf([join(project({ 'setup.py': 'from setuptools import setup\nsetup(name="x", install_requires=["tensorrt"])\n' }), 'setup.py')]).verdict,
    ).toBe('nvidia');
    expect(reportOf(['-'], 'import torch\nmodel.cuda()\n').verdict).toBe('changes');
    expect(reportOf(['-', '--name', 'requirements.txt'], 'cuda\n').packages).toHaveLength(1);
  });

  it('says what it cannot open, and reads the rest', () => {
    const folder = project({ 'requirements.txt': 'torch\n' });
    const { verdict, problems } = reportOf([join(folder, 'requirements.txt'), join(folder, 'missing.txt')]);
    expect(verdict).toBe('runs');
    expect(problems).toMatchObject([{ code: 'unreadable', place: { file: join(folder, 'missing.txt') } }]);
  });

  it('speaks both languages', () => {
    const folder = project({ 'requirements.txt': 'flash-attn\n' });
    expect(run([folder]).stdout).toContain('FlashAttention');
    expect(run([folder, '--lang', 'ja']).stdout).toMatch(/[ぁ-ん]/);
  });

  it.each([[['--no-such-flag', '.']], [['--lang', 'fr', '.']]])('a wrong flag is one line on standard error: %j', (args) => {
    const { status, stderr } = run(args);
    expect(status).toBe(4);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('the report has a version, and every field the type promises', () => {
    expect(Object.keys(reportOf(['-'], 'torch\n')).sort()).toEqual([
      'code',
      'files',
      'guarded',
      'packages',
      'plan',
      'problems',
      'reasons',
      'verdict',
      'version',
    ]);
  });
});
