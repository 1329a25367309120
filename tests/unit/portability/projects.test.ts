import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../src/build/portability-knowledge.ts';
import { loadFacts } from '../../../src/facts/registry.ts';
import { check } from '../../../src/portability/check.ts';
import type { InputFile, Report } from '../../../src/portability/types.ts';
import { VERDICTS, type Verdict } from '../../../src/schemas/verdict.ts';

/** A public project with the answer its own documentation and its issues give. */
interface Expected {
  readonly project: string;
  /** Where it was looked at, with the commit. */
  readonly url: string;
  readonly verdict: Verdict;
  readonly why: string;
  /** Packages or patterns that must stand in the way. */
  readonly mustReport: readonly string[];
  /** Packages or patterns that must not stand in the way; they may be named as guarded, skipped, optional or harmless. */
  readonly mustNotReport: readonly string[];
  /** Patterns that must be recognised, and called fine where they stand. */
  readonly fine: readonly string[];
}

const ROOT = join(import.meta.dirname, '../../portability-projects');
const EXPECTED = JSON.parse(readFileSync(join(ROOT, 'expected.json'), 'utf8')) as readonly Expected[];
const facts = loadFacts();
const knowledge = knowledgeOf(facts);
const ids = new Set([...facts.packages, ...facts.codePatterns].map(({ id }) => id));
const unusable = new Set(facts.packages.filter(({ status }) => status === 'no').map(({ id }) => id));

const filesOf = (project: string): readonly InputFile[] =>
  readdirSync(join(ROOT, project), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: path.slice(join(ROOT, project).length + 1).replaceAll(sep, '/'), text: readFileSync(path, 'utf8') }));

/** What stands in the way of the project itself, on a Mac. */
const inTheWay = ({ packages, code }: Report): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { id, name, role, state, effect } of packages) if (role === 'main' && state !== 'skipped' && effect !== 'runs') found.add(id ?? name);
  for (const { pattern, findings } of code) if (findings.some(({ role, effect }) => role === 'main' && effect !== 'runs')) found.add(pattern);
  return found;
};

/** How a report differs from what is expected; empty where it does not. */
const differences = (report: Report, { verdict, mustReport, mustNotReport, fine }: Expected): readonly string[] => {
  const found = inTheWay(report);
  const guarded = new Set(report.guarded.map(({ pattern }) => pattern));
  const required = report.packages.filter(({ id, role, state }) => id !== null && unusable.has(id) && role === 'main' && state !== 'skipped');
  return [
    ...(report.verdict === verdict ? [] : [`verdict ${String(report.verdict)}, expected ${verdict}: ${JSON.stringify(report.reasons)}`]),
    ...mustReport.filter((id) => !found.has(id)).map((id) => `${id} is not reported`),
    ...mustNotReport.filter((id) => found.has(id)).map((id) => `${id} is reported`),
    ...fine.filter((id) => !guarded.has(id)).map((id) => `${id} is not recognised as guarded`),
    ...required.filter(({ effect }) => effect === 'runs').map(({ name }) => `${name} cannot run on a Mac, is required, and called fine`),
  ];
};

const reports = new Map<string, Report>();
const reportOn = (project: string): Report => {
  const report = reports.get(project) ?? check(filesOf(project), knowledge);
  reports.set(project, report);
  return report;
};

describe('public projects', () => {
  it('every folder has its answer, and the table is sound', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(EXPECTED.map(({ project }) => project).sort()).toEqual(folders.sort());
    expect(EXPECTED.length).toBeGreaterThanOrEqual(45);
    for (const { url, verdict, why, fine } of EXPECTED) {
      expect(url).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:tree|blob)\/[0-9a-f]{40}(?:\/|$)/);
      expect(VERDICTS).toContain(verdict);
      expect(why.length).toBeGreaterThan(20);
      expect(fine.filter((id) => !ids.has(id))).toEqual([]);
    }
    expect(EXPECTED.flatMap(({ mustReport }) => mustReport).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(EXPECTED.map((expected) => [expected.project, expected] as const))('%s', (_, expected) => {
    const report = reportOn(expected.project);
    const found = differences(report, expected);
    expect(found, found.join('\n')).toEqual([]);
    expect(report.problems.filter(({ code }) => code.startsWith('syntax-'))).toEqual([]);
  });

  it('would notice if two answers were swapped', () => {
    for (const [at, expected] of EXPECTED.entries()) {
      const other = EXPECTED.slice(at + 1).find(({ verdict }) => verdict !== expected.verdict) ?? EXPECTED.find(({ verdict }) => verdict !== expected.verdict);
      if (other === undefined) throw new Error('all projects have one verdict');
      expect(differences(reportOn(expected.project), { ...expected, verdict: other.verdict })).not.toEqual([]);
      expect(differences(reportOn(expected.project), { ...other, verdict: other.verdict })).not.toEqual([]);
    }
  });
});
