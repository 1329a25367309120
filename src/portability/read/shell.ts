import type { Collector } from './collect.ts';
import { heredocEnds, heredocsIn } from './heredoc.ts';
import { installReader } from './installs.ts';
import { nextLogicalLine } from './logical-lines.ts';

const STYLE = { continuation: '\\', skipComments: false };

/** A prompt copied along: `$ pip install torch`. */
const withoutPrompt = (line: string): string => line.replace(/^(\s*)[$%>] (?=\S)/, '$1  ');

/** A comment that takes the whole line, or the end of it, outside quotes. */
export const withoutShellComment = (line: string): string => {
  let quote: string | null = null;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (quote !== null) {
      if (sign === quote) quote = null;
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '#' && (at === 0 || line[at - 1] === ' ' || line[at - 1] === '\t')) return line.slice(0, at).trimEnd();
  }
  return line.trimEnd();
};

/** Reads a script of a shell: its lines, and what it installs. The body of a here-document is text for another program: it stays among the lines only. */
export const readShell = (text: string, collect: Collector): void => {
  const installs = installReader(collect);
  const lines = text.split('\n');
  const heredocEnd = heredocEnds(lines);
  for (let at = 0; at < lines.length;) {
    const { line, next } = nextLogicalLine(lines, at, STYLE);
    at = next;
    const said = withoutShellComment(withoutPrompt(line.text));
    if (said.trim() === '') continue;
    collect.plain(said, 'shell', line.line);
    installs.read(said, line.lineAt);
    for (const word of heredocsIn(said)) {
      const end = heredocEnd(word, at);
      if (end === null) break;
      for (; at < end; at += 1) if ((lines[at] ?? '').trim() !== '') collect.plain((lines[at] ?? '').trimEnd(), 'shell', at + 1);
      at = end + 1;
    }
  }
};
