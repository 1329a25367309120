import { SEVERITIES } from '../schemas/verdict.ts';
import { packageIndex } from './package-index.ts';
import { importedPackages } from './imported-packages.ts';
import { cudaSources } from './cuda-sources.ts';
import { askedPackages, type ImportedModule } from './packages.ts';
import { planFor } from './plan.ts';
import { lineFindings, lineKnowledge } from './lines.ts';
import { weighKernels } from './kernels.ts';
import { optionalFiles, withOptionalFiles } from './optional-files.ts';
import { pythonKnowledge } from './python/knowledge.ts';
import { readPython } from './python/read-python.ts';
import { readFile } from './read/read-file.ts';
import { rolesOf } from './roles.ts';
import { STANDARD_LIBRARY } from './standard-library.ts';
import type { CodeFinding, CodeGroup, InputFile, Knowledge, ParsedFile, Problem, Report, Role } from './types.ts';
import { ownRecord } from './project.ts';
import { rankOf, worst } from './rank.ts';
import { judge } from './verdict.ts';

const countLines = (text: string): number => {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** Findings of one pattern together, the worst pattern first. */
const grouped = (findings: readonly CodeFinding[]): readonly CodeGroup[] => {
  const byPattern = new Map<string, CodeFinding[]>();
  for (const finding of findings) {
    const known = byPattern.get(finding.pattern);
    if (known === undefined) byPattern.set(finding.pattern, [finding]);
    else known.push(finding);
  }
  return [...byPattern]
    .map(([pattern, own]) => ({ pattern, severity: own[0]?.severity ?? 'info', effect: worst(own.map(({ effect }) => effect)), findings: own }))
    .sort(
      (a, b) => rankOf(b.effect) - rankOf(a.effect) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.findings.length - a.findings.length,
    );
};

/** Lists that name another one of the files given are answered by that file. */
const open = (problems: readonly Problem[], paths: ReadonlySet<string>): readonly Problem[] =>
  problems.filter(({ code, detail, place }) => {
    // A project holds files of many kinds; only of one that was given by itself it matters that nothing could be made of it.
    if (code === 'unknown-kind') return paths.size === 1 || !place.file.includes('/');
    if (code !== 'follows-another-file') return true;
    const folder = place.file.includes('/') ? place.file.slice(0, place.file.lastIndexOf('/') + 1) : '';
    const parts: string[] = [];
    for (const part of `${folder}${detail}`.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.' && part !== '') parts.push(part);
    }
    return !paths.has(parts.join('/')) && !paths.has(detail);
  });

/**
 * Says whether a project runs on a Mac with Apple silicon, from the lists of what it needs and from its code.
 * @param files what was pasted, dropped or read; paths tell what belongs together
 * @param knowledge packages, patterns and operators of the facts
 * @param onProgress called with the number of files done and of all, after each
 * @returns the report; its verdict is null where nothing could be read. Never throws for what files hold.
 */
export const check = (files: readonly InputFile[], knowledge: Knowledge, onProgress?: (done: number, total: number) => void): Report => {
  const index = packageIndex(knowledge.packages);
  const python = pythonKnowledge(knowledge, (module) => STANDARD_LIBRARY.has(module.split('.')[0] ?? '') || index.importing(module)?.effect === 'runs');
  const lines = lineKnowledge(knowledge.patterns);
  const parsed: readonly ParsedFile[] = files.map((file) => readFile(file));
  const roles = rolesOf(files.map(({ path }, at) => ({ path, kind: parsed[at]?.kind ?? null })));
  const roleOf = new Map<string, Role>(files.map(({ path }, at) => [path, roles[at] ?? 'main']));
  const problems: Problem[] = [];
  const findings: CodeFinding[] = [];
  const imports: ImportedModule[] = [];
  let choosesMps = false;

  parsed.forEach((file, at) => {
    const role = roles[at] ?? 'main';
    problems.push(...file.problems);
    if (file.sources.length > 0) {
      const path = files[at]?.path ?? '';
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
      const isLibrary = folder !== '' && !path.endsWith('__main__.py') && roleOf.has(`${folder}__init__.py`);
      const reading = readPython(file.sources, python, role, isLibrary);
      problems.push(...reading.problems);
      findings.push(...reading.findings);
      choosesMps ||= role === 'main' && reading.choosesMps;
      for (const { path, guard, isLazy, line } of reading.imports) {
        imports.push({ path, isGuarded: guard !== null, isLazy, role, place: { file: files[at]?.path ?? '', line } });
      }
    }
    findings.push(...lineFindings(file.lines, lines, role));
    onProgress?.(at + 1, files.length);
  });

  const pythonPaths = files.filter((_, at) => parsed[at]?.kind === 'python' || parsed[at]?.kind === 'notebook').map(({ path }) => path);
  const mainPaths = pythonPaths.filter((path) => roleOf.get(path) === 'main');
  const cudaPaths = files.filter(({ path }, at) => parsed[at]?.kind === 'cuda-source' && roleOf.get(path) === 'main').map(({ path }) => path);
  findings.push(...cudaSources(cudaPaths, mainPaths.length, knowledge.patterns));
  const optional = optionalFiles(imports, pythonPaths);
  const needed = new Set(
    knowledge.patterns.filter(({ matches }) => matches.some(({ kind }) => kind === 'import' || kind === 'cuda-sources')).map(({ id }) => id),
  );
  const settled = weighKernels(withOptionalFiles(findings, optional), mainPaths.length, (pattern) => needed.has(pattern));
  const known = imports.map((one) => (optional.has(one.place.file) ? { ...one, isGuarded: true } : one));
  const own = ownRecord(
    files.map((file, at) => ({ file, kind: parsed[at]?.kind ?? null })),
    index,
  );
  // A project that installs itself, in its notebooks or its container, asks for nothing.
  const dependencies = parsed.flatMap((file) => file.dependencies).filter(({ name }) => own === null || index.named(name)?.id !== own.id);
  const asked = askedPackages(dependencies, known, index, (file) => roleOf.get(file) ?? 'main', mainPaths.length);
  const packages = [
    ...asked,
    ...importedPackages(asked, own === null ? known : known.filter(({ path }) => index.importing(path)?.id !== own.id), index, pythonPaths, mainPaths.length),
  ];
  const code = grouped(settled.filter(({ guard }) => guard === null));
  const isEmpty =
    cudaPaths.length === 0 &&
    parsed.every(({ dependencies, sources, lines: plain }) => dependencies.length === 0 && sources.length === 0 && plain.length === 0);
  const { verdict, reasons } = judge(packages, code, index, {
    torchFiles: new Set(known.filter(({ path, role }) => role === 'main' && /^torch(?:\.|$)/.test(path)).map(({ place }) => place.file)).size,
    choosesMps,
    own,
  });
  return {
    version: 1,
    verdict: isEmpty ? null : verdict,
    reasons: isEmpty ? [] : reasons,
    packages,
    code,
    guarded: settled.filter(({ guard }) => guard !== null),
    files: files.map(({ path, text }, at) => ({ path, kind: parsed[at]?.kind ?? null, role: roles[at] ?? 'main', lines: countLines(text) })),
    problems: open(problems, new Set(files.map(({ path }) => path))),
    plan: isEmpty ? [] : planFor(verdict, packages, code, index),
  };
};
