import type { SyntaxNode, Tree } from '@lezer/common';
import { textOf } from './names.ts';

/** One name an import statement brings. */
export interface Import {
  /** Module or name with its module: `torch.cuda.amp.autocast`. Relative imports start with a dot. */
  readonly path: string;
  /** The module alone: `torch.cuda.amp`. */
  readonly module: string;
  /** Name it has in this file; null for `*`. */
  readonly local: string | null;
  /** What `local` stands for: `import a.b` binds `a`. */
  readonly target: string;
  readonly node: SyntaxNode;
}

const wordsOf = (node: SyntaxNode, source: string): string[] => {
  const words: string[] = [];
  for (let part = node.firstChild; part !== null; part = part.nextSibling) {
    if (part.name !== '(' && part.name !== ')') words.push(textOf(part, source));
  }
  return words;
};

/** Splits `a . b as c , d` into its items: the dotted name and what follows `as`. */
const itemsOf = (words: readonly string[]): { readonly name: string; readonly as: string | null }[] => {
  const items: { name: string; as: string | null }[] = [];
  let name = '';
  let as: string | null = null;
  let isAlias = false;
  for (const word of [...words, ',']) {
    if (word === ',') {
      if (name !== '') items.push({ name, as });
      [name, as, isAlias] = ['', null, false];
    } else if (word === 'as') isAlias = true;
    else if (isAlias) as = word;
    else name += word;
  }
  return items;
};

/** What one import statement brings. */
const importsOf = (node: SyntaxNode, source: string): readonly Import[] => {
  const words = wordsOf(node, source);
  if (words[0] === 'import') {
    return itemsOf(words.slice(1)).map(({ name, as }) => ({
      path: name,
      module: name,
      local: as ?? name.split('.')[0] ?? name,
      target: as === null ? (name.split('.')[0] ?? name) : name,
      node,
    }));
  }
  const at = words.indexOf('import');
  if (at === -1) return [];
  const module = words.slice(1, at).join('');
  const join = module.endsWith('.') ? '' : '.';
  return itemsOf(words.slice(at + 1)).map(({ name, as }) => {
    const path = name === '*' ? module : `${module}${join}${name}`;
    return { path, module, local: name === '*' ? null : (as ?? name), target: path, node };
  });
};

/** All imports of a tree, wherever they stand. */
export const importsIn = (tree: Tree, source: string): readonly Import[] => {
  const found: Import[] = [];
  tree.iterate({
    enter: (ref) => {
      if (ref.name !== 'ImportStatement') return undefined;
      found.push(...importsOf(ref.node, source));
      return false;
    },
  });
  return found;
};
