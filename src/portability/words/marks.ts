import type { Severity } from '../../schemas/verdict.ts';
import type { PackageStatus } from '../../schemas/package.ts';
import type { Verdict } from '../../schemas/verdict.ts';

/** A shape for each verdict, so that they can be told apart without colour; `none`: nothing could be judged. */
export const VERDICT_MARKS: Readonly<Record<Verdict | 'none', string>> = { runs: '○', changes: '◇', part: '△', nvidia: '×', none: '？' };

export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = { error: '×', silent: '●', slow: '▽', warn: '△', info: '・' };

export const STATUS_MARKS: Readonly<Record<PackageStatus, string>> = { works: '○', 'works-mps': '◎', 'cpu-only': '○', partial: '△', no: '×' };
