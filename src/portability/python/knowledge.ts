import type { Knowledge } from '../types.ts';
import { matcherFor, type Matcher } from './matcher.ts';
import { operatorsFor, type Operators } from './operators.ts';
import { triggerFor, type Trigger } from './triggers.ts';

type Pattern = Knowledge['patterns'][number];

const OWN_KINDS = ['device-choice', 'requires-cuda', 'operator'] as const;
/** Kinds of patterns the reader finds by itself. */
export type OwnKind = (typeof OWN_KINDS)[number];
const isOwn = (kind: string): kind is OwnKind => (OWN_KINDS as readonly string[]).includes(kind);

/** Patterns and operators, prepared once for many files. */
export interface PythonKnowledge {
  readonly matcher: Matcher;
  readonly operators: Operators;
  readonly mayMatter: Trigger;
  /** True for modules of which it does not matter whether their import is guarded. */
  readonly isPlain: (module: string) => boolean;
  readonly own: ReadonlyMap<OwnKind, Pattern>;
}

/** @param isPlain true for modules of which it does not matter whether their import is guarded; left out, it matters of all */
export const pythonKnowledge = (knowledge: Knowledge, isPlain: (module: string) => boolean = () => false): PythonKnowledge => {
  const { patterns, operators } = knowledge;
  const own = new Map<OwnKind, Pattern>();
  for (const pattern of patterns) for (const { kind } of pattern.matches) if (isOwn(kind)) own.set(kind, pattern);
  return { matcher: matcherFor(patterns), operators: operatorsFor(operators), mayMatter: triggerFor(knowledge), isPlain, own };
};
