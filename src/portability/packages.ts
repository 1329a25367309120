import type { Verdict } from '../schemas/verdict.ts';
import type { PackageIndex, PackageRecord } from './package-index.ts';
import { roleOfGroup } from './roles.ts';
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
export const best = (roles: readonly Role[]): Role => roles.reduce<Role>((role, other) => (RANK[other] < RANK[role] ? other : role), 'aside');

/** An index or channel with CUDA builds only. */
const CUDA_INDEX = /\/whl\/(?:test\/|nightly\/)?cu\d|pypi\.nvidia\.com|pypi\.ngc\.nvidia|cuda-?\d|(?:^|\/)nvidia(?:\/|$)|jax_cuda|\/cu\d{2,3}(?:\/|$|\.html)/i;
/** An index holds for every line of a list, but only these are on it. */
const ON_CUDA_INDEX =
  /^(?:torch|torchvision|torchaudio|torchtext|torch-(?:scatter|sparse|cluster|spline-conv|tensorrt)|pytorch|pytorch-triton|triton|xformers|fbgemm.*|flash-attn|jax.*|mmcv.*|dgl|onnxruntime.*|cupy.*)$/;
const CUDA_EXTRA = /^(?:and-)?(?:cuda|cu)[-\d_]*(?:local|x)?$|^(?:cuda|gpu)\d*(?:-.*)?$/i;

const isOnCudaIndex = ({ name, index }: Dependency): boolean => index !== null && CUDA_INDEX.test(index) && ON_CUDA_INDEX.test(name);

const isCudaBuild = (dependency: Dependency): boolean => {
  const { specifier, url, extras, indexIsExtra } = dependency;
  return (
    isCudaVersion(specifier) ||
    /[+_-]cu\d{2,3}|cuda\d/i.test(url ?? '') ||
    (indexIsExtra !== true && isOnCudaIndex(dependency)) ||
    extras.some((extra) => CUDA_EXTRA.test(extra))
  );
};

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
  imports: ReadonlyMap<string, readonly ImportedModule[]>,
  mainFiles: number,
  hasFramework: boolean,
): PackageFinding => {
  const record = packages.named(name);
  const onMac = dependencies.filter((dependency) => dependency.onMac);
  const own = (record === null ? undefined : imports.get(record.id))?.filter((one) => one.role === 'main') ?? [];
  const asked = best((onMac.length > 0 ? onMac : dependencies).map((dependency) => roleOf(dependency, fileRole)));
  // Asked for beside the project (in its container), and needed by its code.
  const needing = new Set(own.filter(({ isGuarded, isLazy }) => !isGuarded && !isLazy).map(({ place }) => place.file)).size;
  const role = asked === 'aside' && needing > 0 && (mainFiles < 4 || needing > mainFiles / 4) ? 'main' : asked;
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
  const deciding = onMac.filter((dependency) => role === asked && roleOf(dependency, fileRole) === role);
  const cuda = hasMacBuild(record) ? deciding.find(isCudaBuild) : undefined;
  const since = record?.sinceVersion;
  const old = since === undefined ? undefined : deciding.find(({ specifier }) => endsBefore(specifier, since));
  let effect: Verdict = record?.effect ?? 'runs';
  // What every file of the project can do without costs what it is for, and no more.
  if (own.length > 0 && own.every(({ isGuarded, isLazy }) => isGuarded || isLazy))
    effect = effect === 'nvidia' ? 'part' : effect === 'part' ? 'changes' : effect;
  // What can be rewritten costs all of a project only where much of it is written for it.
  const users = new Set(own.filter(({ isGuarded }) => !isGuarded).map(({ place }) => place.file)).size;
  if (effect === 'nvidia' && record?.way === 'rewrite' && (mainFiles > 0 ? users <= mainFiles / 2 : hasFramework)) effect = 'part';
  // A part that no code of the project uses is not missed.
  if (effect === 'part' && record?.way === 'keep' && mainFiles > 0 && needing === 0) effect = 'runs';
  if (old !== undefined)
    return { ...base, effect: effect === 'runs' ? 'changes' : effect, state: 'too-old', line: record?.line ?? `${record?.name ?? name}>=${since ?? ''}` };
  if (cuda !== undefined)
    return {
      ...base,
      effect: effect === 'runs' ? 'changes' : effect,
      state: 'cuda-build',
      line: lineWithoutCuda(cuda, record?.line?.replace(/[=<>~!].*/, '') ?? cuda.name),
    };
  // Beside PyPI a CUDA index keeps nothing from a Mac: pip finds no file for macOS there, and takes that of PyPI.
  if (effect === 'runs' && hasMacBuild(record) && deciding.some(isOnCudaIndex)) return { ...base, effect, state: 'cuda-build' };
  if (record === null || effect === 'runs' || record.way === 'keep') return { ...base, effect, state: 'as-recorded' };
  return { ...base, effect, state: 'as-recorded', line: record.way === 'drop' || record.way === 'cloud' ? null : record.line };
};

/**
 * What was found about each package the files ask for.
 * @param mainFiles how many Python files make up the project itself
 */
export const askedPackages = (
  dependencies: readonly Dependency[],
  imports: readonly ImportedModule[],
  packages: PackageIndex,
  fileRole: (file: string) => Role,
  mainFiles: number,
): readonly PackageFinding[] => {
  const byName = new Map<string, Dependency[]>();
  for (const dependency of dependencies) {
    const known = byName.get(dependency.name);
    if (known === undefined) byName.set(dependency.name, [dependency]);
    else known.push(dependency);
  }
  const byRecord = new Map<string, ImportedModule[]>();
  for (const module of imports) {
    const id = packages.importing(module.path)?.id;
    if (id === undefined) continue;
    const known = byRecord.get(id);
    if (known === undefined) byRecord.set(id, [module]);
    else known.push(module);
  }
  // Without code, a framework in the list tells that there is more to the project.
  const hasFramework = [...byName.keys()].some((name) => /^(?:torch|pytorch|tensorflow|jax|keras)$/.test(name));
  return [...byName].map(([name, own]) => findingFor(name, own, packages, fileRole, byRecord, mainFiles, hasFramework));
};
