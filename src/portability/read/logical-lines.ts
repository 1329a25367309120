/** A line that may be continued over several, with the number of its first. */
export interface LogicalLine {
  readonly text: string;
  readonly line: number;
  /** Number of the line a character of `text` stands on. */
  readonly lineAt: (offset: number) => number;
}

interface Piece {
  readonly offset: number;
  readonly line: number;
}

/** Joins pieces that stand on several lines. */
export const joinPieces = (pieces: readonly { readonly text: string; readonly line: number }[]): LogicalLine => {
  const starts: Piece[] = [];
  let offset = 0;
  for (const { text, line } of pieces) {
    starts.push({ offset, line });
    offset += text.length;
  }
  const first = pieces[0]?.line ?? 1;
  let at = 0;
  // Asked mostly in order: the search goes on where it stood.
  const lineAt = (wanted: number): number => {
    if ((starts[at]?.offset ?? 0) > wanted) at = 0;
    while (at + 1 < starts.length && (starts[at + 1]?.offset ?? 0) <= wanted) at += 1;
    return starts[at]?.line ?? first;
  };
  return { text: pieces.map(({ text }) => text).join(''), line: first, lineAt };
};

interface Style {
  /** The sign at the end of a line that joins it with the next. */
  readonly continuation: string;
  /** Whether lines of comments within a continued line are left out, as Docker does. */
  readonly skipComments: boolean;
}

const isComment = (line: string): boolean => line.trimStart().startsWith('#');

/** One line with those that continue it: `lines` are those of the text, `from` the first to read and `to` where to end, counted from 0. */
export const nextLogicalLine = (
  lines: readonly string[],
  from: number,
  { continuation, skipComments }: Style,
  to = lines.length,
): { readonly line: LogicalLine; readonly next: number } => {
  const pieces: { text: string; line: number }[] = [];
  let at = from;
  for (; at < to; at += 1) {
    const text = (lines[at] ?? '').trimEnd();
    if (skipComments && pieces.length > 0 && (isComment(text) || text === '')) continue;
    const isContinued = text.endsWith(continuation) && !isComment(text);
    pieces.push({ text: isContinued ? `${text.slice(0, -continuation.length)} ` : text, line: at + 1 });
    if (!isContinued) break;
  }
  return { line: joinPieces(pieces), next: at + 1 };
};

/** The lines of a text with a backslash for continuation, as pip and shells read them, one at a time. */
export function* logicalLines(text: string): Generator<LogicalLine> {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length;) {
    const { line, next } = nextLogicalLine(lines, at, { continuation: '\\', skipComments: false });
    yield line;
    at = next;
  }
}
