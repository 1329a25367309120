import type { CodePattern, LineFile } from '../schemas/code-pattern.ts';
import type { Operator } from '../schemas/operator-table.ts';
import type { Package, PackageStatus } from '../schemas/package.ts';
import type { Severity, Verdict } from '../schemas/verdict.ts';

/** A file as it was pasted, dropped or read from a folder. `path` is relative, with `/`; `''` for text that was pasted without a name. */
export interface InputFile {
  readonly path: string;
  readonly text: string;
}

export const FILE_KINDS = [
  'requirements',
  'pyproject',
  'pipfile',
  'pipfile-lock',
  'conda',
  'setup-py',
  'setup-cfg',
  'uv-lock',
  'poetry-lock',
  'dockerfile',
  'compose',
  'shell',
  'notebook',
  'python',
  'cuda-source',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Where something stands. Lines and columns are counted from 1; `cell` is that of a notebook, and `line` then counts within it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly cell?: number;
}

/** What could not be read, and why. The words belong to the reader's language: `code` names them. */
export interface Problem {
  readonly place: Place;
  readonly code:
    | 'binary'
    | 'too-large'
    | 'unknown-kind'
    | 'empty'
    | 'unreadable'
    | 'syntax-toml'
    | 'syntax-yaml'
    | 'syntax-json'
    | 'syntax-python'
    | 'too-deep'
    | 'not-a-requirement'
    | 'follows-another-file'
    | 'computed';
  /** What the parser said, or the text in question, cut to 200 characters. */
  readonly detail: string;
}

/** A package a file asks for. */
export interface Dependency {
  /** Normalised after PEP 503; `''` never. */
  readonly name: string;
  readonly extras: readonly string[];
  /** Version specifier without spaces: `==2.1.0+cu121`, `>=2,<3`; `''` without one. Poetry's and conda's forms are written as PEP 440 where they can be. */
  readonly specifier: string;
  /** The requirement as it stands in the file, on one line, cut to 200 characters. */
  readonly written: string;
  /** Address it comes from instead of an index: `git+https://…`, a wheel; else null. */
  readonly url: string | null;
  /** Index or channel that holds for it (`https://download.pytorch.org/whl/cu121`, `nvidia`); else null. */
  readonly index: string | null;
  /** The index is looked at beside PyPI (`--extra-index-url`, `--find-links`): where it has nothing for macOS, PyPI has. */
  readonly indexIsExtra?: true;
  readonly from: 'pypi' | 'conda' | 'apt';
  /** False where its marker, or those that lead to it in a lock file, leave it out on a Mac with Apple silicon. */
  readonly onMac: boolean;
  readonly marker: string | null;
  /** The extra or group it belongs to; null where it is always installed. */
  readonly group: string | null;
  /** False for what a lock file only brings along for something else. */
  readonly direct: boolean;
  readonly place: Place;
}

/** Python source with the place of its first line. */
export interface PythonSource {
  readonly text: string;
  readonly place: Place;
}

/** A line that is no Python, comments taken off, with the kind of file it stands in. Continued lines are one, at the place of their first. */
export interface PlainLine {
  readonly text: string;
  readonly in: LineFile;
  readonly place: Place;
}

/** What a file was found to hold. */
export interface ParsedFile {
  readonly kind: FileKind | null;
  readonly dependencies: readonly Dependency[];
  readonly sources: readonly PythonSource[];
  readonly lines: readonly PlainLine[];
  readonly problems: readonly Problem[];
}

/** What of the facts the checker needs; the words about them are looked up by id, in the reader's language. */
export interface Knowledge {
  readonly packages: readonly Pick<Package, 'id' | 'name' | 'match' | 'also' | 'imports' | 'status' | 'effect' | 'way' | 'line' | 'sinceVersion'>[];
  readonly patterns: readonly Pick<CodePattern, 'id' | 'severity' | 'effect' | 'matches'>[];
  /** Those without a kernel for MPS, or with overloads that lack one. */
  readonly operators: readonly Pick<Operator, 'name' | 'python' | 'modules' | 'mps' | 'cpuFallback' | 'missingOverloads'>[];
}

/** Why something that looks like CUDA is fine where it stands. */
export type Guard = 'cuda-branch' | 'try-import' | 'platform' | 'device-check' | 'mps-handled' | 'type-checking';

/** What a part of a project is for. Tests, examples, benchmarks, documentation and container files do not decide the verdict beside the code itself. */
export type Role = 'main' | 'optional' | 'aside';

/** What was found about one package, over all files. */
export interface PackageFinding {
  /** Normalised name as it was asked for. */
  readonly name: string;
  /** Record of the facts; null where the package is not known. */
  readonly id: string | null;
  /** What its record says of Macs, whatever the project makes of it. */
  readonly status: PackageStatus | 'unknown';
  /** What this project can expect because of it; never worse than its record, except for a pin. */
  readonly effect: Verdict;
  /** `unpinned`: as the record says; `too-old`: the pin leaves out every version that works; `cuda-build`: the wheel or index is a CUDA build; `skipped`: not installed on a Mac. */
  readonly state: 'as-recorded' | 'too-old' | 'cuda-build' | 'skipped';
  readonly role: Role;
  /** Extra or groups it belongs to, where it is optional. */
  readonly groups: readonly string[];
  readonly dependencies: readonly Dependency[];
  /** The line to write instead: null to take it away, undefined to leave it. */
  readonly line?: string | null;
  /** True where only the code imports it and no file asks for it. */
  readonly importedOnly: boolean;
  /** True where all that brings it in is another package of a lock file. */
  readonly transitive: boolean;
}

/** Before and after, whole lines. */
export interface Diff {
  readonly before: string;
  /** `''`: the line goes. */
  readonly after: string;
}

export interface CodeFinding {
  readonly pattern: string;
  readonly place: Place;
  readonly column: number;
  /** The line it stands on, cut to 200 characters around it. */
  readonly snippet: string;
  readonly severity: Severity;
  readonly effect: Verdict;
  readonly role: Role;
  /** Null where nothing guards it. */
  readonly guard: Guard | null;
  readonly diff: Diff | null;
  /** Name of the operator, for operators. */
  readonly operator?: string;
}

/** One cause with all its places, the worst first. */
export interface CodeGroup {
  readonly pattern: string;
  readonly severity: Severity;
  readonly effect: Verdict;
  readonly findings: readonly CodeFinding[];
}

export interface FileSummary {
  readonly path: string;
  readonly kind: FileKind | null;
  readonly role: Role;
  readonly lines: number;
}

/** A reason for the verdict, the weightiest first. */
export type Reason =
  | { readonly kind: 'package'; readonly id: string; readonly name: string; readonly effect: Verdict; readonly state: PackageFinding['state'] }
  | { readonly kind: 'code'; readonly pattern: string; readonly effect: Verdict; readonly count: number }
  /** The project is a known package, and its record decides. */
  | { readonly kind: 'own-record'; readonly id: string; readonly name: string; readonly effect: Verdict }
  /** The project chooses MPS itself; lines for CUDA are left in a few files. */
  | { readonly kind: 'few-places'; readonly files: number }
  | { readonly kind: 'cpu-only'; readonly names: readonly string[] }
  | { readonly kind: 'unknown'; readonly count: number };

/** What to do, in order. Words are the reader's; `ids` are packages or patterns. */
export interface PlanStep {
  readonly code:
    | 'environment'
    | 'install'
    | 'drop'
    | 'swap'
    | 'raise'
    | 'index'
    | 'rewrite'
    | 'device'
    | 'silent'
    | 'errors'
    | 'fallback'
    | 'run'
    | 'compare'
    | 'container'
    | 'cloud'
    | 'unknown';
  readonly ids: readonly string[];
}

/** All the checker says. `version` is that of this shape: it rises when a field changes its meaning or goes. */
export interface Report {
  readonly version: 1;
  /** Null where nothing could be read. */
  readonly verdict: Verdict | null;
  readonly reasons: readonly Reason[];
  readonly packages: readonly PackageFinding[];
  readonly code: readonly CodeGroup[];
  /** What is guarded, and therefore fine. */
  readonly guarded: readonly CodeFinding[];
  readonly files: readonly FileSummary[];
  readonly problems: readonly Problem[];
  readonly plan: readonly PlanStep[];
}
