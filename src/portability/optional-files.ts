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
