import type { FileKind, Role } from './types.ts';

const ASIDE_FOLDERS =
  /^(?:tests?|testing|test_.*|benchmarks?|bench|docs?|examples?|demos?|third_?party|vendor|extern(?:al)?|\.github|\.ci|ci|docker|\.devcontainer|contrib|extensions?|colab|notebooks?)$/i;
const ASIDE_FILES = /^(?:test_.*\.py|.*_test\.py|conftest\.py|noxfile\.py|(?:.*_)?bench(?:mark)?(?:_.*)?\.py|profile(?:_.*)?\.py)$/i;
const ASIDE_LISTS = /(?:^|[-_./])(?:dev|tests?|docs?|readthedocs|lint|ci|build|bench(?:mark)?s?|examples?)(?:[-_.]|$)/i;
const OPTIONAL_LISTS =
  /(?:^|[-_./])(?:cuda|cu\d+|gpu|nvidia|rocm|amd|xpu|npu|tpu|linux|windows|optional|extras?|flash|trt|tensorrt|xformers|deepspeed|cpu|directml|intel|noavx|hip|vulkan|colab|runpod|docker|kaggle|full|win)(?:[-_.\d]|$)/i;
/** A list for Macs, beside which the others are for other machines. */
const MAC_LISTS = /(?:^|[-_./])(?:apple|apple[-_]?silicon|mac|macos|osx|darwin|mps|metal|arm64)(?:[-_.]|$)/i;
const BESIDE_KINDS: readonly (FileKind | null)[] = ['dockerfile', 'compose', 'shell'];
const LIST_KINDS: readonly (FileKind | null)[] = ['requirements', 'conda'];

const NO_LISTS: readonly FileKind[] = ['python', 'notebook', 'cuda-source', 'dockerfile', 'compose', 'shell'];

const roleByPath = (path: string, kind: FileKind | null): Role => {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  if (parts.slice(0, -1).some((part) => ASIDE_FOLDERS.test(part)) || ASIDE_FILES.test(file)) return 'aside';
  if (LIST_KINDS.includes(kind)) {
    const name = parts
      .slice(-2)
      .join('/')
      .replace(/\.(?:txt|in|ya?ml)$/i, '')
      .replace(/(?:^|\/)(?:requirements?|environment|env|reqs?)(?=[-_./]|$)/gi, '');
    if (ASIDE_LISTS.test(name)) return 'aside';
    if (OPTIONAL_LISTS.test(name)) return 'optional';
  }
  return BESIDE_KINDS.includes(kind) ? 'aside' : 'main';
};

const BASE_LIST = /(?:^|\/)requirements?\/(?:base|main|core|common|requirements?|prod|production|runtime|default|all|app|pt\d*)\.(?:txt|in)$/i;

/** Lists in a folder `requirements/` are for single features where a list stands at the root as well. */
const featureLists = (files: readonly { readonly path: string; readonly kind: FileKind | null }[]): ((path: string) => boolean) => {
  const hasRoot = files.some(
    ({ path, kind }) => !path.includes('/') && (kind === 'requirements' || kind === 'pyproject' || kind === 'setup-py' || kind === 'setup-cfg'),
  );
  return (path) => hasRoot && /^requirements?\//i.test(path) && !BASE_LIST.test(path);
};

/**
 * What each file is for. Tests, examples, documentation and the recipe of a container say little of what the code needs, and lists for CUDA
 * machines are not meant for a Mac; but where nothing else was given, they are all there is, and count.
 */
export const rolesOf = (files: readonly { readonly path: string; readonly kind: FileKind | null }[]): readonly Role[] => {
  const isMacList = ({ path, kind }: (typeof files)[number]): boolean => LIST_KINDS.includes(kind) && MAC_LISTS.test(path);
  const hasMacList = files.some(isMacList);
  const isFeatureList = featureLists(files);
  const hasList = files.some(({ path, kind }) => kind !== null && !NO_LISTS.includes(kind) && roleByPath(path, kind) !== 'aside');
  const roles = files.map((file): Role => {
    if (isMacList(file)) return 'main';
    const role = roleByPath(file.path, file.kind);
    // A script that installs is the list of a project that has no other.
    if (!hasList && file.kind === 'shell' && /^(?:setup|install|env)[\w-]*\.(?:sh|bash)$/i.test(file.path)) return 'main';
    return role === 'main' && LIST_KINDS.includes(file.kind) && (hasMacList || isFeatureList(file.path)) ? 'optional' : role;
  });
  for (const role of ['main', 'optional', 'aside'] as const) {
    if (!roles.includes(role)) continue;
    return role === 'main' ? roles : roles.map((one) => (one === role ? 'main' : one));
  }
  return roles;
};

const ASIDE_GROUPS =
  /(?:^|[-_])(?:dev|develop|development|tests?|testing|docs?|lint|format|typing|types|mypy|ci|bench(?:mark)?s?|examples?|notebooks?|release|style|quality|pre-commit)(?:[-_]|$)/i;

/** What an extra or a group of dependencies is for. */
export const roleOfGroup = (group: string | null): Role =>
  group === null || group === 'build-system' ? 'main' : ASIDE_GROUPS.test(group) ? 'aside' : 'optional';
