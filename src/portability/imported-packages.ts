import type { Verdict } from '../schemas/verdict.ts';
import type { PackageIndex, PackageRecord } from './package-index.ts';
import { best, type ImportedModule } from './packages.ts';
import { STANDARD_LIBRARY } from './standard-library.ts';
import type { Dependency, PackageFinding } from './types.ts';
import { rankOf } from './rank.ts';
import { normalizeName } from './read/text.ts';

/** Places of an import that are listed. */
const MOST_PLACES = 20;
/** In a project of at least so many files, what fewer than this part of them import is no part of what it is for. */
const LARGE_PROJECT = 50;
const CORNER = 0.02;
/** What at most this part of the files of a project import is a part of it. */
const SMALL_PART = 0.25;
const SEVERAL_FILES = 4;

/** Names of the modules the files themselves are: imports of these bring no package. */
const ownModules = (paths: readonly string[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const path of paths) for (const part of path.replace(/\.(?:pyi?|ipynb)$/, '').split('/')) names.add(part);
  return names;
};

const asDependency = (name: string, { path, place }: ImportedModule): Dependency => ({
  name,
  extras: [],
  specifier: '',
  written: `import ${path}`,
  url: null,
  index: null,
  from: 'pypi',
  onMac: true,
  marker: null,
  group: null,
  direct: true,
  place,
});

/** What a package costs that only these imports bring in. */
const effectOf = (record: PackageRecord | null, unguarded: readonly ImportedModule[], mainFiles: number): Verdict => {
  const effect = record?.effect ?? 'runs';
  const files = new Set(unguarded.map(({ place }) => place.file)).size;
  return mainFiles >= SEVERAL_FILES && files <= mainFiles * SMALL_PART && rankOf(effect) > rankOf('part') ? 'part' : effect;
};

/**
 * What was found about packages that only the code imports.
 * @param asked what the files ask for already
 * @param pythonPaths paths of the Python files, whose own modules are no packages
 * @param mainFiles how many Python files make up the project itself
 */
export const importedPackages = (
  asked: readonly PackageFinding[],
  imports: readonly ImportedModule[],
  packages: PackageIndex,
  pythonPaths: readonly string[],
  mainFiles: number,
): readonly PackageFinding[] => {
  const names = new Set(asked.map(({ name }) => name));
  // A requirement that brings the same module (tensorflow-gpu for tensorflow) has been reported already.
  const brought = new Set(asked.flatMap(({ id }) => (id === null ? [] : [id, ...(packages.named(id)?.imports ?? []).map((module) => `import ${module}`)])));
  const hasList = asked.some(({ role }) => role === 'main');
  const local = ownModules(pythonPaths);
  const byName = new Map<string, { record: PackageRecord | null; modules: ImportedModule[] }>();
  for (const module of imports) {
    const root = module.path.split('.')[0] ?? '';
    if (!/^[A-Za-z]/.test(root) || STANDARD_LIBRARY.has(root) || local.has(root)) continue;
    const record = packages.importing(module.path);
    const isAsked = record === null ? names.has(normalizeName(root)) : brought.has(record.id) || record.imports.some((one) => brought.has(`import ${one}`));
    if (isAsked) continue;
    const key = record?.id ?? normalizeName(root);
    const known = byName.get(key);
    if (known === undefined) byName.set(key, { record, modules: [module] });
    else known.modules.push(module);
  }
  return [...byName].map(([name, { record, modules }]) => {
    // What no list asks for and only some function imports is one of several ways.
    const unguarded = modules.filter(({ isGuarded, isLazy, role }) => !isGuarded && !(isLazy && hasList) && role === 'main');
    const others = modules.filter(({ isGuarded }) => !isGuarded);
    const isCorner = mainFiles >= LARGE_PROJECT && new Set(unguarded.map(({ place }) => place.file)).size <= mainFiles * CORNER;
    const decides = unguarded.length > 0 && !isCorner;
    return {
      name,
      id: record?.id ?? null,
      status: record?.status ?? 'unknown',
      effect: decides ? effectOf(record, unguarded, mainFiles) : 'runs',
      state: 'as-recorded',
      role: decides
        ? 'main'
        : unguarded.length === 0 && others.length > 0 && others.every(({ role }) => role === 'aside')
          ? best(others.map(({ role }) => role))
          : 'optional',
      groups: [],
      dependencies: modules.slice(0, MOST_PLACES).map((module) => asDependency(name, module)),
      importedOnly: true,
      transitive: false,
    };
  });
};
