const NAME_LINE = /^\s*name\s*=/;

/** How far below its heading the name of a package may stand. */
const MOST_BETWEEN = 20;

/**
 * Lines of the names in the tables of an array (`[[package]]`), in order: a scan for headings, for a lock file is too long to keep every position. An
 * empty list where the text has another number of headings than the parser found, so that no line is told rather than a wrong one.
 */
export const tableLines = (text: string, heading: string, count: number): readonly number[] => {
  const found: number[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    if (!(lines[at] ?? '').trimStart().startsWith(heading)) continue;
    const below = lines.slice(at + 1, at + 1 + MOST_BETWEEN);
    const own = below.findIndex((line) => line.trimStart().startsWith('['));
    const name = (own === -1 ? below : below.slice(0, own)).findIndex((line) => NAME_LINE.test(line));
    found.push(name === -1 ? at + 1 : at + 2 + name);
  }
  return found.length === count ? found : [];
};
