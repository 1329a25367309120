/**
 * What a project can expect of a Mac, from best to worst: `runs` as it is; `changes` are needed and then all of it runs; `part` of it runs and
 * part of it has no way on a Mac; `nvidia`: what it is for needs an NVIDIA GPU.
 */
export const VERDICTS = ['runs', 'changes', 'part', 'nvidia'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How sure a record is: `high` where its vendor says so, `medium` where it follows from code or metadata, `low` where others report it. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * How it shows: `error` raises or cannot be installed; `silent` raises nothing and runs on the CPU or with a feature switched off; `slow` works
 * slowly; `warn` works within limits or warns; `info` is harmless.
 */
export const SEVERITIES = ['error', 'silent', 'slow', 'warn', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
