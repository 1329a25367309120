import type { FileKind } from '../types.ts';
import { baseName } from './text.ts';

/** Names that tell a kind, the first that fits. All in lower case. */
const NAMES: readonly (readonly [RegExp, FileKind])[] = [
  [/^(?:pyproject|pixi)\.toml$/, 'pyproject'],
  [/^pipfile$/, 'pipfile'],
  [/^pipfile\.lock$/, 'pipfile-lock'],
  [/^uv\.lock$/, 'uv-lock'],
  [/^poetry\.lock$/, 'poetry-lock'],
  [/^setup\.py$/, 'setup-py'],
  [/^setup\.cfg$/, 'setup-cfg'],
  [/\.ipynb$/, 'notebook'],
  [/\.pyi?$/, 'python'],
  [/\.cuh?$/, 'cuda-source'],
  [/\.(?:sh|bash|zsh)$/, 'shell'],
  [/^(?:dockerfile|containerfile)(?:[.-].*)?$|\.(?:dockerfile|containerfile)$/, 'dockerfile'],
  [/^(?:docker-)?compose(?:[.-].*)?\.ya?ml$/, 'compose'],
  [/^(?:conda[-_.]?)?env(?:ironment)?(?:[-_.].*)?\.ya?ml$|^.*[-_.]environment\.ya?ml$/, 'conda'],
  [
    /^requirments.*\.txt$|^(?:pip|py)[-_]?(?:requires?|deps|packages|dependencies)\.txt$|^(?:deps|dependencies|packages)(?:[-_.].*)?\.txt$|requirements?.*\.(?:txt|in|pip)$|^constraints.*\.(?:txt|in)$|^reqs?(?:[-_.].*)?\.txt$/,
    'requirements',
  ],
];

const FOLDER_OF_REQUIREMENTS = /(?:^|\/)(?:requirements?|reqs|deps)\/[^/]+\.(?:txt|in|pip)$/;

/** The kind a path tells; null where it tells none. */
export const kindByName = (path: string): FileKind | null => {
  const lower = path.toLowerCase();
  const name = baseName(lower);
  const known = NAMES.find(([pattern]) => pattern.test(name));
  if (known !== undefined) return known[1];
  return FOLDER_OF_REQUIREMENTS.test(lower) ? 'requirements' : null;
};

const UNTELLING = new Set(['', 'txt', 'in', 'toml', 'yml', 'yaml', 'json', 'cfg', 'ini', 'lock', 'req', 'pip', 'text', 'conf']);

/** Whether a name leaves open what a file is, so that its content may tell. */
export const isUntelling = (path: string): boolean => {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return UNTELLING.has(dot <= 0 ? '' : name.slice(dot + 1).toLowerCase());
};
