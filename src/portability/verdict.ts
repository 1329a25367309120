import { VERDICTS, type Verdict } from '../schemas/verdict.ts';
import type { PackageIndex } from './package-index.ts';
import type { CodeGroup, PackageFinding, Reason } from './types.ts';

export const rankOf = (verdict: Verdict): number => VERDICTS.indexOf(verdict);
export const worst = (verdicts: readonly Verdict[]): Verdict => verdicts.reduce<Verdict>((a, b) => (rankOf(b) > rankOf(a) ? b : a), 'runs');

/** Most reasons of one kind that are given; the report itself holds all. */
const MOST_REASONS = 8;

/** Packages that decide: asked for by the project itself, and installed on a Mac. */
export const decides = ({ role, state, id }: PackageFinding): boolean => role === 'main' && state !== 'skipped' && id !== null;

/** The verdict and why, the weightiest reason first; null where there was nothing to judge. */
export const judge = (
  packages: readonly PackageFinding[],
  code: readonly CodeGroup[],
  index: PackageIndex,
): { readonly verdict: Verdict; readonly reasons: readonly Reason[] } => {
  const deciding = packages.filter(decides);
  const groups = code.flatMap(({ pattern, findings }) => {
    const own = findings.filter(({ role }) => role === 'main');
    return own.length === 0 ? [] : [{ pattern, effect: worst(own.map(({ effect }) => effect)), count: own.length }];
  });
  const verdict = worst([...deciding.map(({ effect }) => effect), ...groups.map(({ effect }) => effect)]);
  const weighty: Reason[] = [
    ...deciding.map(({ id, name, effect, state }): Reason => ({ kind: 'package', id: id ?? name, name, effect, state })),
    ...groups.map(({ pattern, effect, count }): Reason => ({ kind: 'code', pattern, effect, count })),
  ].filter((reason) => 'effect' in reason && reason.effect !== 'runs');
  weighty.sort((a, b) => ('effect' in a && 'effect' in b ? rankOf(b.effect) - rankOf(a.effect) : 0));
  const cpuOnly = deciding.filter(({ id, effect }) => effect === 'runs' && id !== null && index.named(id)?.status === 'cpu-only').map(({ name }) => name);
  const unknown = packages.filter(({ id, role, state }) => id === null && role === 'main' && state !== 'skipped').length;
  return {
    verdict,
    reasons: [
      ...weighty.slice(0, MOST_REASONS),
      ...(cpuOnly.length > 0 ? [{ kind: 'cpu-only', names: cpuOnly } as const] : []),
      ...(unknown > 0 ? [{ kind: 'unknown', count: unknown } as const] : []),
    ],
  };
};
