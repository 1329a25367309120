/** Looks up dotted names in which `*` stands for letters of one part, and at the end (`torch.backends.cudnn.*`) for any rest. */
export interface PathIndex<T> {
  readonly find: (path: string) => readonly T[];
}

const expressionOf = (pattern: string): RegExp => {
  const parts = pattern.split('.');
  const isOpen = parts.at(-1) === '*';
  const fixed = (isOpen ? parts.slice(0, -1) : parts).map((part) => part.replaceAll('*', '\\w*')).join('\\.');
  return RegExp(`^${fixed}${isOpen ? '\\..+' : ''}$`);
};

/** Longest name that is compared with patterns; longer ones match none. */
const LONGEST = 200;

/** An index over patterns, each with what it stands for. Names without a star are looked up, the few others compared in turn. */
export const pathIndex = <T>(entries: readonly (readonly [pattern: string, value: T])[]): PathIndex<T> => {
  const exact = new Map<string, T[]>();
  const open: { readonly start: string; readonly expression: RegExp; readonly value: T }[] = [];
  for (const [pattern, value] of entries) {
    if (pattern.includes('*')) open.push({ start: pattern.slice(0, pattern.indexOf('*')), expression: expressionOf(pattern), value });
    else exact.set(pattern, [...(exact.get(pattern) ?? []), value]);
  }
  const none: readonly T[] = [];
  return {
    find: (path) => {
      if (path.length > LONGEST) return none;
      const found = exact.get(path) ?? none;
      const more = open.filter(({ start, expression }) => path.startsWith(start) && expression.test(path)).map(({ value }) => value);
      return more.length === 0 ? found : [...found, ...more];
    },
  };
};
