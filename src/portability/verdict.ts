import type { Verdict } from '../schemas/verdict.ts';
import type { PackageIndex, PackageRecord } from './package-index.ts';
import { withOwnRecord } from './project.ts';
import { rankOf, worst } from './rank.ts';
import type { CodeGroup, PackageFinding, Reason } from './types.ts';

/** Most reasons of one kind that are given; the report itself holds all. */
const MOST_REASONS = 8;

/** Packages that decide: asked for by the project itself, and installed on a Mac. */
export const decides = ({ role, state, id, effect }: PackageFinding): boolean => role === 'main' && state !== 'skipped' && (id !== null || effect !== 'runs');

/** Of the files that have to do with PyTorch, so many may still ask for CUDA where the project chooses MPS itself. */
const FEW = 0.25;

/** What the verdict rests on beside packages and code. */
export interface Grounds {
  /** How many Python files of the project itself import PyTorch. */
  readonly torchFiles: number;
  /** True where the project's own code chooses MPS. */
  readonly choosesMps: boolean;
  /** The record of the project itself. */
  readonly own: PackageRecord | null;
}

/** Files whose lines keep a project from running as it is, where it chooses MPS itself; empty where they are too many to be left aside. */
const fewFiles = (code: readonly CodeGroup[], { torchFiles, choosesMps }: Grounds): ReadonlySet<string> => {
  if (!choosesMps) return new Set();
  const files = new Set(
    code.flatMap(({ findings }) => findings.filter(({ role, effect }) => role === 'main' && effect === 'changes').map(({ place }) => place.file)),
  );
  return files.size <= torchFiles * FEW ? files : new Set();
};

/** The verdict and why, the weightiest reason first. */
export const judge = (
  packages: readonly PackageFinding[],
  code: readonly CodeGroup[],
  index: PackageIndex,
  grounds: Grounds,
): { readonly verdict: Verdict; readonly reasons: readonly Reason[] } => {
  const deciding = packages.filter(decides);
  const few = fewFiles(code, grounds);
  const groups = code.flatMap(({ pattern, findings }) => {
    const own = findings.filter(({ role, effect, place }) => role === 'main' && !(effect === 'changes' && few.has(place.file)));
    return own.length === 0 ? [] : [{ pattern, effect: worst(own.map(({ effect }) => effect)), count: own.length }];
  });
  const found = worst([...deciding.map(({ effect }) => effect), ...groups.map(({ effect }) => effect)]);
  const { own } = grounds;
  const verdict = withOwnRecord(found, own, worst(deciding.filter(({ importedOnly }) => !importedOnly).map(({ effect }) => effect)));
  const weighty: (Reason & { readonly effect: Verdict })[] = [
    ...deciding.map(({ id, name, effect, state }) => ({ kind: 'package' as const, id: id ?? name, name, effect, state })),
    ...groups.map(({ pattern, effect, count }) => ({ kind: 'code' as const, pattern, effect, count })),
  ].filter(({ effect }) => effect !== 'runs');
  weighty.sort((a, b) => rankOf(b.effect) - rankOf(a.effect));
  // Wheels of one family are one reason.
  const told = new Set<string>();
  const once = weighty.filter((reason) => {
    const key = reason.kind === 'package' ? `${reason.id} ${reason.state}` : '';
    const isNew = key === '' || !told.has(key);
    told.add(key);
    return isNew;
  });
  const cpuOnly = deciding.filter(({ id, effect }) => effect === 'runs' && id !== null && index.named(id)?.status === 'cpu-only').map(({ name }) => name);
  const unknown = packages.filter(({ id, role, state }) => id === null && role === 'main' && state !== 'skipped').length;
  return {
    verdict,
    reasons: [
      ...(own === null ? [] : [{ kind: 'own-record', id: own.id, name: own.name, effect: withOwnRecord('runs', own) } as const]),
      // Reasons for something worse than the verdict are not reasons for it; the report lists them all the same.
      ...once.filter(({ effect }) => rankOf(effect) <= rankOf(verdict)).slice(0, MOST_REASONS),
      ...(few.size > 0 ? [{ kind: 'few-places', files: few.size } as const] : []),
      ...(cpuOnly.length > 0 ? [{ kind: 'cpu-only', names: cpuOnly } as const] : []),
      ...(unknown > 0 ? [{ kind: 'unknown', count: unknown } as const] : []),
    ],
  };
};
