/** Longer than any question; a line that never ends must not fill the memory. */
export const LONGEST_LINE = 1_000_000;

/** A line of input, or null for one that is too long to be a question. */
export type Line = string | null;

/**
 * Splits text that arrives in pieces into lines at `\n` or `\r\n` and nowhere else: JSON may hold the other characters some call line ends.
 * The last line need not end. What a line holds beyond `LONGEST_LINE` characters is thrown away as it comes.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let line = '';
  let isTooLong = false;
  let isOpen = false;
  const finished = (): Line => (isTooLong ? null : line.replace(/\r$/, ''));
  const append = (text: string): void => {
    isTooLong ||= line.length + text.length > LONGEST_LINE;
    line = isTooLong ? '' : line + text;
  };
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      append(piece.slice(start, end));
      yield finished();
      line = '';
      isTooLong = false;
      start = end + 1;
      isOpen = false;
    }
    if (start < piece.length) {
      append(piece.slice(start));
      isOpen = true;
    }
  }
  if (isOpen) yield finished();
}
