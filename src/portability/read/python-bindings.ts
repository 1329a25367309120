import type { SyntaxNode, Tree } from '@lezer/common';
import { markerAround } from './python-condition.ts';
import { argumentsOf, childrenOf, literalOf } from './python-tree.ts';

/** What a statement gives to a variable: all of it, more of it, or the entry of a dict. */
export interface Binding {
  readonly node: SyntaxNode;
  readonly key: string | null;
  readonly marker: string | null;
}

/** A keyword argument, or a key of a dict, of one of the names that were asked for. */
export interface Named {
  readonly name: string;
  readonly node: SyntaxNode;
}

/** What the variables and functions of a file are, wherever they stand in it. */
export interface Bindings {
  readonly variables: ReadonlyMap<string, readonly Binding[]>;
  readonly functions: ReadonlyMap<string, SyntaxNode>;
  readonly named: readonly Named[];
}

const ADDING = new Set(['append', 'extend', 'add', 'update']);

/** Collects assignments, additions (`+=`, `.append`), functions, and what is given under one of `wanted` names. */
export const bindingsOf = (tree: Tree, source: string, wanted: ReadonlySet<string>): Bindings => {
  const variables = new Map<string, Binding[]>();
  const functions = new Map<string, SyntaxNode>();
  const named: Named[] = [];
  const textOf = (node: SyntaxNode): string => source.slice(node.from, node.to);

  const bind = (target: SyntaxNode, node: SyntaxNode): void => {
    const base = target.name === 'MemberExpression' ? target.firstChild : target;
    if (base?.name !== 'VariableName') return;
    const isEntry = target.name === 'MemberExpression' && target.getChild('[') !== null;
    if (target.name === 'MemberExpression' && !isEntry) return;
    const keyNode = isEntry ? target.getChild('String') : null;
    const key = keyNode === null ? null : literalOf(keyNode, source);
    if (isEntry && key === null) return;
    const binding = { node, key, marker: markerAround(target, source) };
    const known = variables.get(textOf(base));
    if (known === undefined) variables.set(textOf(base), [binding]);
    else known.push(binding);
  };
  const assignment = (node: SyntaxNode): void => {
    const children = childrenOf(node);
    const value = children.at(-1);
    const last = children.findLastIndex(({ name }) => name === 'AssignOp' || name === 'UpdateOp');
    if (value === undefined || last <= 0 || last !== children.length - 2) return;
    for (const target of children.slice(0, last)) if (target.name !== 'TypeDef') bind(target, value);
  };
  /** `for line in lines` gives the variable one item after the other: what holds for all of them holds for it. */
  const loop = (node: SyntaxNode): void => {
    const target = node.getChild('VariableName');
    const source = target?.nextSibling?.name === 'in' ? target.nextSibling.nextSibling : null;
    if (target !== null && source !== null) bind(target, source);
  };
  /** `with open(path) as file` gives what it opens a name. */
  const context = (node: SyntaxNode): void => {
    for (const child of node.getChildren('VariableName')) {
      const before = child.prevSibling?.name === 'as' ? child.prevSibling.prevSibling : null;
      if (before !== null) bind(child, before);
    }
  };
  const call = (node: SyntaxNode): void => {
    const given = argumentsOf(node, source);
    for (const { name, value } of given) if (name !== null && wanted.has(name)) named.push({ name, node: value });
    const callee = node.firstChild;
    if (callee?.name !== 'MemberExpression') return;
    const method = callee.getChild('PropertyName');
    const receiver = callee.firstChild;
    const [first] = given;
    if (method === null || receiver === null || first === undefined || first.name !== null) return;
    if (ADDING.has(textOf(method))) bind(receiver, first.value);
  };
  const dict = (node: SyntaxNode): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const name = literalOf(child, source);
      const value = child.nextSibling?.name === ':' ? child.nextSibling.nextSibling : null;
      if (name !== null && value !== null && wanted.has(name)) named.push({ name, node: value });
    }
  };

  tree.iterate({
    enter: ({ name, node }) => {
      if (name === 'AssignStatement' || name === 'UpdateStatement') assignment(node);
      else if (name === 'CallExpression') call(node);
      else if (name === 'WithStatement') context(node);
      else if (name === 'ForStatement') loop(node);
      else if (name === 'DictionaryExpression') dict(node);
      else if (name === 'FunctionDefinition') {
        const title = node.getChild('VariableName');
        if (title !== null) functions.set(textOf(title), node);
      }
    },
  });
  return { variables, functions, named };
};
