import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../../src/facts/registry.ts';
import { lineFindings, lineKnowledge } from '../../../src/portability/lines.ts';
import { pythonKnowledge } from '../../../src/portability/python/knowledge.ts';
import { readPython } from '../../../src/portability/python/read-python.ts';
import type { CodeFinding } from '../../../src/portability/types.ts';
import { SAMPLES, type Sample } from './pattern-samples.ts';

const { codePatterns, packages, operatorTables } = loadFacts();
const operators = operatorTables[0]?.operators ?? [];
const python = pythonKnowledge({ packages, patterns: codePatterns, operators });
const lines = lineKnowledge(codePatterns);

const findingsIn = (sample: Sample): readonly CodeFinding[] => {
  const place = { file: 'sample', line: 1 };
  return typeof sample === 'string'
    ? readPython([{ text: sample, place }], python, 'main').findings
    : lineFindings([{ text: sample.text, in: sample.in, place }], lines, 'main');
};

const unguarded = (sample: Sample, pattern: string): readonly CodeFinding[] =>
  findingsIn(sample).filter((finding) => finding.pattern === pattern && finding.guard === null);

describe('code patterns', () => {
  it('every pattern has a sample of what it must find, and of what it must not', () => {
    const withSamples = new Map(SAMPLES.map((sample) => [sample.pattern, sample]));
    const ofLines = codePatterns.filter(({ matches }) => matches.some(({ kind }) => kind !== 'cuda-sources'));
    const missing = ofLines.filter(({ id }) => (withSamples.get(id)?.bad.length ?? 0) === 0 || (withSamples.get(id)?.good.length ?? 0) === 0);
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(SAMPLES.filter(({ pattern }) => !codePatterns.some(({ id }) => id === pattern))).toEqual([]);
  });

  describe.each(SAMPLES)('$pattern', ({ pattern, bad, good }) => {
    it.each(bad)('finds %j', (sample) => {
      expect(unguarded(sample, pattern)).not.toEqual([]);
    });
    it.each(good)('leaves %j alone', (sample) => {
      expect(unguarded(sample, pattern)).toEqual([]);
    });
  });

  it('a rewrite changes the line and leaves no CUDA call of the same pattern in it', () => {
    const repeated = SAMPLES.flatMap(({ pattern, bad }) =>
      bad.flatMap((sample) => {
        const [finding] = unguarded(sample, pattern);
        if (typeof sample !== 'string' || finding === undefined || finding.diff === null) return [];
        const after = sample.replace(finding.diff.before, finding.diff.after);
        return after === sample || unguarded(after, pattern).length >= unguarded(sample, pattern).length ? [`${pattern}: ${sample} -> ${after}`] : [];
      }),
    );
    expect(repeated).toEqual([]);
  });
});
