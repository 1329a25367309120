import type { Rewrite } from '../schemas/code-pattern.ts';
import type { CodeFinding, Knowledge, PlainLine, Role } from './types.ts';

type Pattern = Knowledge['patterns'][number];

interface LinePattern {
  readonly pattern: Pattern;
  readonly expression: RegExp;
  readonly rewrite: Rewrite | undefined;
}

/** The patterns for lines of files that are no Python, by kind of file. */
export type LineKnowledge = ReadonlyMap<PlainLine['in'], readonly LinePattern[]>;

export const lineKnowledge = (patterns: Knowledge['patterns']): LineKnowledge => {
  const byKind = new Map<PlainLine['in'], LinePattern[]>();
  for (const pattern of patterns) {
    for (const match of pattern.matches) {
      if (match.kind !== 'line') continue;
      for (const kind of match.in) byKind.set(kind, [...(byKind.get(kind) ?? []), { pattern, expression: RegExp(match.is), rewrite: match.rewrite }]);
    }
  }
  return byKind;
};

/** Longest part of a line that is compared. */
const LONGEST = 2_000;
const SNIPPET = 200;

/** What lines of container files, shell scripts and lists hold. */
export const lineFindings = (lines: readonly PlainLine[], knowledge: LineKnowledge, role: Role): readonly CodeFinding[] =>
  lines.flatMap((line) => {
    const text = line.text.slice(0, LONGEST);
    return (knowledge.get(line.in) ?? []).flatMap(({ pattern, expression, rewrite }): CodeFinding[] => {
      const at = text.search(expression);
      if (at === -1) return [];
      const diff = rewrite?.target === 'line' && text.length <= SNIPPET ? { before: text, after: rewrite.with } : null;
      return [
        {
          pattern: pattern.id,
          place: line.place,
          column: at + 1,
          snippet: text.trim().slice(0, SNIPPET),
          severity: pattern.severity,
          effect: pattern.effect,
          role,
          guard: null,
          diff,
        },
      ];
    });
  });
