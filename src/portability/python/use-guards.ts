import type { Guard } from '../types.ts';
import type { Context } from './conditions.ts';
import { guardAt, isInHandler, nameOf } from './guards.ts';
import type { Parts } from './parts.ts';
import { functionAround } from './source-text.ts';
import type { Use } from './uses.ts';

type Aliases = Context['aliases'];

/** Names whose every import expects to fail: code that uses them has asked, here or elsewhere, whether they are there. */
const optionalNames = ({ imports, light }: Parts, aliases: Aliases): Set<string> => {
  const names = new Set<string>();
  const firm = new Set<string>();
  for (const { part, found } of imports) {
    for (const { local, node } of found) {
      if (local === null) continue;
      if (guardAt(node, { source: part.text, aliases }, true) !== null) names.add(local);
      else if (!isInHandler(node)) firm.add(local);
    }
  }
  for (const { found, isIndented } of light) for (const { local } of found) if (local !== null && !isIndented) firm.add(local);
  return names.difference(firm);
};

/** Tells of a function whether every call of it, in its own file, stands in a branch for CUDA. */
const callsInBranches = ({ parts, skipped }: Parts, aliases: Aliases): ((name: string) => boolean) => {
  const known = new Map<string, boolean>();
  const count = (name: string): boolean => {
    if (name === '' || skipped.some((text) => text.includes(`${name}(`))) return false;
    let calls = 0;
    let open = 0;
    for (const { text, tree } of parts) {
      if (!text.includes(`${name}(`)) continue;
      tree.iterate({
        enter: (ref) => {
          if (ref.name !== 'CallExpression' || !text.startsWith(`${name}(`, ref.from)) return;
          calls += 1;
          if (guardAt(ref.node, { source: text, aliases }) === null) open += 1;
        },
      });
    }
    return calls > 0 && open === 0;
  };
  return (name) => {
    const found = known.get(name) ?? count(name);
    known.set(name, found);
    return found;
  };
};

/** The first part of the name a use goes by. */
const rootOf = (use: Use, source: string): string | null => {
  const text = source.slice(use.node.from, Math.min(use.node.to, use.node.from + 200));
  return /^@?\s*([A-Za-z_]\w*)/.exec(text)?.[1] ?? null;
};

/**
 * What keeps a use from running on a Mac: where it stands, a name whose import may fail, or a function that only branches for CUDA call.
 * @returns a function of one use, for the parts of one file
 */
export const useGuards = (parts: Parts, aliases: Aliases): ((use: Use, context: Context) => Guard | null) => {
  const optional = optionalNames(parts, aliases);
  const isCalledInBranches = callsInBranches(parts, aliases);
  return (use, context) => {
    const guard = guardAt(use.node, context);
    if (guard !== null) return guard;
    const root = rootOf(use, context.source);
    if (root !== null && optional.has(root)) return 'try-import';
    const around = functionAround(use.node);
    return around !== null && isCalledInBranches(nameOf(around, context.source)) ? 'cuda-branch' : null;
  };
};
