/** The comparisons of PEP 440. */
export type Comparison = '===' | '==' | '~=' | '!=' | '<=' | '>=' | '<' | '>';

interface Release {
  readonly parts: readonly number[];
  readonly isPre: boolean;
}

const releaseOf = (version: string): Release | null => {
  const match = /^v?(?:\d+!)?(\d+(?:\.\d+)*)(.*)$/s.exec(version.trim());
  if (match === null) return null;
  return { parts: (match[1] ?? '').split('.').map(Number), isPre: /^[._-]?(?:a|b|c|rc|alpha|beta|pre|preview|dev)/i.test(match[2] ?? '') };
};

/** Negative, zero or positive, as for sorting; null where one is no version. Of two with the same numbers a pre-release comes first. */
export const compareVersions = (left: string, right: string): number | null => {
  const a = releaseOf(left);
  const b = releaseOf(right);
  if (a === null || b === null) return null;
  for (let index = 0; index < Math.max(a.parts.length, b.parts.length); index += 1) {
    const difference = (a.parts[index] ?? 0) - (b.parts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.isPre) - Number(a.isPre);
};

const hasPrefix = (version: string, prefix: readonly number[]): boolean => {
  const parts = releaseOf(version)?.parts ?? [];
  return prefix.every((part, index) => part === (parts[index] ?? 0));
};

/** Whether a version satisfies one clause of a specifier; null where either cannot be read. */
export const satisfies = (version: string, comparison: Comparison, wanted: string): boolean | null => {
  if (comparison === '===') return version === wanted;
  const isPrefix = wanted.endsWith('.*');
  const release = releaseOf(isPrefix ? wanted.slice(0, -2) : wanted);
  if (release === null || releaseOf(version) === null) return null;
  if (isPrefix) {
    const has = hasPrefix(version, release.parts);
    return comparison === '!=' ? !has : has;
  }
  const order = compareVersions(version, wanted) ?? 0;
  switch (comparison) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '~=':
      return order >= 0 && hasPrefix(version, release.parts.slice(0, -1));
  }
};
