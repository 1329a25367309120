import type { SyntaxNode } from '@lezer/common';
import type { CodeFinding, Diff, Guard, Knowledge, Role } from '../types.ts';
import type { Part } from './parts.ts';
import { isInMainBlock, lineStart, snippetAt, type LineOf } from './source-text.ts';

/** A file with more findings of one pattern than this says nothing new. */
const MOST_FINDINGS = 500;

export interface FindingDetails {
  readonly guard: Guard | null;
  readonly diff: Diff | null;
  /** Where it is shown; where the node begins, if left out. */
  readonly at?: number;
  readonly operator?: string;
}

export type AddFinding = (part: Part, lineOf: LineOf, node: SyntaxNode, pattern: Knowledge['patterns'][number], details: FindingDetails) => void;

/**
 * Collects the findings of one file. Where a name is used in two ways at once (a call is a name too), one finding is enough.
 * @param isLibrary true for a module of a package, whose main block only tries it out
 */
export const findingCollector = (role: Role, isLibrary: boolean): { readonly findings: readonly CodeFinding[]; readonly add: AddFinding } => {
  const findings: CodeFinding[] = [];
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const add: AddFinding = (part, lineOf, node, pattern, { guard, diff, at = node.from, operator }) => {
    const line = part.source.place.line + part.line + lineOf(at);
    const key = `${pattern.id} ${part.source.place.cell ?? 0} ${line} ${operator ?? ''} ${guard === null}`;
    const count = counts.get(pattern.id) ?? 0;
    if (seen.has(key) || count >= MOST_FINDINGS) return;
    seen.add(key);
    counts.set(pattern.id, count + 1);
    findings.push({
      pattern: pattern.id,
      place: { ...part.source.place, line },
      column: at - lineStart(part.text, at) + 1,
      snippet: snippetAt(part.text, at),
      severity: pattern.severity,
      effect: guard === null ? pattern.effect : 'runs',
      role: isLibrary && isInMainBlock(node, part.text) ? 'aside' : role,
      guard,
      diff,
      ...(operator === undefined ? {} : { operator }),
    });
  };
  return { findings, add };
};
