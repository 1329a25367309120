import type { SyntaxNode, Tree } from '@lezer/common';
import type { CodeFinding, Diff, Guard, Knowledge, Problem, PythonSource, Role } from '../types.ts';
import { chunksOf, importLines, type Chunk, type ImportLine } from './chunks.ts';
import { choiceInAssert, choiceInConditional, choiceInIf, type Choice } from './choice.ts';
import { speaksOfMps, type Context } from './conditions.ts';
import { guardAt, isInHandler, nameOf } from './guards.ts';
import { importsIn, type Import } from './imports.ts';
import { matcherFor, type Matcher } from './matcher.ts';
import { operatorsFor, type Operators } from './operators.ts';
import { parsePython } from './parse.ts';
import { diffOf } from './rewrite.ts';
import { triggerFor, type Trigger } from './triggers.ts';
import { eachUse, type Use } from './uses.ts';

/** Brackets nested deeper than this are no program. */
const DEEPEST = 200;
/** A file with more findings of one pattern than this says nothing new. */
const MOST_FINDINGS = 500;
/** Characters with errors in them that are read around the errors, per file. */
const RECOVERY_BUDGET = 200_000;
const MOST_PROBLEMS = 5;
const SNIPPET = 200;
/** An import behind a colon or a semicolon. */
const INLINE_IMPORT = /[;:][ \t]*(?:import|from)[ \t]/;

/** A module the code imports, and whether anything depends on it being there. */
export interface Imported {
  readonly path: string;
  readonly guard: Guard | null;
  /** True within a function: missing it is noticed only by who calls that. */
  readonly isLazy: boolean;
  readonly line: number;
}

export interface PythonReading {
  readonly findings: readonly CodeFinding[];
  readonly imports: readonly Imported[];
  readonly problems: readonly Problem[];
  /** True where the code asks for MPS, or names it as a device. */
  readonly choosesMps: boolean;
}

/** Patterns and operators, prepared once for many files. */
export interface PythonKnowledge {
  readonly matcher: Matcher;
  readonly operators: Operators;
  readonly mayMatter: Trigger;
  /** True for modules of which it does not matter whether their import is guarded. */
  readonly isPlain: (module: string) => boolean;
  /** The patterns the reader finds by itself. */
  readonly own: ReadonlyMap<'device-choice' | 'requires-cuda' | 'operator', Knowledge['patterns'][number]>;
}

/** @param isPlain true for modules of which it does not matter whether their import is guarded; left out, it matters of all */
export const pythonKnowledge = (knowledge: Knowledge, isPlain: (module: string) => boolean = () => false): PythonKnowledge => {
  const { patterns, operators } = knowledge;
  const own = new Map<'device-choice' | 'requires-cuda' | 'operator', Knowledge['patterns'][number]>();
  for (const pattern of patterns) {
    for (const { kind } of pattern.matches) if (kind === 'device-choice' || kind === 'requires-cuda' || kind === 'operator') own.set(kind, pattern);
  }
  return { matcher: matcherFor(patterns), operators: operatorsFor(operators), mayMatter: triggerFor(knowledge), isPlain, own };
};

interface Part extends Chunk {
  readonly tree: Tree;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const snippetAt = (text: string, at: number): string => {
  const start = lineStart(text, at);
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? undefined : end);
  // Of a very long line, what stands around the finding.
  const from = line.length > SNIPPET ? Math.max(0, at - start - SNIPPET / 2) : 0;
  return line.slice(from, from + SNIPPET).trim();
};

/** The function a node stands in, or null at the level of the module or a class. */
const functionAround = (node: SyntaxNode): SyntaxNode | null => {
  for (let at = node.parent, steps = 0; at !== null && steps < 2_000; at = at.parent, steps++) if (at.name === 'FunctionDefinition') return at;
  return null;
};

/** `if __name__ == "__main__":` at the end of a module others import tries it out. */
const isInMainBlock = (node: SyntaxNode, source: string): boolean => {
  for (let at: SyntaxNode | null = node, steps = 0; at !== null && steps < 2_000; at = at.parent, steps++) {
    if (at.name === 'IfStatement' && /^if\s*\(?\s*__name__\s*==/.test(source.slice(at.from, at.from + 40))) return true;
  }
  return false;
};

/** Imports that were found without the grammar, of one statement. */
interface Light extends Pick<ImportLine, 'isIndented' | 'modules' | 'line'> {
  readonly found: readonly Import[];
}

/** The imports of a source, each statement read by itself. */
const lightImports = (source: string): readonly Light[] => {
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

/** Counts lines as far as asked, forward only where it can: findings come in the order of the text. */
const lineCounter = (text: string): ((at: number) => number) => {
  let position = 0;
  let line = 0;
  return (at) => {
    if (at < position) [position, line] = [0, 0];
    for (let next = text.indexOf('\n', position); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) {
      line += 1;
      position = next + 1;
    }
    return line;
  };
};

/** The first part of the name a use goes by. */
const rootOf = (use: Use, source: string): string | null => {
  const text = source.slice(use.node.from, Math.min(use.node.to, use.node.from + 200));
  return /^@?\s*([A-Za-z_]\w*)/.exec(text)?.[1] ?? null;
};

const isOnCpu = (use: Use, context: Context): boolean =>
  (use.kind === 'call' || use.kind === 'method') &&
  use.arguments.some(({ value }) => context.source.slice(Math.max(value.from, value.to - 6), value.to) === '.cpu()');

/**
 * Reads the sources of one file: a module, or the cells of a notebook, which share their names.
 * @param isLibrary true for a module of a package, whose main block only tries it out
 */
export const readPython = (
  sources: readonly PythonSource[],
  { matcher, operators, mayMatter, isPlain, own }: PythonKnowledge,
  role: Role,
  isLibrary = false,
): PythonReading => {
  const findings: CodeFinding[] = [];
  const imported: Imported[] = [];
  const problems: Problem[] = [];
  const parts: (Part & { readonly source: PythonSource })[] = [];
  const imports: { readonly part: (typeof parts)[number]; readonly found: readonly Import[] }[] = [];
  let budget = RECOVERY_BUDGET;

  const whole = sources.map((source) => ({ source, ...chunksOf(source.text) }));
  const meanings = new Map<string, readonly string[]>();
  const skipped: string[] = [];
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
    for (const { local, target } of found) if (local !== null) meanings.set(local, target.split('.'));
    parts.push(part);
    if (found.length > 0) imports.push({ part, found });
  };
  // First what is imported, so that names mean something; then only what may hold something is read with the grammar. Of most imports nobody
  // asks whether they may fail.
  const light: Light[] = [];
  for (const { source, chunks, depth } of whole) {
    if (depth > DEEPEST) {
      problems.push({ place: source.place, code: 'too-deep', detail: '' });
      continue;
    }
    const lines = lightImports(source.text);
    for (const { found } of lines) for (const { local, target } of found) if (local !== null) meanings.set(local, target.split('.'));
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

  const aliases = new Map<string, string>();
  for (const { found } of imports) for (const { local, target } of found) if (local !== null && !target.startsWith('.')) aliases.set(local, target);
  for (const { found } of light) for (const { local, target } of found) if (local !== null && !target.startsWith('.')) aliases.set(local, target);
  const roots = new Set([...imports, ...light].flatMap(({ found }) => found.map(({ module }) => module.split('.')[0] ?? '')));
  const hasTorch = roots.has('torch');

  let choosesMps = false;
  const seen = new Set<string>();
  const counts = new Map<string, number>();

  /** Where a name is used in two ways at once (a call is a name too), one finding is enough. */
  const add = (
    part: (typeof parts)[number],
    lineOf: (at: number) => number,
    node: SyntaxNode,
    pattern: Knowledge['patterns'][number],
    details: { readonly guard: Guard | null; readonly diff: Diff | null; readonly at?: number; readonly operator?: string },
  ): void => {
    const at = details.at ?? node.from;
    const line = part.source.place.line + part.line + lineOf(at);
    const key = `${pattern.id} ${part.source.place.cell ?? 0} ${line} ${details.operator ?? ''} ${details.guard === null}`;
    const count = counts.get(pattern.id) ?? 0;
    if (seen.has(key) || count >= MOST_FINDINGS) return;
    seen.add(key);
    counts.set(pattern.id, count + 1);
    findings.push({
      pattern: pattern.id,
      place: { ...part.source.place, line },
      column: at - lineStart(part.text, at) + 1,
      snippet: snippetAt(part.text, at),
      severity: pattern.severity,
      effect: details.guard === null ? pattern.effect : 'runs',
      role: isLibrary && isInMainBlock(node, part.text) ? 'aside' : role,
      guard: details.guard,
      diff: details.diff,
      ...(details.operator === undefined ? {} : { operator: details.operator }),
    });
  };

  // At the level of the module all statements are one scope, in whatever part they stand.
  const moduleSpeaksOfMps = parts.some(({ text, tree }) => {
    if (!/mps/i.test(text)) return false;
    for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) {
      const isDefinition = node.name === 'FunctionDefinition' || node.name === 'ClassDefinition' || node.name === 'DecoratedStatement';
      if (!isDefinition && speaksOfMps(node, text)) return true;
    }
    return false;
  });

  for (const { part, found } of imports) {
    const context: Context = { source: part.text, aliases };
    const lineOf = lineCounter(part.text);
    for (const { path, node } of found) {
      const guard = guardAt(node, context, true);
      imported.push({ path, guard, isLazy: functionAround(node) !== null, line: part.source.place.line + part.line + lineOf(node.from) });
      for (const { pattern, rewrite } of matcher.imports(path)) {
        add(part, lineOf, node, pattern, { guard, diff: diffOf(rewrite, { node, callee: null, value: null }, part.text) });
      }
    }
  }

  for (const { found, isIndented, line } of light) for (const { path } of found) imported.push({ path, guard: null, isLazy: isIndented, line });

  /** Names whose every import expects to fail: code that uses them has asked, here or elsewhere, whether they are there. */
  const optionalNames = new Set<string>();
  for (const { part, found } of imports) {
    for (const { local, node } of found) if (local !== null && guardAt(node, { source: part.text, aliases }, true) !== null) optionalNames.add(local);
  }
  for (const { part, found } of imports) {
    for (const { local, node } of found)
      if (local !== null && guardAt(node, { source: part.text, aliases }, true) === null && !isInHandler(node)) optionalNames.delete(local);
  }
  for (const { found, isIndented } of light) for (const { local } of found) if (local !== null && !isIndented) optionalNames.delete(local);
  const guardOfUse = (use: Use, context: Context): Guard | null => {
    const guard = guardAt(use.node, context);
    if (guard !== null) return guard;
    const root = rootOf(use, context.source);
    if (root !== null && optionalNames.has(root)) return 'try-import';
    const around = functionAround(use.node);
    return around !== null && isCalledInBranches(nameOf(around, context.source)) ? 'cuda-branch' : null;
  };

  const calledInBranches = new Map<string, boolean>();
  /** True for a function every call of which, in its own file, stands in a branch for CUDA. */
  const isCalledInBranches = (name: string): boolean => {
    const known = calledInBranches.get(name);
    if (known !== undefined) return known;
    let calls = 0;
    let open = skipped.some((text) => text.includes(`${name}(`)) ? 1 : 0;
    for (const { text, tree } of parts) {
      if (name === '' || !text.includes(`${name}(`)) continue;
      tree.iterate({
        enter: (ref) => {
          if (ref.name !== 'CallExpression' || !text.startsWith(`${name}(`, ref.from)) return;
          calls += 1;
          if (guardAt(ref.node, { source: text, aliases }) === null) open += 1;
        },
      });
    }
    calledInBranches.set(name, calls > 0 && open === 0);
    return calls > 0 && open === 0;
  };

  for (const part of parts) {
    const context: Context = { source: part.text, aliases };
    const lineOf = lineCounter(part.text);
    const speaksAround = new Map<number, boolean>();
    /** Values a pattern for a call has spoken of. */
    const claimed = new Set<number>();

    const choose = (node: SyntaxNode, choice: Choice | null): void => {
      if (choice === null) return;
      const pattern = own.get(choice === 'required' ? 'requires-cuda' : 'device-choice');
      if (pattern === undefined) return;
      let guard = choice === 'handled' ? 'mps-handled' : guardAt(node, context);
      if (guard === null && choice === 'silent') {
        const around = functionAround(node);
        const key = around?.from ?? -1;
        const speaks = speaksAround.get(key) ?? (around === null ? moduleSpeaksOfMps : speaksOfMps(around, part.text));
        speaksAround.set(key, speaks);
        if (speaks) guard = 'mps-handled';
      }
      add(part, lineOf, node, pattern, { guard, diff: null });
    };

    const operator = (use: Use): void => {
      const pattern = own.get('operator');
      if (pattern === undefined) return;
      const found = use.kind === 'path' ? operators.named.find(use.path) : use.kind === 'method' && hasTorch ? [operators.methods.get(use.name)] : [];
      for (const one of found) {
        if (one === undefined) continue;
        const call = use.node.parent?.name === 'CallExpression' ? use.node.parent : use.node;
        const onCpu = isOnCpu(use, context) || /\.cpu\(\)\s*[,)]/.test(part.text.slice(call.from, Math.min(call.to, call.from + 200)));
        add(part, lineOf, use.node, pattern, { guard: onCpu ? 'device-check' : guardOfUse(use, context), diff: null, operator: one.name });
      }
    };

    eachUse(part.tree, context, (use) => {
      if (use.kind === 'conditional') choose(use.node, choiceInConditional(use.node, context));
      else if (use.kind === 'if') choose(use.node, choiceInIf(use.node, context));
      else if (use.kind === 'assert') choose(use.node, choiceInAssert(use.node, context));
      else {
        if (use.kind === 'path' ? use.path.startsWith('torch.backends.mps.') : use.kind === 'string' && use.content === 'mps') choosesMps = true;
        operator(use);
        for (const { pattern, rewrite, node, callee, value } of matcher.find(use, context)) {
          if (use.kind === 'assign' && claimed.has(use.value.from)) continue;
          if ((use.kind === 'call' || use.kind === 'method') && value !== null) claimed.add(value.from);
          // A chain of calls over several lines is one expression; what is meant stands at its end.
          const at = use.kind === 'method' ? use.callee.lastChild?.from : undefined;
          add(part, lineOf, node, pattern, {
            guard: guardOfUse(use, context),
            diff: diffOf(rewrite, { node, callee, value }, part.text),
            ...(at === undefined ? {} : { at }),
          });
        }
      }
    });
  }
  return { findings, imports: imported, problems, choosesMps };
};
