/** A release as numbers: `2.1.0+cu121` and `2.1.0rc1` are [2, 1, 0]. */
type Release = readonly number[];

const releaseOf = (version: string): Release | null => {
  const match = /^v?(?:\d+!)?(\d{1,9}(?:\.\d{1,9}){0,9})/.exec(version.trim());
  return match?.[1] === undefined ? null : match[1].split('.').map(Number);
};

const compare = (a: Release, b: Release): number => {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The first release that is no longer allowed: `~=2.1.0` and `==2.1.*` both end before 2.2. */
const nextAfter = (release: Release): Release => [...release.slice(0, -1), (release.at(-1) ?? 0) + 1];

/**
 * True where a specifier (PEP 440: `==2.1.0`, `>=2,<3`, `~=2.1`, `==2.*`) leaves out `since` and everything after it. What cannot be read
 * leaves nothing out.
 */
export const endsBefore = (specifier: string, since: string): boolean => {
  const wanted = releaseOf(since);
  if (wanted === null) return false;
  return specifier.split(',').some((clause) => {
    const [, operator = '', version = ''] = /^\s*(===|==|~=|<=|<|>=|>|!=)?\s*([^\s;]+)/.exec(clause) ?? [];
    const release = releaseOf(version);
    if (release === null) return false;
    switch (operator) {
      case '<':
        return compare(release, wanted) <= 0;
      case '<=':
      case '':
      case '===':
        return compare(release, wanted) < 0;
      case '==':
        return compare(version.endsWith('.*') ? nextAfter(release) : release, wanted) < (version.endsWith('.*') ? 1 : 0);
      case '~=':
        return compare(nextAfter(release.slice(0, -1)), wanted) <= 0;
      default:
        return false;
    }
  });
};

/** A local version or build that is made for CUDA: `+cu121`, `py3.10_cuda12.1_cudnn8_0`. */
export const isCudaVersion = (version: string): boolean => /\+cu\d|\bcuda|_cuda\d|_gpu\b/i.test(version);

/** The same specifier without the local part that names a CUDA build. */
export const withoutCuda = (specifier: string): string => specifier.replace(/\+cu\d[\w.]*/gi, '').replace(/=[^=,]*(?:cuda|cudnn|_gpu)[^,]*$/i, '');
