import type { CodeFinding, Knowledge } from './types.ts';

/**
 * A project that is CUDA for the most part: at least as many of its own files are CUDA sources as are Python. A few beside much Python are told
 * by what builds or loads them.
 * @param sources paths of the project's own CUDA sources
 */
export const cudaSources = (sources: readonly string[], pythonFiles: number, patterns: Knowledge['patterns']): readonly CodeFinding[] => {
  const pattern = patterns.find(({ matches }) => matches.some(({ kind }) => kind === 'cuda-sources'));
  const [first] = sources;
  if (pattern === undefined || first === undefined || sources.length < pythonFiles) return [];
  return [
    {
      pattern: pattern.id,
      place: { file: first, line: 1 },
      column: 1,
      snippet: '',
      severity: pattern.severity,
      effect: pattern.effect,
      role: 'main',
      guard: null,
      diff: null,
    },
  ];
};
