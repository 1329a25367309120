import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { kindOf } from '../../src/portability/read/read-file.ts';
import type { InputFile, Problem } from '../../src/portability/types.ts';

/** Larger files are no lists and no code that somebody wrote. */
const LARGEST_BYTES = 8 * 1024 * 1024;

/** Folders that hold no code of the project itself. */
const SKIPPED_FOLDERS = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.venv',
  'venv',
  'env',
  '__pycache__',
  'site-packages',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.eggs',
  'build',
  'dist',
]);

interface Gathered {
  readonly files: readonly InputFile[];
  readonly problems: readonly Problem[];
}

const problem = (file: string, code: Problem['code'], detail: string): Problem => ({ place: { file, line: 1 }, code, detail });

/** Reads one file; what is no UTF-8 is kept with replacement characters, and told from binaries by the reader. */
const readOne = async (path: string, name: string): Promise<InputFile | Problem> => {
  const { size } = await stat(path);
  if (size > LARGEST_BYTES) return problem(name, 'too-large', `${size}`);
  return { path: name, text: await readFile(path, 'utf8') };
};

/** Files of a folder whose names tell that there is something to read in them, in the order of their names. Links are not followed. */
const walk = async (folder: string, name: string): Promise<(InputFile | Problem)[]> => {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: (InputFile | Problem)[] = [];
  for (const entry of entries) {
    const [path, own] = [join(folder, entry.name), name === '' ? entry.name : `${name}/${entry.name}`];
    if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) found.push(...(await walk(path, own)));
    else if (entry.isFile() && kindOf({ path: own, text: '' }) !== null) found.push(await readOne(path, own));
  }
  return found;
};

const gatherOne = async (path: string, isOnly: boolean, stdinName: string): Promise<(InputFile | Problem)[]> => {
  if (path === '-') return [{ path: stdinName, text: await text(process.stdin) }];
  try {
    const isFolder = (await stat(path)).isDirectory();
    // The names within a folder tell what files are for, those above it do not; several folders are kept apart.
    if (isFolder) return await walk(path, isOnly ? '' : basename(path));
    return [await readOne(path, isOnly ? basename(path) : path)];
  } catch (error) {
    return [problem(path, 'unreadable', error instanceof Error ? error.message : String(error))];
  }
};

/**
 * The files behind paths given to the command.
 * @param stdinName name of what comes through standard input (`-`)
 */
export const gather = async (paths: readonly string[], stdinName = ''): Promise<Gathered> => {
  const found: (InputFile | Problem)[] = [];
  for (const path of paths) found.push(...(await gatherOne(path, paths.length === 1, stdinName)));
  return {
    files: found.filter((one): one is InputFile => 'text' in one),
    problems: found.filter((one): one is Problem => 'code' in one),
  };
};
