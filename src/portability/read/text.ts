/** Longest detail of a problem, and longest requirement that is repeated. */
const MOST_SHOWN = 200;

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

/** The first `most` code units, without the first half of a pair that would be torn. */
export const cut = (text: string, most = MOST_SHOWN): string => {
  if (text.length <= most) return text;
  return text.slice(0, isHighSurrogate(text.charCodeAt(most - 1)) ? most - 1 : most);
};

/** On one line, with single spaces, cut: what may stand in a report. */
export const shown = (text: string): string =>
  cut(
    cut(text, MOST_SHOWN * 5)
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** A package name after PEP 503: lower case, runs of `-`, `_` and `.` as one `-`. Conda's names may begin with `_`, which goes. */
export const normalizeName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[-_.]+/g, '-')
    .replace(/^-/, '');

/** One kind of line break, and no byte order mark, so that every reader counts lines alike. */
export const plainText = (text: string): string => {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
};

/** How many lines a text has: one more than it has breaks. */
export const countLines = (text: string): number => {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** The last part of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `target` as seen from the folder `file` stands in, without `.` and, where possible, `..`. What is absolute or an address stays. */
export const resolvePath = (file: string, target: string): string => {
  if (target.startsWith('file:') && !target.includes('://')) return resolvePath(file, target.slice(5));
  if (target.startsWith('/') || target.includes('://')) return target;
  const parts = file.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
};

/** Tells the line of an offset, counted from 1. */
export const lineFinder = (text: string): ((offset: number) => number) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
};
