import type { Verdict } from '../../schemas/verdict.ts';
import type { PackageFinding, Report } from '../types.ts';
import { STATUS_MARKS, VERDICT_MARKS } from './marks.ts';
import { placeText } from './place.ts';
import type { DiffView, PackageGroupView, PackageView, UnknownView } from './view-types.ts';
import { say, type PackageWords, type Words } from './words.ts';

/** The same change in several places is one change. */
const merged = (diffs: readonly DiffView[]): DiffView[] => {
  const byLines = new Map<string, DiffView>();
  for (const diff of diffs) {
    const key = `${diff.before}\n${diff.after}`;
    const known = byLines.get(key);
    byLines.set(key, known === undefined ? diff : { ...known, places: [...known.places, ...diff.places] });
  }
  return [...byLines.values()];
};

/** What becomes of the lines that ask for a package: none where they stay as they are. */
export const packageDiffs = ({ line, dependencies }: PackageFinding, words: Words): DiffView[] =>
  line === undefined
    ? []
    : merged(
        dependencies
          .filter(({ onMac, direct, written }) => onMac && direct && written !== line)
          .map(({ written, place }) => ({ places: [placeText(place, words)], before: written, after: line ?? '' })),
      );

const statusText = ({ status, sinceVersion, sinceDate }: PackageWords, words: Words): string => {
  const since =
    sinceVersion === undefined
      ? ''
      : say(words, sinceDate === undefined ? 'since' : 'since.date', { version: sinceVersion, ...(sinceDate !== undefined && { date: sinceDate }) });
  return [say(words, `status.${status}`), since].filter((part) => part !== '').join(say(words, 'list'));
};

/** What to do with it: how it is asked for counts before what its record says. */
const wayOf = ({ state }: PackageFinding, { way }: PackageWords): string => (state === 'too-old' ? 'raise' : state === 'cuda-build' ? 'plain' : way);

const notesOf = ({ role, groups, importedOnly, transitive }: PackageFinding, words: Words): string[] => [
  ...(importedOnly ? [say(words, 'packages.imported')] : []),
  ...(transitive ? [say(words, 'packages.transitive')] : []),
  ...(role === 'optional' && groups.length > 0 ? [say(words, 'packages.optional', { groups: groups.join(say(words, 'list')) })] : []),
  ...(role === 'aside' ? [say(words, 'packages.aside')] : []),
];

const placesOf = ({ dependencies }: PackageFinding, words: Words): string[] => [...new Set(dependencies.map(({ place }) => placeText(place, words)))];

const packageView = (finding: PackageFinding, id: string, known: PackageWords, words: Words): PackageView => ({
  name: known.name.toLowerCase() === finding.name || finding.name === id ? known.name : finding.name,
  verdict: finding.effect,
  mark: VERDICT_MARKS[finding.effect],
  status: known.status,
  statusMark: STATUS_MARKS[known.status],
  statusWord: statusText(known, words),
  way: say(words, `way.${wayOf(finding, known)}`),
  state: finding.state === 'too-old' || finding.state === 'cuda-build' ? say(words, `state.${finding.state}`) : null,
  reason: known.reason ?? null,
  replacement: known.replacement ?? null,
  diffs: packageDiffs(finding, words),
  confidence: say(words, `confidence.${known.confidence}`),
  isUnsure: known.confidence === 'low',
  places: placesOf(finding, words),
  notes: notesOf(finding, words),
  sources: known.sources,
  record: { text: say(words, 'packages.more'), href: words.links(`/facts/packages/#${id}`) },
});

const unknownView = (finding: PackageFinding, words: Words): UnknownView => ({
  name: finding.name,
  places: placesOf(finding, words),
  notes: notesOf(finding, words),
});

/** Packages that need something done, from worst to best. */
const GROUPS: readonly Verdict[] = ['nvidia', 'part', 'changes'];

/** The packages of a report: those to do something about, those that are fine, those nothing is known of, those not installed on a Mac. */
export const packageViews = (
  { packages }: Report,
  words: Words,
): { groups: PackageGroupView[]; fine: PackageView[]; unknown: UnknownView[]; skipped: UnknownView[] } => {
  const asked = packages.filter(({ state }) => state !== 'skipped');
  const views = asked.flatMap((finding) => {
    const known = finding.id === null ? undefined : words.packages.get(finding.id);
    return finding.id === null || known === undefined ? [] : [packageView(finding, finding.id, known, words)];
  });
  return {
    groups: GROUPS.map((verdict) => ({
      title: say(words, `packages.${verdict}`),
      verdict,
      packages: views.filter((view) => view.verdict === verdict),
    })).filter((group) => group.packages.length > 0),
    fine: views.filter(({ verdict }) => verdict === 'runs'),
    unknown: asked.filter(({ id }) => id === null || !words.packages.has(id)).map((finding) => unknownView(finding, words)),
    skipped: packages.filter(({ state }) => state === 'skipped').map((finding) => unknownView(finding, words)),
  };
};
