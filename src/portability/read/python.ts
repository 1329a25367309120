import { readCell } from './cell.ts';
import type { Collector } from './collect.ts';
import { readPyproject } from './pyproject.ts';

const BLOCK_START = /^# \/\/\/ script\s*$/;
const BLOCK_END = /^# \/\/\/\s*$/;

/** The metadata a script carries in its comments, with the number of its first line; null without any. https://peps.python.org/pep-0723/ */
const scriptMetadata = (text: string): { readonly text: string; readonly line: number } | null => {
  if (!text.includes('# /// script')) return null;
  const lines = text.split('\n');
  const start = lines.findIndex((line) => BLOCK_START.test(line));
  if (start === -1) return null;
  const after = lines.findIndex((line, index) => index > start && !(line === '#' || line.startsWith('# ')));
  const block = lines.slice(start + 1, after === -1 ? lines.length : after);
  const end = block.findLastIndex((line) => BLOCK_END.test(line));
  if (end === -1) return null;
  const body = block.slice(0, end).map((line) => line.slice(2));
  return { text: body.join('\n'), line: start + 2 };
};

/** Reads a Python file: its source, and the packages its metadata asks for. Pasted code may have the magics of a notebook. */
export const readPython = (text: string, collect: Collector, hasMagics: boolean): void => {
  if (hasMagics) readCell(text, collect);
  else collect.source(text, 1);
  const metadata = scriptMetadata(text);
  if (metadata !== null) readPyproject(metadata.text, collect.within(metadata.line));
};
