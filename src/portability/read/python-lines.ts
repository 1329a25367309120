/** Follows Python from line to line just far enough to know where a statement can begin: strings, brackets and backslashes that reach over lines. */
export const pythonLineState = () => {
  let quote: '"""' | "'''" | null = null;
  let depth = 0;
  let continued = false;

  const read = (line: string): void => {
    let at = 0;
    continued = false;
    while (at < line.length) {
      if (quote !== null) {
        const end = endOfLong(line, at, quote);
        if (end === -1) return;
        at = end;
        quote = null;
        continue;
      }
      const sign = line[at] ?? '';
      if (sign === '#') return;
      if (sign === '"' || sign === "'") {
        const long = sign === '"' ? '"""' : "'''";
        if (line.startsWith(long, at)) {
          quote = long;
          at += 3;
        } else at = endOfShort(line, at + 1, sign);
        continue;
      }
      if (sign === '(' || sign === '[' || sign === '{') depth += 1;
      else if ((sign === ')' || sign === ']' || sign === '}') && depth > 0) depth -= 1;
      else if (sign === '\\' && at === line.length - 1) continued = true;
      at += 1;
    }
  };
  return {
    /** Whether the next line can begin a statement. */
    isFresh: (): boolean => quote === null && depth === 0 && !continued,
    read,
  };
};

const endOfShort = (line: string, from: number, quote: string): number => {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === quote) return at + 1;
  }
  return line.length;
};

const endOfLong = (line: string, from: number, quote: string): number => {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line.startsWith(quote, at)) return at + 3;
  }
  return -1;
};
