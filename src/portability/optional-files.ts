import type { ImportedModule } from './packages.ts';
import type { CodeFinding } from './types.ts';

/** `pkg/ops/kernel.py` is the module `pkg.ops.kernel`, and known as `kernel` inside of its folder. */
const moduleOf = (path: string): string =>
  path
    .replace(/\.(?:pyi?|ipynb)$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');

/** Names an import may mean: `from a.kernel import f` names the module and what is in it. */
const meanings = (imported: string): readonly string[] => {
  const name = imported.replace(/^\.+/, '');
  const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  return parent === '' ? [name] : [name, parent];
};

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Files of the project that every other file can do without: each import of them expects them to fail. */
export const optionalFiles = (imports: readonly ImportedModule[], pythonPaths: readonly string[]): ReadonlySet<string> => {
  // Most projects guard nothing of their own: only what is named in a guarded import is worth comparing.
  const guarded = new Set(imports.filter(({ isGuarded }) => isGuarded).flatMap(({ path }) => meanings(path).map(lastPart)));
  const candidates = new Map<string, { path: string; module: string }[]>();
  for (const path of pythonPaths) {
    const module = moduleOf(path);
    const last = lastPart(module);
    if (guarded.has(last)) candidates.set(last, [...(candidates.get(last) ?? []), { path, module }]);
  }
  const needed = new Set<string>();
  const optional = new Set<string>();
  for (const { path: imported, isGuarded, place } of imports) {
    for (const name of meanings(imported)) {
      for (const { path, module } of candidates.get(lastPart(name)) ?? []) {
        if (place.file !== path && `.${module}`.endsWith(`.${name}`)) (isGuarded ? optional : needed).add(path);
      }
    }
  }
  return new Set([...optional].filter((path) => !needed.has(path)));
};

/** What stands in files the project can do without is fine. */
export const withOptionalFiles = (findings: readonly CodeFinding[], optional: ReadonlySet<string>): readonly CodeFinding[] =>
  findings.map((finding) => (finding.guard === null && optional.has(finding.place.file) ? { ...finding, guard: 'try-import', effect: 'runs' } : finding));

/**
 * Weighs code that is written for CUDA itself (kernels): where it is a small part of a larger project, that part is what is lost.
 * @param isNeeded true for patterns that stand for a package the code cannot do without
 */
export const weighKernels = (findings: readonly CodeFinding[], mainFiles: number, isNeeded: (pattern: string) => boolean): readonly CodeFinding[] => {
  const isKernel = ({ effect, pattern }: CodeFinding): boolean => effect === 'nvidia' && !isNeeded(pattern);
  const kernels = new Set(findings.filter((finding) => finding.role === 'main' && isKernel(finding)).map(({ place }) => place.file));
  const setups = findings.filter(({ place }) => isSetup(place.file)).map(({ place }) => depthOf(place.file));
  const isSmallPart = mainFiles >= 4 && kernels.size <= mainFiles / 4;
  return findings.map((finding) => {
    if (!isKernel(finding)) return finding;
    // A package is built by its own setup.py or not at all; one further down builds a part.
    const isPart = isSetup(finding.place.file)
      ? depthOf(finding.place.file) > Math.min(...setups) || (depthOf(finding.place.file) > 1 && mainFiles >= 4)
      : isSmallPart;
    return isPart ? { ...finding, effect: 'part' } : finding;
  });
};

const isSetup = (path: string): boolean => /(?:^|\/)setup\.py$/.test(path);
const depthOf = (path: string): number => path.split('/').length;
