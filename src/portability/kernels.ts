import type { CodeFinding } from './types.ts';

/**
 * Weighs code that is written for CUDA itself (kernels): where it is a small part of a larger project, that part is what is lost.
 * @param isNeeded true for patterns that stand for a package the code cannot do without
 */
export const weighKernels = (findings: readonly CodeFinding[], mainFiles: number, isNeeded: (pattern: string) => boolean): readonly CodeFinding[] => {
  const isKernel = ({ effect, pattern }: CodeFinding): boolean => effect === 'nvidia' && !isNeeded(pattern);
  const kernels = new Set(findings.filter((finding) => finding.role === 'main' && isKernel(finding)).map(({ place }) => place.file));
  const setups = findings.filter(({ place }) => isSetup(place.file)).map(({ place }) => depthOf(place.file));
  const isSmallPart = mainFiles >= 4 && kernels.size <= mainFiles / 4;
  return findings.map((finding) => {
    if (!isKernel(finding)) return finding;
    // A package is built by its own setup.py or not at all; one further down builds a part.
    const isPart = isSetup(finding.place.file)
      ? depthOf(finding.place.file) > Math.min(...setups) || (depthOf(finding.place.file) > 1 && mainFiles >= 4)
      : isSmallPart;
    return isPart ? { ...finding, effect: 'part' } : finding;
  });
};

const isSetup = (path: string): boolean => /(?:^|\/)setup\.py$/.test(path);
const depthOf = (path: string): number => path.split('/').length;
