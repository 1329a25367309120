import type { Verdict } from '../schemas/verdict.ts';
import { normalise, type PackageIndex, type PackageRecord } from './package-index.ts';
import { roleOfGroup } from './roles.ts';
import { STANDARD_LIBRARY } from './standard-library.ts';
import type { Dependency, PackageFinding, Place, Role } from './types.ts';
import { endsBefore, isCudaVersion, withoutCuda } from './version.ts';

/** A module some file imports. */
export interface ImportedModule {
  readonly path: string;
  readonly isGuarded: boolean;
  /** Imported only when some function is called. */
  readonly isLazy: boolean;
  readonly role: Role;
  readonly place: Place;
}

const RANK: Readonly<Record<Role, number>> = { main: 0, optional: 1, aside: 2 };
const best = (roles: readonly Role[]): Role => roles.reduce<Role>((role, other) => (RANK[other] < RANK[role] ? other : role), 'aside');

/** An index or channel with CUDA builds only. */
const CUDA_INDEX = /\/whl\/(?:test\/|nightly\/)?cu\d|pypi\.nvidia\.com|pypi\.ngc\.nvidia|cuda-?\d|(?:^|\/)nvidia(?:\/|$)|jax_cuda|\/cu\d{2,3}(?:\/|$|\.html)/i;
/** An index holds for every line of a list, but only these are on it. */
const ON_CUDA_INDEX = /^(?:torch|pytorch|triton|xformers|jax|mmcv|dgl|onnxruntime|cupy)/;
const CUDA_EXTRA = /^(?:and-)?(?:cuda|cu)[-\d_]*(?:local|x)?$|^(?:cuda|gpu)\d*(?:-.*)?$/i;

const isCudaBuild = ({ name, specifier, url, index, extras }: Dependency): boolean =>
  isCudaVersion(specifier) ||
  /[+_-]cu\d{2,3}|cuda\d/i.test(url ?? '') ||
  (index !== null && CUDA_INDEX.test(index) && ON_CUDA_INDEX.test(name)) ||
  extras.some((extra) => CUDA_EXTRA.test(extra));

/** Packages that exist for CUDA and for macOS: only for these a CUDA build is worth a word of its own. */
const hasMacBuild = (record: PackageRecord | null): boolean => record === null || record.status !== 'no';

const lineWithoutCuda = ({ name, extras, specifier }: Dependency, displayName: string): string => {
  const kept = extras.filter((extra) => !CUDA_EXTRA.test(extra));
  return `${displayName || name}${kept.length > 0 ? `[${kept.join(',')}]` : ''}${withoutCuda(specifier)}`;
};

const roleOf = (dependency: Dependency, fileRole: (file: string) => Role): Role => {
  const [file, group] = [fileRole(dependency.place.file), roleOfGroup(dependency.group)];
  return RANK[file] > RANK[group] ? file : group;
};

const findingFor = (
  name: string,
  dependencies: readonly Dependency[],
  packages: PackageIndex,
  fileRole: (file: string) => Role,
  imports: readonly ImportedModule[],
): PackageFinding => {
  const record = packages.named(name);
  const onMac = dependencies.filter((dependency) => dependency.onMac);
  const role = best((onMac.length > 0 ? onMac : dependencies).map((dependency) => roleOf(dependency, fileRole)));
  const base = {
    name,
    id: record?.id ?? null,
    status: record?.status ?? ('unknown' as const),
    role,
    groups: [...new Set(dependencies.flatMap(({ group }) => (group === null ? [] : [group])))],
    dependencies,
    importedOnly: false,
    transitive: dependencies.every(({ direct }) => !direct),
  };
  if (onMac.length === 0) return { ...base, effect: 'runs', state: 'skipped' };
  // Where several files ask for it, those that decide also say which build.
  const deciding = onMac.filter((dependency) => roleOf(dependency, fileRole) === role);
  const cuda = hasMacBuild(record) ? deciding.find(isCudaBuild) : undefined;
  const since = record?.sinceVersion;
  const old = since === undefined ? undefined : deciding.find(({ specifier }) => endsBefore(specifier, since));
  let effect: Verdict = record?.effect ?? 'runs';
  // What every file of the project can do without is left out, and the rest runs.
  const own = imports.filter(({ path, role: importRole }) => importRole === 'main' && packages.importing(path)?.id === record?.id && record !== null);
  if ((effect === 'nvidia' || effect === 'part') && own.length > 0 && own.every(({ isGuarded, isLazy }) => isGuarded || isLazy)) effect = 'changes';
  if (old !== undefined)
    return { ...base, effect: effect === 'runs' ? 'changes' : effect, state: 'too-old', line: record?.line ?? `${record?.name ?? name}>=${since ?? ''}` };
  if (cuda !== undefined)
    return {
      ...base,
      effect: effect === 'runs' ? 'changes' : effect,
      state: 'cuda-build',
      line: lineWithoutCuda(cuda, record?.line?.replace(/[=<>~!].*/, '') ?? cuda.name),
    };
  if (record === null || effect === 'runs' || record.way === 'keep') return { ...base, effect, state: 'as-recorded' };
  return { ...base, effect, state: 'as-recorded', line: record.way === 'drop' || record.way === 'cloud' ? null : record.line };
};

/** Names of the modules the files themselves are: imports of these bring no package. */
const ownModules = (paths: readonly string[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const path of paths) for (const part of path.replace(/\.(?:pyi?|ipynb)$/, '').split('/')) names.add(part);
  return names;
};

/**
 * What was found about each package: those the files ask for, and those only the code imports.
 * @param pythonPaths paths of the Python files, whose own modules are no packages
 */
export const packageFindings = (
  dependencies: readonly Dependency[],
  imports: readonly ImportedModule[],
  packages: PackageIndex,
  fileRole: (file: string) => Role,
  pythonPaths: readonly string[],
): readonly PackageFinding[] => {
  const byName = new Map<string, Dependency[]>();
  for (const dependency of dependencies) {
    const known = byName.get(dependency.name);
    if (known === undefined) byName.set(dependency.name, [dependency]);
    else known.push(dependency);
  }
  const findings = [...byName].map(([name, own]) => findingFor(name, own, packages, fileRole, imports));

  const asked = new Set(findings.flatMap(({ id, name }) => (id === null ? [name] : [id, name])));
  const brought = new Set<string>();
  for (const { id } of findings) if (id !== null) brought.add(id);
  const local = ownModules(pythonPaths);
  const onlyImported = new Map<string, { record: PackageRecord | null; modules: ImportedModule[] }>();
  for (const module of imports) {
    const root = module.path.split('.')[0] ?? '';
    if (root === '' || STANDARD_LIBRARY.has(root) || local.has(root)) continue;
    const record = packages.importing(module.path);
    // A requirement that brings the same module (tensorflow-gpu for tensorflow) has been reported already.
    const isAsked =
      record === null
        ? asked.has(normalise(root))
        : brought.has(record.id) || findings.some(({ id }) => id !== null && packages.named(id)?.imports.some((one) => record.imports.includes(one)));
    if (isAsked) continue;
    const key = record?.id ?? normalise(root);
    const known = onlyImported.get(key);
    if (known === undefined) onlyImported.set(key, { record, modules: [module] });
    else known.modules.push(module);
  }
  for (const [name, { record, modules }] of onlyImported) {
    // What no list asks for and only some function imports is one of several ways.
    const unguarded = modules.filter(({ isGuarded, isLazy }) => !isGuarded && !isLazy);
    const role = unguarded.length === 0 ? 'optional' : best(unguarded.map((module) => module.role));
    const effect = unguarded.length === 0 ? 'runs' : (record?.effect ?? 'runs');
    findings.push({
      name,
      id: record?.id ?? null,
      status: record?.status ?? 'unknown',
      effect,
      state: 'as-recorded',
      role,
      groups: [],
      dependencies: modules.slice(0, 20).map(({ path, place }) => ({
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
      })),
      importedOnly: true,
      transitive: false,
    });
  }
  return findings;
};
