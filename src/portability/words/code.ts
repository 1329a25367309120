import type { CodeFinding, CodeGroup } from '../types.ts';
import { SEVERITY_MARKS } from './marks.ts';
import { placeText } from './place.ts';
import type { CodeGroupView, LinkView, PlaceView } from './view-types.ts';
import { say, type Words } from './words.ts';

const noteOf = ({ guard, role }: CodeFinding, words: Words): string | null => {
  if (guard !== null) return say(words, `guard.${guard}`);
  return role === 'main' ? null : say(words, `role.${role}`);
};

/** A place in code, with its change and, where something guards it, what. */
export const placeView = (finding: CodeFinding, words: Words): PlaceView => ({
  place: placeText(finding.place, words),
  snippet: finding.snippet.trim(),
  diff: finding.guard === null ? finding.diff : null,
  note: noteOf(finding, words),
});

/** Operators of a group, each once, with their rows in the table. */
export const operatorLinks = ({ findings }: CodeGroup, words: Words): LinkView[] =>
  [...new Set(findings.flatMap(({ operator }) => operator ?? []))].map((name) => ({ text: name, href: words.links(`/mps-operators/#${name}`) }));

/** One cause, with all its places. */
export const codeGroupView = (group: CodeGroup, words: Words): CodeGroupView => {
  const known = words.patterns.get(group.pattern);
  return {
    title: known?.title ?? group.pattern,
    severity: group.severity,
    mark: SEVERITY_MARKS[group.severity],
    word: say(words, `severity.${group.severity}`),
    why: known?.why ?? '',
    instead: known?.instead ?? '',
    confidence: say(words, `confidence.${known?.confidence ?? 'low'}`),
    isUnsure: known?.confidence === 'low',
    operators: operatorLinks(group, words),
    places: group.findings.map((finding) => placeView(finding, words)),
    sources: known?.sources ?? [],
  };
};
