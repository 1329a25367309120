import type { Knowledge } from '../portability/types.ts';
import type { PortabilityFacts } from '../portability/words/localize.ts';

/** What of the facts the checker works with: no words, no sources, and of the operators only those that lack something. */
export const knowledgeOf = ({ packages, codePatterns, operatorTables }: PortabilityFacts): Knowledge => ({
  packages: packages.map(({ id, name, match, also, imports, status, effect, way, line, sinceVersion }) => ({
    id,
    name,
    match,
    also,
    imports,
    status,
    effect,
    way,
    line,
    sinceVersion,
  })),
  patterns: codePatterns.map(({ id, severity, effect, matches }) => ({ id, severity, effect, matches })),
  operators: (operatorTables[0]?.operators ?? [])
    .filter(({ mps, missingOverloads }) => mps === 'none' || missingOverloads !== undefined)
    .map(({ name, python, modules, mps, cpuFallback, missingOverloads }) => ({ name, python, modules, mps, cpuFallback, missingOverloads })),
});
