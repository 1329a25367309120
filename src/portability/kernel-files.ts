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

/**
 * Weighs code that is written for CUDA itself (kernels). Where every import of its file is guarded, the project has another path and it is
 * fine; where it is a small part of a larger project, that part is what is lost.
 */
export const kernelFiles = (findings: readonly CodeFinding[], imports: readonly ImportedModule[], pythonPaths: readonly string[]): readonly CodeFinding[] => {
  const kernels = new Set(findings.filter(({ effect, role }) => effect === 'nvidia' && role === 'main').map(({ place }) => place.file));
  if (kernels.size === 0) return findings;
  const guarded = new Set<string>();
  for (const file of kernels) {
    const module = moduleOf(file);
    const own = imports.filter(({ path, place }) => place.file !== file && means(path, module));
    if (own.length > 0 && own.every(({ isGuarded }) => isGuarded)) guarded.add(file);
  }
  const main = pythonPaths.filter((path) => !/(?:^|\/)(?:tests?|examples?|docs?|benchmarks?)\//.test(path)).length;
  const isSmallPart = main >= 4 && kernels.size <= main / 4;
  return findings.map((finding) => {
    if (finding.effect !== 'nvidia' || !kernels.has(finding.place.file)) return finding;
    if (guarded.has(finding.place.file)) return { ...finding, guard: 'try-import', effect: 'runs' };
    // A package is built by its setup.py or not at all.
    return isSmallPart && !/(?:^|\/)setup\.py$/.test(finding.place.file) ? { ...finding, effect: 'part' } : finding;
  });
};
