import type { SyntaxNode } from '@lezer/common';
import type { CodeFinding, Guard, Problem, PythonSource, Role } from '../types.ts';
import { choiceInAssert, choiceInConditional, choiceInIf, type Choice } from './choice.ts';
import { speaksOfMps, type Context } from './conditions.ts';
import { findingCollector, type AddFinding } from './findings.ts';
import { guardAt } from './guards.ts';
import type { PythonKnowledge } from './knowledge.ts';
import { aliasesOf, partsOf, type Part } from './parts.ts';
import { diffOf } from './rewrite.ts';
import { functionAround, lineCounter } from './source-text.ts';
import { useGuards } from './use-guards.ts';
import { eachUse, type Use } from './uses.ts';

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

/** At the level of the module all statements are one scope, in whatever part they stand. */
const moduleSpeaksOfMps = (parts: readonly Part[]): boolean =>
  parts.some(({ text, tree }) => {
    if (!/mps/i.test(text)) return false;
    for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) {
      const isDefinition = node.name === 'FunctionDefinition' || node.name === 'ClassDefinition' || node.name === 'DecoratedStatement';
      if (!isDefinition && speaksOfMps(node, text)) return true;
    }
    return false;
  });

/** True where the operator gets its tensor from the CPU. */
const isOnCpu = (use: Use, { source }: Context): boolean => {
  const isArgument =
    (use.kind === 'call' || use.kind === 'method') &&
    use.arguments.some(({ value }) => source.slice(Math.max(value.from, value.to - 6), value.to) === '.cpu()');
  if (isArgument) return true;
  const call = use.node.parent?.name === 'CallExpression' ? use.node.parent : use.node;
  return /\.cpu\(\)\s*[,)]/.test(source.slice(call.from, Math.min(call.to, call.from + 200)));
};

/** What a file has in common for all of its parts. */
interface Scope {
  readonly aliases: Context['aliases'];
  readonly hasTorch: boolean;
  readonly moduleSpeaks: boolean;
  readonly guardOf: (use: Use, context: Context) => Guard | null;
}

/**
 * Finds what a part uses.
 * @returns true where it names MPS as a device
 */
const readUses = (part: Part, { aliases, hasTorch, moduleSpeaks, guardOf }: Scope, { matcher, operators, own }: PythonKnowledge, add: AddFinding): boolean => {
  const context: Context = { source: part.text, aliases };
  const lineOf = lineCounter(part.text);
  const speaksAround = new Map<number, boolean>();
  /** Values a pattern for a call has spoken of. */
  const claimed = new Set<number>();
  let choosesMps = false;

  const isHandledAround = (node: SyntaxNode): boolean => {
    const around = functionAround(node);
    const key = around?.from ?? -1;
    const speaks = speaksAround.get(key) ?? (around === null ? moduleSpeaks : speaksOfMps(around, part.text));
    speaksAround.set(key, speaks);
    return speaks;
  };

  const choose = (node: SyntaxNode, choice: Choice | null): void => {
    if (choice === null) return;
    const pattern = own.get(choice === 'required' ? 'requires-cuda' : 'device-choice');
    if (pattern === undefined) return;
    let guard = choice === 'handled' ? 'mps-handled' : guardAt(node, context);
    if (guard === null && choice === 'silent' && isHandledAround(node)) guard = 'mps-handled';
    add(part, lineOf, node, pattern, { guard, diff: null });
  };

  const operator = (use: Use): void => {
    const pattern = own.get('operator');
    if (pattern === undefined) return;
    const found = use.kind === 'path' ? operators.named.find(use.path) : use.kind === 'method' && hasTorch ? [operators.methods.get(use.name)] : [];
    for (const one of found) {
      if (one === undefined) continue;
      const guard = isOnCpu(use, context) ? 'device-check' : guardOf(use, context);
      add(part, lineOf, use.node, pattern, { guard, diff: null, operator: one.name });
    }
  };

  eachUse(part.tree, context, (use) => {
    if (use.kind === 'conditional') return choose(use.node, choiceInConditional(use.node, context));
    if (use.kind === 'if') return choose(use.node, choiceInIf(use.node, context));
    if (use.kind === 'assert') return choose(use.node, choiceInAssert(use.node, context));
    if (use.kind === 'path' ? use.path.startsWith('torch.backends.mps.') : use.kind === 'string' && use.content === 'mps') choosesMps = true;
    operator(use);
    for (const { pattern, rewrite, node, callee, value } of matcher.find(use, context)) {
      if (use.kind === 'assign' && claimed.has(use.value.from)) continue;
      if ((use.kind === 'call' || use.kind === 'method') && value !== null) claimed.add(value.from);
      // A chain of calls over several lines is one expression; what is meant stands at its end.
      const at = use.kind === 'method' ? use.callee.lastChild?.from : undefined;
      const diff = diffOf(rewrite, { node, callee, value }, part.text);
      add(part, lineOf, node, pattern, { guard: guardOf(use, context), diff, ...(at === undefined ? {} : { at }) });
    }
  });
  return choosesMps;
};

/**
 * Reads the sources of one file: a module, or the cells of a notebook, which share their names.
 * @param isLibrary true for a module of a package, whose main block only tries it out
 */
export const readPython = (sources: readonly PythonSource[], knowledge: PythonKnowledge, role: Role, isLibrary = false): PythonReading => {
  const taken = partsOf(sources, knowledge);
  const { parts, imports, light, problems } = taken;
  const aliases = aliasesOf(taken);
  const { findings, add } = findingCollector(role, isLibrary);
  const imported: Imported[] = [];

  for (const { part, found } of imports) {
    const context: Context = { source: part.text, aliases };
    const lineOf = lineCounter(part.text);
    for (const { path, node } of found) {
      const guard = guardAt(node, context, true);
      imported.push({ path, guard, isLazy: functionAround(node) !== null, line: part.source.place.line + part.line + lineOf(node.from) });
      for (const { pattern, rewrite } of knowledge.matcher.imports(path)) {
        add(part, lineOf, node, pattern, { guard, diff: diffOf(rewrite, { node, callee: null, value: null }, part.text) });
      }
    }
  }
  for (const { found, isIndented, line } of light) for (const { path } of found) imported.push({ path, guard: null, isLazy: isIndented, line });

  const scope: Scope = {
    aliases,
    hasTorch: [...imports, ...light].some(({ found }) => found.some(({ module }) => module.split('.')[0] === 'torch')),
    moduleSpeaks: moduleSpeaksOfMps(parts),
    guardOf: useGuards(taken, aliases),
  };
  let choosesMps = false;
  for (const part of parts) choosesMps = readUses(part, scope, knowledge, add) || choosesMps;
  return { findings, imports: imported, problems, choosesMps };
};
