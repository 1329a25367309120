import type { ImportedModule } from './packages.ts';
import type { CodeFinding } from './types.ts';

/** `pkg/ops/kernel.py` is the module `pkg.ops.kernel`, and known as `kernel` inside of its folder. */
const moduleOf = (path: string): string =>
  path
    .replace(/\.(?:pyi?|ipynb)$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');

/** True where an import may mean a module: the end of one is the end of the other. */
const means = (imported: string, module: string): boolean => {
  const name = imported.replace(/^\.+/, '');
  if (name === '' || module === '') return false;
  return `.${module}`.endsWith(`.${name}`) || (`.${module}`.endsWith(`.${name.slice(0, Math.max(0, name.lastIndexOf('.')))}`) && name.includes('.'));
};

/** Files of the project that every other file can do without: each import of them expects them to fail. */
export const optionalFiles = (imports: readonly ImportedModule[], pythonPaths: readonly string[]): ReadonlySet<string> => {
  // Most projects guard nothing of their own: only what is named in a guarded import is worth comparing.
  const guarded = imports.filter(({ isGuarded }) => isGuarded);
  const candidates = pythonPaths.filter((path) => guarded.some((one) => one.place.file !== path && means(one.path, moduleOf(path))));
  return new Set(candidates.filter((path) => imports.every((one) => one.isGuarded || one.place.file === path || !means(one.path, moduleOf(path)))));
};

/** What stands in files the project can do without is fine. */
export const withOptionalFiles = (findings: readonly CodeFinding[], optional: ReadonlySet<string>): readonly CodeFinding[] =>
  findings.map((finding) => (finding.guard === null && optional.has(finding.place.file) ? { ...finding, guard: 'try-import', effect: 'runs' } : finding));

/** Weighs code that is written for CUDA itself (kernels): where it is a small part of a larger project, that part is what is lost. */
export const weighKernels = (findings: readonly CodeFinding[], pythonPaths: readonly string[]): readonly CodeFinding[] => {
  const kernels = new Set(findings.filter(({ effect, role }) => effect === 'nvidia' && role === 'main').map(({ place }) => place.file));
  const main = pythonPaths.filter((path) => !/(?:^|\/)(?:tests?|examples?|docs?|benchmarks?)\//.test(path)).length;
  if (kernels.size === 0 || main < 4 || kernels.size > main / 4) return findings;
  // A package is built by its setup.py or not at all.
  return findings.map((finding) => (finding.effect === 'nvidia' && !/(?:^|\/)setup\.py$/.test(finding.place.file) ? { ...finding, effect: 'part' } : finding));
};
