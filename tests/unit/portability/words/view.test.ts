import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../src/i18n/locales.ts';
import type { Guard, PlanStep, Problem } from '../../../../src/portability/types.ts';
import { FILE_KINDS } from '../../../../src/portability/types.ts';
import { reportMarkdown } from '../../../../src/portability/words/markdown.ts';
import { reportText } from '../../../../src/portability/words/text.ts';
import { reportView } from '../../../../src/portability/words/view.ts';
import { SEVERITIES } from '../../../../src/schemas/verdict.ts';
import { PACKAGE_STATUSES, PACKAGE_WAYS } from '../../../../src/schemas/package.ts';
import { CONFIDENCES, VERDICTS } from '../../../../src/schemas/verdict.ts';
import { pasted, wordsOf } from './known.ts';
import { codeFinding, dependency, packageFinding, report } from './report.ts';

const ja = wordsOf('ja');

const STEPS: readonly PlanStep['code'][] = [
  'environment',
  'install',
  'drop',
  'swap',
  'raise',
  'index',
  'rewrite',
  'device',
  'silent',
  'errors',
  'fallback',
  'run',
  'compare',
  'container',
  'cloud',
  'unknown',
];
const GUARDS: readonly Guard[] = ['cuda-branch', 'try-import', 'platform', 'device-check', 'mps-handled', 'type-checking'];
const PROBLEMS: readonly Problem['code'][] = [
  'binary',
  'too-large',
  'unknown-kind',
  'empty',
  'syntax-toml',
  'syntax-yaml',
  'syntax-json',
  'syntax-python',
  'too-deep',
  'not-a-requirement',
  'follows-another-file',
  'computed',
];

/** Everything a report can say, said at once. */
const everything = report({
  verdict: 'part',
  reasons: [
    ...VERDICTS.flatMap((effect) =>
      (['as-recorded', 'too-old', 'cuda-build', 'skipped'] as const).map((state) => ({ kind: 'package', id: 'torch', name: 'torch', effect, state }) as const),
    ),
    { kind: 'code', pattern: 'cuda-method', effect: 'changes', count: 2 },
    { kind: 'cpu-only', names: ['ray', 'whisper'] },
    { kind: 'unknown', count: 3 },
  ],
  packages: [
    ...[...ja.packages.keys()].map((id) => packageFinding(id)),
    packageFinding('old', { id: 'torch', state: 'too-old', line: 'torch>=1.12' }),
    packageFinding('build', { id: 'torch', state: 'cuda-build', line: null, role: 'optional', groups: ['gpu'], transitive: true }),
    packageFinding('somebody', { id: null, importedOnly: true, role: 'aside' }),
    packageFinding('nvidia-nccl', { id: null, state: 'skipped' }),
  ],
  code: SEVERITIES.map((severity) => ({
    pattern: 'cuda-method',
    severity,
    effect: 'changes',
    findings: [
      codeFinding('cuda-method', { operator: 'linalg_eig' }),
      codeFinding('cuda-method', { role: 'aside', place: { file: 'a.ipynb', line: 1, cell: 2 } }),
    ],
  })),
  guarded: GUARDS.map((guard) => codeFinding('cuda-method', { guard })),
  files: [...FILE_KINDS, null].map((kind) => ({ path: '', kind, role: 'optional', lines: 1 })),
  problems: PROBLEMS.map((code) => ({ place: { file: '', line: 1 }, code, detail: 'x' })),
  plan: STEPS.map((code) => ({ code, ids: ['torch', 'cuda-method', 'somebody'] })),
});

describe.each(LOCALES)('a report in %s', (locale) => {
  const words = wordsOf(locale);
  it('has a text for everything it can say', () => {
    expect(reportView(everything, words).plan).toHaveLength(STEPS.length);
    for (const verdict of [...VERDICTS, null]) {
      expect(reportView(report({ verdict }), words).verdict.sentence).not.toBe('');
      expect(reportView({ ...everything, verdict }, words).verdict.word).not.toBe('');
    }
    for (const status of PACKAGE_STATUSES) expect(words.text(`status.${status}`)).not.toBe('');
    for (const way of PACKAGE_WAYS) expect(words.text(`way.${way}`)).not.toBe('');
    for (const confidence of CONFIDENCES) expect(words.text(`confidence.${confidence}`)).not.toBe('');
  });
  it('leaves no place in a text unfilled', () => {
    // Facts may hold braces in code.
    const plain = { ...words, packages: new Map(), patterns: new Map() };
    for (const said of [reportText(everything, plain), reportMarkdown(everything, plain)]) expect(said).not.toMatch(/\{\w+\}|undefined|null/);
  });
});

describe('a verdict', () => {
  it('of a project with unknown packages speaks only of what is known', () => {
    const sure = reportView(report(), ja).verdict;
    const unsure = reportView(report({ packages: [packageFinding('somebody', { id: null, effect: 'runs' })] }), ja).verdict;
    expect(sure.sentence).toContain('そのままMacで動きます');
    expect(sure.caveats).toEqual([]);
    expect(unsure.sentence).toContain('知っている');
    expect(unsure.caveats).toHaveLength(1);
  });
  it('does not count what is not installed on a Mac as unknown', () => {
    expect(reportView(report({ packages: [packageFinding('nvidia-x', { id: null, state: 'skipped' })] }), ja).verdict.caveats).toEqual([]);
  });
  it('names the weightiest reasons and counts the rest', () => {
    const reasons = Array.from(
      { length: 30 },
      (_, place) => ({ kind: 'package', id: 'torch', name: `p${place}`, effect: 'nvidia', state: 'as-recorded' }) as const,
    );
    const said = reportView(report({ verdict: 'nvidia', reasons }), ja).verdict.reasons;
    expect(said).toHaveLength(9);
    expect(said[0]).toContain('p0');
    expect(said.at(-1)).toContain('22');
  });
  it('names what could not be read as not covered', () => {
    expect(reportView(report({ problems: [{ place: { file: 'a', line: 1 }, code: 'binary', detail: '' }] }), ja).verdict.caveats).toHaveLength(1);
  });
});

describe('a package', () => {
  const viewOf = (change: Parameters<typeof packageFinding>[1]) => reportView(report({ packages: [packageFinding('torch', change)] }), ja);
  it('that stands in several files is one change with all its places', () => {
    const places = ['a.txt', 'b.txt'].map((file) => dependency('torch', { written: 'torch==2.1+cu121', place: { file, line: 4 } }));
    const [group] = viewOf({ line: 'torch==2.1', dependencies: places }).packages;
    expect(group?.packages[0]?.diffs).toEqual([{ places: ['a.txt:4', 'b.txt:4'], before: 'torch==2.1+cu121', after: 'torch==2.1' }]);
  });
  it('whose line goes has nothing in its place', () => {
    expect(viewOf({ line: null }).packages[0]?.packages[0]?.diffs).toEqual([{ places: ['requirements.txt:1'], before: 'torch', after: '' }]);
  });
  it('that is left as it is has no change', () => {
    expect(viewOf({}).packages[0]?.packages[0]?.diffs).toEqual([]);
    expect(viewOf({ line: 'torch' }).packages[0]?.packages[0]?.diffs).toEqual([]);
  });
  it('is unknown where its record is not at hand, and never fine', () => {
    const view = reportView(report({ packages: [packageFinding('somebody', { id: 'gone', effect: 'runs' })] }), ja);
    expect(view.fine).toEqual([]);
    expect(view.unknown.map(({ name }) => name)).toEqual(['somebody']);
  });
  it('that its pin makes too old is to be raised, whatever its record says', () => {
    expect(viewOf({ state: 'too-old', line: 'torch>=1.12' }).packages[0]?.packages[0]?.way).toBe(ja.text('way.raise'));
  });
});

describe('the plan', () => {
  it('names the index that is left together with the packages', () => {
    const found = pasted('--index-url https://download.pytorch.org/whl/cu121\ntorch==2.4.1+cu121\n');
    const [step] = reportView(found, ja).plan.filter(({ title }) => title === ja.text('step.index.title'));
    expect(step?.items).toContain('https://download.pytorch.org/whl/cu121');
    expect(step?.diffs).toEqual([{ places: [expect.stringMatching(/:2$/)], before: 'torch==2.4.1+cu121', after: 'torch==2.4.1' }]);
  });
  it('shows what goes from one file as one change, without naming it twice', () => {
    const found = pasted('flash-attn==2.6.3\nxformers\ntorch\n');
    const [step] = reportView(found, ja).plan.filter(({ title }) => title === ja.text('step.drop.title'));
    expect(step?.diffs).toMatchObject([{ before: 'flash-attn==2.6.3\nxformers', after: '' }]);
    expect(step?.diffs[0]?.places).toHaveLength(2);
    expect(step?.items).toEqual([]);
  });
  it('does not speak of PyTorch to a project without it', () => {
    const said = reportText(pasted('import mlx.core as mx\nprint(mx.ones(3))\n'), ja);
    expect(said).not.toMatch(/PYTORCH_|torch\.testing/);
  });
  it('installs from the file that was given, quoted where a shell would read more into its name', () => {
    const plan = [{ code: 'install', ids: [] }] as const;
    const command = (path: string) => reportView(report({ plan, files: [{ path, kind: 'requirements', role: 'main', lines: 1 }] }), ja).plan[0]?.code?.text;
    expect(command('a/requirements.txt')).toBe('python -m pip install -r a/requirements.txt');
    expect(command("my reqs'; rm -rf .txt")).toBe("python -m pip install -r 'my reqs'\\''; rm -rf .txt'");
  });
});
