import type { Collector } from './collect.ts';
import { heredocEnds, heredocsIn } from './heredoc.ts';
import { installReader } from './installs.ts';
import { joinPieces, nextLogicalLine } from './logical-lines.ts';

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

/** Text in quotes may reach over so many lines: a message, a program for `python -c`. */
const MOST_QUOTED_LINES = 60;

/** Whether a quote is open at the end of a line, as a word or value would open it: `don't` opens none. */
const openQuote = (line: string, open: string | null): string | null => {
  let quote = open;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (sign === '\\') at += 1;
    else if (quote !== null) {
      if (sign === quote) quote = null;
    } else if ((sign === '"' || sign === "'") && /[\s=([{,:"']/.test(line[at - 1] ?? ' ')) quote = sign;
    else if (sign === '#' && /\s/.test(line[at - 1] ?? ' ')) return null;
  }
  return quote;
};

/** Position of the line in which a text in quotes ends that is open before `from`; null where it does not end soon. */
const quoteEnd = (lines: readonly string[], from: number, open: string): number | null => {
  let quote: string | null = open;
  for (let at = from; at < Math.min(lines.length, from + MOST_QUOTED_LINES); at += 1) {
    quote = openQuote(lines[at] ?? '', quote);
    if (quote === null) return at;
  }
  return null;
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
    const open = openQuote(said, null);
    const quoted = open === null ? null : quoteEnd(lines, at, open);
    if (quoted !== null) {
      const rest = lines.slice(at, quoted + 1).map((text, index) => ({ text: `\n${text}`, line: at + 1 + index }));
      rest.filter(({ text }) => text.trim() !== '').forEach((one) => collect.plain(one.text.slice(1).trimEnd(), 'shell', one.line));
      const joined = joinPieces([{ text: said, line: line.line }, ...rest]);
      installs.read(joined.text, joined.lineAt);
      at = quoted + 1;
      continue;
    }
    installs.read(said, line.lineAt);
    for (const word of heredocsIn(said)) {
      const end = heredocEnd(word, at);
      if (end === null) break;
      for (; at < end; at += 1) if ((lines[at] ?? '').trim() !== '') collect.plain((lines[at] ?? '').trimEnd(), 'shell', at + 1);
      at = end + 1;
    }
  }
};
