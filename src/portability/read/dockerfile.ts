import type { Collector } from './collect.ts';
import { heredocEnds, heredocsIn } from './heredoc.ts';
import { installReader } from './installs.ts';
import { nextLogicalLine, type LogicalLine } from './logical-lines.ts';

type Installs = ReturnType<typeof installReader>;

/** The sign that continues a line: a backslash, unless a directive at the top says otherwise. */
const continuationOf = (text: string): string => (/^#\s*escape\s*=\s*`/im.test(text.slice(0, 500)) ? '`' : '\\');

/** `RUN ["pip", "install", "torch"]`: the words of a command without a shell; null for any other. */
const execForm = (command: string): string | null => {
  if (!command.startsWith('[')) return null;
  try {
    const words: unknown = JSON.parse(command);
    return Array.isArray(words) ? words.map((word) => JSON.stringify(String(word))).join(' ') : null;
  } catch {
    return null;
  }
};

/** `ARG NAME=value`, `ENV NAME=value OTHER=value`, `ENV NAME value`. */
const readVariables = (body: string, installs: Installs): void => {
  const pairs = [...body.slice(0, 5000).matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)];
  pairs.forEach(([, name = '', value = '']) => installs.setVariable(name, value.replace(/^(["'])(.*)\1$/s, '$2')));
  const [, name, value] = pairs.length > 0 ? [] : (/^(\w+)\s+(\S.*)$/s.exec(body) ?? []);
  if (name !== undefined && value !== undefined) installs.setVariable(name, value);
};

const readInstruction = ({ text, lineAt }: LogicalLine, installs: Installs): void => {
  const start = text.length - text.trimStart().length;
  const instruction = /^(?:ONBUILD\s+)?([A-Za-z]+)\s*/.exec(text.slice(start, start + 200));
  const word = instruction?.[1]?.toUpperCase();
  const from = start + (instruction?.[0].length ?? 0);
  const body = text.slice(from);
  if (word === 'ARG' || word === 'ENV') readVariables(body, installs);
  else if (word === 'RUN' || word === 'CMD' || word === 'ENTRYPOINT') installs.read(execForm(body.trim()) ?? body, (offset) => lineAt(from + offset));
};

/** Reads a Dockerfile: its instructions, one line each, and what they install. https://docs.docker.com/reference/dockerfile/ */
export const readDockerfile = (text: string, collect: Collector): void => {
  const installs = installReader(collect);
  const style = { continuation: continuationOf(text), skipComments: true };
  const lines = text.split('\n');
  const heredocEnd = heredocEnds(lines);
  for (let at = 0; at < lines.length;) {
    const { line, next } = nextLogicalLine(lines, at, style);
    at = next;
    const said = line.text.trim();
    if (said === '' || said.startsWith('#')) continue;
    collect.plain(said, 'dockerfile', line.line);
    readInstruction(line, installs);
    const isRun = /^RUN\b/i.test(said);
    for (const word of heredocsIn(said)) {
      const end = heredocEnd(word, at);
      if (end === null) break;
      for (; at < end;) {
        const inner = nextLogicalLine(lines, at, { ...style, skipComments: false }, end);
        at = inner.next;
        const body = inner.line.text.trimEnd();
        if (body.trim() === '' || body.trimStart().startsWith('#')) continue;
        collect.plain(body, 'dockerfile', inner.line.line);
        if (isRun) installs.read(body, inner.line.lineAt);
      }
      at = end + 1;
    }
  }
};
