import type { Collector } from './collect.ts';
import { readShell } from './shell.ts';
import { pythonLineState } from './python-lines.ts';

/** Magics of a whole cell whose body stays Python. */
const PYTHON_MAGICS = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'memit',
  'mprun',
  'lprun',
  'debug',
  'python',
  'python3',
  'skip',
  'wandb',
  'notify',
  'px',
  'heat',
  'scalene',
  'spark',
]);
const SHELL_MAGICS = new Set(['bash', 'sh', '!', 'shell', 'system', 'sx', 'zsh']);
const FILE_MAGICS = new Set(['writefile', 'file']);

/** A text a cell writes to a file, with the line of the cell it begins on. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
  readonly line: number;
}

const indentOf = (line: string): string => line.slice(0, line.length - line.trimStart().length);

/** What the shell is given by a line, and how many characters stand in front; null where the line is no escape to it. */
const escapeIn = (line: string): { readonly text: string; readonly skipped: number } | null => {
  const start = indentOf(line).length;
  const body = line.slice(start);
  const skipped = /^(?:!{1,2}|%(?:pip|conda|mamba|sh|sx|system|env|set_env|uv)\b|pip3?(?= install\s)|conda(?= install\s)|[\w, ]{1,100}=\s*!)/.exec(body)?.[0];
  if (skipped === undefined) return null;
  // `%pip install` and bare `pip install` name their program themselves.
  const named = /^%?(?:pip|conda|mamba|uv)/.test(skipped);
  const length = named ? (skipped.startsWith('%') ? 1 : 0) : skipped.length;
  return { text: body.slice(length), skipped: start + length };
};

const isMagic = (line: string): boolean => {
  const body = line.trimStart();
  return /^[%!?]/.test(body) || /^[\w, ]{1,100}=\s*%\w/.test(body) || /^[\w.]{1,200}\?{1,2}\s*$/.test(body);
};

/** `%time model.fit(x)` runs the rest of the line, which stays. */
const timedCode = (line: string): string | null => /^\s*%(?:time|timeit|prun|memit)\s+(?!-)(\S.*)$/s.exec(line)?.[1] ?? null;

/** The line that stands for one that is no Python: as empty as its block allows. */
const blankFor = (line: string): string => {
  const indent = indentOf(line);
  return indent === '' ? '' : `${indent}pass`;
};

/** Hands escapes to the shell of a cell over, keeping their lines by blank ones between them. */
const readEscapes = (escapes: ReadonlyMap<number, string>, lineCount: number, collect: Collector): void => {
  if (escapes.size === 0) return;
  const lines = Array.from({ length: lineCount }, (_, index) => escapes.get(index) ?? '');
  readShell(lines.join('\n'), collect);
};

const readPythonLines = (lines: readonly string[], collect: Collector): void => {
  const state = pythonLineState();
  const escapes = new Map<number, string>();
  const code: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const escape = state.isFresh() ? escapeIn(line) : null;
    if (!state.isFresh() || (escape === null && !isMagic(line))) {
      state.read(line);
      code.push(line);
      continue;
    }
    const timed = timedCode(line);
    code.push(timed === null ? blankFor(line) : `${indentOf(line)}${timed}`);
    if (timed !== null) state.read(timed);
    if (escape !== null) escapes.set(at, escape.text);
    // A magic goes on in the next line where it ends in a backslash.
    while (timed === null && (lines[at] ?? '').trimEnd().endsWith('\\') && at + 1 < lines.length) {
      at += 1;
      if (escape !== null) escapes.set(at, lines[at] ?? '');
      code.push('');
    }
  }
  readEscapes(escapes, lines.length, collect);
  const source = code.join('\n');
  if (source.trim() !== '') collect.source(source, 1);
};

/**
 * Reads Python with the magics and shell escapes of IPython: they become blank lines, or `pass` in a block, so that every line keeps its number;
 * what they install is read. Returns a file the cell writes instead of running; else null.
 */
export const readCell = (text: string, collect: Collector): WrittenFile | null => {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const [, magic, rest = ''] = /^%%(!|\w+)(.*)$/s.exec(lines[first] ?? '') ?? [];
  if (magic === undefined) {
    readPythonLines(lines, collect);
    return null;
  }
  const body = lines.map((line, index) => (index <= first ? '' : line));
  const program = magic === 'script' ? (rest.trim().split(/\s/, 1)[0] ?? '') : magic;
  if (SHELL_MAGICS.has(program)) readShell(body.join('\n'), collect);
  else if (FILE_MAGICS.has(magic)) {
    const path = rest
      .trim()
      .split(/\s+/)
      .findLast((word) => !word.startsWith('-'));
    return { path: path ?? '', text: lines.slice(first + 1).join('\n'), line: first + 2 };
  } else if (PYTHON_MAGICS.has(program)) readPythonLines(body, collect);
  else collect.plain(`%%${magic}${rest}`, 'shell', first + 1);
  return null;
};
