import type { CodeFinding, Dependency, PackageFinding, Report } from '../../../../src/portability/types.ts';

/** A dependency as a requirements file asks for it. */
export const dependency = (name: string, change: Partial<Dependency> = {}): Dependency => ({
  name,
  extras: [],
  specifier: '',
  written: name,
  url: null,
  index: null,
  from: 'pypi',
  onMac: true,
  marker: null,
  group: null,
  direct: true,
  place: { file: 'requirements.txt', line: 1 },
  ...change,
});

export const packageFinding = (name: string, change: Partial<PackageFinding> = {}): PackageFinding => ({
  name,
  id: name,
  status: 'works-mps',
  effect: 'changes',
  state: 'as-recorded',
  role: 'main',
  groups: [],
  dependencies: [dependency(name)],
  importedOnly: false,
  transitive: false,
  ...change,
});

export const codeFinding = (pattern: string, change: Partial<CodeFinding> = {}): CodeFinding => ({
  pattern,
  place: { file: 'train.py', line: 3 },
  column: 1,
  snippet: 'x = x.cuda()',
  severity: 'error',
  effect: 'changes',
  role: 'main',
  guard: null,
  diff: null,
  ...change,
});

/** A report that says nothing, with what a test is about. */
export const report = (change: Partial<Report> = {}): Report => ({
  version: 1,
  verdict: 'runs',
  reasons: [],
  packages: [],
  code: [],
  guarded: [],
  files: [],
  problems: [],
  plan: [],
  ...change,
});
