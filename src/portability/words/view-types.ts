import type { PackageStatus } from '../../schemas/package.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { Severity } from '../../schemas/verdict.ts';
import type { SourceWords } from './words.ts';

/**
 * A report in words, before it becomes a page, Markdown or text: what is said is decided here once, how it looks is decided where it is shown.
 * Texts may hold code between backticks; what stands in `before`, `after`, `snippet` and commands is source and is shown as it is.
 */
export interface ReportView {
  readonly title: string;
  readonly verdict: VerdictView;
  readonly plan: readonly StepView[];
  /** Those that need something done, the worst first. */
  readonly packages: readonly PackageGroupView[];
  readonly unknown: readonly UnknownView[];
  /** Those that need nothing done. */
  readonly fine: readonly PackageView[];
  readonly skipped: readonly UnknownView[];
  readonly code: readonly CodeGroupView[];
  readonly guarded: readonly PlaceView[];
  readonly problems: readonly PlaceView[];
  readonly files: readonly FileView[];
  readonly footer: string;
}

export interface VerdictView {
  readonly verdict: Verdict | 'none';
  readonly mark: string;
  readonly word: string;
  readonly sentence: string;
  readonly reasons: readonly string[];
  /** What the verdict does not cover. */
  readonly caveats: readonly string[];
}

export interface LinkView {
  readonly text: string;
  readonly href: string;
}

/** A line of a file and what takes its place; `after` is `''` where the line goes. */
export interface DiffView {
  /** Where it stands; several where the same line stands in several places. */
  readonly places: readonly string[];
  readonly before: string;
  readonly after: string;
}

export interface CodeBlock {
  readonly language: 'sh' | 'python';
  readonly text: string;
}

export interface StepView {
  readonly title: string;
  readonly text: string;
  /** What the step is about: names of packages, titles of patterns, names of operators. */
  readonly items: readonly string[];
  readonly diffs: readonly DiffView[];
  readonly code: CodeBlock | null;
  readonly links: readonly LinkView[];
}

export interface PackageGroupView {
  readonly title: string;
  readonly verdict: Verdict;
  readonly packages: readonly PackageView[];
}

export interface PackageView {
  readonly name: string;
  /** What this project can expect because of it. */
  readonly verdict: Verdict;
  readonly mark: string;
  /** What the package itself does on a Mac. */
  readonly status: PackageStatus;
  readonly statusMark: string;
  /** The same in a few words, with the version since when. */
  readonly statusWord: string;
  /** What to do with it, in a few words. */
  readonly way: string;
  /** What is wrong with the way it is asked for, or null. */
  readonly state: string | null;
  readonly reason: string | null;
  readonly replacement: string | null;
  readonly diffs: readonly DiffView[];
  readonly confidence: string;
  readonly isUnsure: boolean;
  /** Where it is asked for, and what that means. */
  readonly places: readonly string[];
  readonly notes: readonly string[];
  readonly sources: readonly SourceWords[];
  readonly record: LinkView;
}

/** A package of which there is only the name, or about which nothing needs to be said. */
export interface UnknownView {
  readonly name: string;
  readonly places: readonly string[];
  readonly notes: readonly string[];
}

export interface CodeGroupView {
  readonly title: string;
  readonly severity: Severity;
  readonly mark: string;
  readonly word: string;
  readonly why: string;
  readonly instead: string;
  readonly confidence: string;
  readonly isUnsure: boolean;
  /** Operators without a kernel, with their rows in the table. */
  readonly operators: readonly LinkView[];
  readonly places: readonly PlaceView[];
  readonly sources: readonly SourceWords[];
}

export interface PlaceView {
  readonly place: string;
  readonly snippet: string;
  readonly diff: { readonly before: string; readonly after: string } | null;
  readonly note: string | null;
}

export interface FileView {
  readonly path: string;
  readonly kind: string;
  readonly lines: string;
  readonly note: string | null;
}
