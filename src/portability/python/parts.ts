import type { Tree } from '@lezer/common';
import type { Problem, PythonSource } from '../types.ts';
import { chunksOf, importLines, type Chunk, type ImportLine } from './chunks.ts';
import { importsIn, type Import } from './imports.ts';
import type { PythonKnowledge } from './knowledge.ts';
import { parsePython } from './parse.ts';
import { lineCounter, snippetAt } from './source-text.ts';

/** Brackets nested deeper than this are no program. */
const DEEPEST = 200;
/** Characters with errors in them that are read around the errors, per file. */
const RECOVERY_BUDGET = 200_000;
const MOST_PROBLEMS = 5;
/** An import behind a colon or a semicolon. */
const INLINE_IMPORT = /[;:][ \t]*(?:import|from)[ \t]/;

/** Statements that were read with the grammar. */
export interface Part extends Chunk {
  readonly tree: Tree;
  readonly source: PythonSource;
}

/** What the statements of a part import. */
export interface PartImports {
  readonly part: Part;
  readonly found: readonly Import[];
}

/** Imports that were found without the grammar, of one statement. */
export interface LightImports extends Pick<ImportLine, 'isIndented' | 'modules' | 'line'> {
  readonly found: readonly Import[];
}

/** The sources of a file, taken apart. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly imports: readonly PartImports[];
  readonly light: readonly LightImports[];
  /** Texts in which nothing can be found; they were not read with the grammar. */
  readonly skipped: readonly string[];
  readonly problems: readonly Problem[];
}

/** The imports of a source, each statement read by itself. */
const lightImports = (source: string): readonly LightImports[] => {
  const lines = importLines(source);
  const text = lines.map((one) => one.text).join('\n');
  const { tree } = parsePython(text, true);
  if (tree === null) return lines.map((one) => ({ ...one, found: [] }));
  const starts: number[] = [];
  let start = 0;
  for (const one of lines) {
    starts.push(start);
    start += one.text.length + 1;
  }
  const found = importsIn(tree, text);
  return lines.map((one, at) => {
    const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? Infinity];
    return { ...one, found: found.filter(({ node }) => node.from >= from && node.from < to) };
  });
};

/**
 * Takes the sources of a file apart: first what is imported, so that names mean something; then only what may hold something is read with
 * the grammar. Of most imports nobody asks whether they may fail.
 */
export const partsOf = (sources: readonly PythonSource[], { mayMatter, isPlain }: Pick<PythonKnowledge, 'mayMatter' | 'isPlain'>): Parts => {
  const parts: Part[] = [];
  const imports: PartImports[] = [];
  const light: LightImports[] = [];
  const skipped: string[] = [];
  const problems: Problem[] = [];
  const meanings = new Map<string, readonly string[]>();
  let budget = RECOVERY_BUDGET;

  const learn = (found: readonly Import[]): void => {
    for (const { local, target } of found) if (local !== null) meanings.set(local, target.split('.'));
  };
  const read = (source: PythonSource, chunk: Chunk): void => {
    const { tree, error } = parsePython(chunk.text, budget > 0);
    if (error !== null) {
      budget -= chunk.text.length;
      const line = source.place.line + chunk.line + lineCounter(chunk.text)(error);
      if (problems.length < MOST_PROBLEMS) problems.push({ place: { ...source.place, line }, code: 'syntax-python', detail: snippetAt(chunk.text, error) });
    }
    if (tree === null) return;
    const part = { ...chunk, tree, source };
    const found = importsIn(tree, chunk.text);
    learn(found);
    parts.push(part);
    if (found.length > 0) imports.push({ part, found });
  };

  for (const source of sources) {
    const { chunks, depth } = chunksOf(source.text);
    if (depth > DEEPEST) {
      problems.push({ place: source.place, code: 'too-deep', detail: '' });
      continue;
    }
    const lines = lightImports(source.text);
    for (const { found } of lines) learn(found);
    chunks.forEach((chunk, at) => {
      const end = chunks[at + 1]?.line ?? Infinity;
      const own = lines.filter(({ line }) => line >= chunk.line && line < end);
      const isRead =
        mayMatter(chunk.text, meanings) || INLINE_IMPORT.test(chunk.text) || own.some(({ isIndented, modules }) => isIndented && !modules.every(isPlain));
      if (isRead) read(source, chunk);
      else {
        skipped.push(chunk.text);
        light.push(...own.map((one) => ({ ...one, line: source.place.line + one.line })));
      }
    });
  }
  parts.sort((x, y) => sources.indexOf(x.source) - sources.indexOf(y.source) || x.line - y.line);
  return { parts, imports, light, skipped, problems };
};

/** What the names stand for that the file imports, by the name it uses: `{"np": "numpy"}`. Its own modules are left out. */
export const aliasesOf = ({ imports, light }: Parts): Map<string, string> => {
  const aliases = new Map<string, string>();
  for (const { found } of [...imports, ...light]) {
    for (const { local, target } of found) if (local !== null && !target.startsWith('.')) aliases.set(local, target);
  }
  return aliases;
};
