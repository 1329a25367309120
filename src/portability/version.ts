import { compareVersions } from './read/version.ts';

/** The first release that is no longer allowed: `~=2.1.0` and `==2.1.*` both end before 2.2. */
const nextAfter = (parts: readonly string[]): string => [...parts.slice(0, -1), String(Number(parts.at(-1) ?? 0) + 1)].join('.');

/**
 * True where a specifier (PEP 440: `==2.1.0`, `>=2,<3`, `~=2.1`, `==2.*`) leaves out `since` and everything after it. What cannot be read
 * leaves nothing out.
 */
export const endsBefore = (specifier: string, since: string): boolean =>
  specifier.split(',').some((clause) => {
    const [, operator = '==', version = ''] = /^\s*(===|==|~=|<=|<|>=|>|!=)?\s*([^\s;]+)/.exec(clause) ?? [];
    const parts = /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1]?.split('.') ?? [];
    if (parts.length === 0) return false;
    const isBelow = (limit: string): boolean => (compareVersions(limit, since) ?? 1) < 0;
    const endsAt = (limit: string): boolean => (compareVersions(limit, since) ?? 1) <= 0;
    switch (operator) {
      case '<':
        return endsAt(version);
      case '~=':
        return parts.length > 1 && endsAt(nextAfter(parts.slice(0, -1)));
      case '<=':
      case '==':
      case '===':
        return version.endsWith('.*') ? endsAt(nextAfter(parts)) : isBelow(version);
      default:
        return false;
    }
  });

/** A local version or build that is made for CUDA: `+cu121`, `py3.10_cuda12.1_cudnn8_0`. */
export const isCudaVersion = (version: string): boolean => /\+cu\d|\bcuda|_cuda\d|_gpu\b/i.test(version);

/** The same specifier without the local part that names a CUDA build. */
export const withoutCuda = (specifier: string): string => specifier.replace(/\+cu\d[\w.]*/gi, '').replace(/=[^=,]*(?:cuda|cudnn|_gpu)[^,]*$/i, '');
