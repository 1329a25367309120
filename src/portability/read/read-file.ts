import type { FileKind, InputFile, ParsedFile } from '../types.ts';
import { isBinary } from './binary.ts';
import type { WrittenFile } from './cell.ts';
import { collectorFor, type Collector } from './collect.ts';
import { readConda } from './conda.ts';
import { readDockerfile } from './dockerfile.ts';
import { kindByContent } from './kind-by-content.ts';
import { isUntelling, kindByName } from './kind-by-name.ts';
import { readNotebook } from './notebook.ts';
import { readPipfileLock } from './pipfile-lock.ts';
import { readPipfile } from './pipfile.ts';
import { readPoetryLock } from './poetry-lock.ts';
import { readPyproject } from './pyproject.ts';
import { readPython } from './python.ts';
import { readRequirements } from './requirements.ts';
import { readSetupCfg } from './setup-cfg.ts';
import { readSetupPy } from './setup-py.ts';
import { readShell } from './shell.ts';
import { plainText } from './text.ts';
import { readUvLock } from './uv-lock.ts';
import { collectYamlLines } from './yaml-lines.ts';

type Reader = (text: string, collect: Collector) => void;

/** A file that a cell of a notebook writes is read for itself, unless it is a notebook again. */
const readWritten = (written: WrittenFile, collect: Collector): void => {
  const kind = kindByName(written.path);
  if (kind !== null && kind !== 'notebook') READERS[kind](written.text, collect);
};

const READERS: Readonly<Record<FileKind, Reader>> = {
  requirements: readRequirements,
  pyproject: readPyproject,
  pipfile: readPipfile,
  'pipfile-lock': readPipfileLock,
  conda: readConda,
  'setup-py': readSetupPy,
  'setup-cfg': readSetupCfg,
  'uv-lock': readUvLock,
  'poetry-lock': readPoetryLock,
  dockerfile: readDockerfile,
  compose: (text, collect) => collectYamlLines(text, 'compose', collect),
  shell: readShell,
  notebook: (text, collect) => readNotebook(text, collect, readWritten),
  // That it is there says all.
  'cuda-source': () => undefined,
  python: (text, collect) => readPython(text, collect, kindByName(collect.file) !== 'python'),
};

/** Kinds that are read line by line. Nobody writes so many; what follows them is left out, and named. */
const LINE_KINDS = new Set<FileKind>(['requirements', 'conda', 'setup-cfg', 'dockerfile', 'compose', 'shell']);
const MOST_LINES = 200_000;

/** The first lines of a text that has too many, which is reported. */
const bounded = (text: string, kind: FileKind, collect: Collector): string => {
  if (!LINE_KINDS.has(kind) || text.length < MOST_LINES) return text;
  let end = -1;
  for (let line = 0; line < MOST_LINES; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) return text;
  }
  collect.problem('too-large', `lines: ${MOST_LINES}`, MOST_LINES + 1);
  return text.slice(0, end);
};

/** What kind of file this is: by its name, else by what it says; null where neither tells. */
export const kindOf = ({ path, text }: InputFile): FileKind | null => {
  const named = kindByName(path);
  if (named !== null || !isUntelling(path)) return named;
  // Within a project word lists and prose are called .txt, and settings .yml: only what has no folder is judged by what it says.
  return path.includes('/') ? null : kindByContent(plainText(text));
};

/**
 * Reads one file: the packages it asks for, its Python, and the lines that are neither. Never throws: what could not be read stands among the
 * problems, at its line. Files it refers to are named as problems `follows-another-file`, by their path from where this file's path begins; who has them too drops those.
 */
export const readFile = (file: InputFile): ParsedFile => {
  const text = plainText(file.text);
  const collect = collectorFor(file.path, text);
  if (isBinary(text)) {
    collect.problem('binary', '', 1);
    return collect.result(null);
  }
  const kind = kindOf({ path: file.path, text });
  if (text.trim() === '') {
    // An empty module is nothing unusual; anything else that is empty was meant to say something.
    if (kind !== 'python') collect.problem('empty', '', 1);
    return collect.result(kind);
  }
  if (kind === null) {
    collect.problem('unknown-kind', text.trim().split('\n', 1)[0] ?? '', 1);
    return collect.result(null);
  }
  try {
    READERS[kind](bounded(text, kind, collect), collect);
  } catch (error) {
    // The stack of the language, in a parser that descends into made-up nesting.
    if (!(error instanceof RangeError)) throw error;
    collect.problem('too-deep', error.message, 1);
  }
  return collect.result(kind);
};
