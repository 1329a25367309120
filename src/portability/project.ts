import type { Verdict } from '../schemas/verdict.ts';
import type { PackageIndex, PackageRecord } from './package-index.ts';
import type { FileKind, InputFile } from './types.ts';
import { rankOf, worst } from './rank.ts';
import { normalizeName } from './read/text.ts';

const NAMES: Readonly<Partial<Record<FileKind, RegExp>>> = {
  pyproject: /^\[(?:project|tool\.poetry)\][^[]*?^name\s*=\s*["']([\w.-]{1,100})["']/m,
  'setup-cfg': /^\[metadata\][^[]*?^name\s*=\s*([\w.-]{1,100})\s*$/m,
  'setup-py': /\bsetup\s*\((?:[^()]|\([^()]*\))*?\bname\s*=\s*["']([\w.-]{1,100})["']/,
};

/** Longest beginning of a file its name is looked for in. */
const BEGINNING = 20_000;

const depthOf = (path: string): number => path.split('/').length;

/** The record of the project itself, where the files are those of a package that is known by name; the files nearest the root tell. */
export const ownRecord = (files: readonly { readonly file: InputFile; readonly kind: FileKind | null }[], packages: PackageIndex): PackageRecord | null => {
  const telling = files.filter(({ kind }) => kind !== null && NAMES[kind] !== undefined);
  const root = Math.min(...telling.map(({ file }) => depthOf(file.path)));
  for (const { file, kind } of telling) {
    if (depthOf(file.path) !== root) continue;
    const name = kind === null ? undefined : NAMES[kind]?.exec(file.text.slice(0, BEGINNING))?.[1];
    const record = name === undefined ? null : packages.named(normalizeName(name));
    // One of a family (nvidia-*) is not the family.
    if (record !== null && (record.match === undefined || normalizeName(name ?? '') === record.id)) return record;
  }
  return null;
};

/**
 * The verdict on a project that has a record of its own: what is known of it from its makers weighs more than lines that ask for CUDA in a
 * corner of its code, but a project known to need NVIDIA does.
 * @param required the worst of what its lists require
 */
export const withOwnRecord = (found: Verdict, record: PackageRecord | null, required: Verdict = 'runs'): Verdict => {
  if (record === null) return found;
  const { effect, status } = record;
  // Its users can leave it out; its makers cannot.
  if (effect === 'nvidia' || status === 'no') return 'nvidia';
  // A copy of what works that has come to require what needs NVIDIA is no longer what the record speaks of.
  if (status === 'works' || status === 'works-mps') return required === 'nvidia' ? required : 'runs';
  return worst([effect, rankOf(found) > rankOf('changes') ? 'changes' : found]);
};
