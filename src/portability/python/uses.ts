import type { SyntaxNode, Tree } from '@lezer/common';
import type { Context } from './conditions.ts';
import { argumentsOf, isModulePath, pathOf, stringOf, textOf, type Argument } from './names.ts';

/** Something in the code a pattern can speak of. `node` is what a finding points at. */
export type Use =
  | { readonly kind: 'path'; readonly path: string; readonly node: SyntaxNode }
  | { readonly kind: 'call'; readonly path: string; readonly node: SyntaxNode; readonly callee: SyntaxNode; readonly arguments: readonly Argument[] }
  | { readonly kind: 'method'; readonly name: string; readonly node: SyntaxNode; readonly callee: SyntaxNode; readonly arguments: readonly Argument[] }
  | { readonly kind: 'decorator'; readonly path: string; readonly node: SyntaxNode }
  | { readonly kind: 'assign'; readonly name: string; readonly value: SyntaxNode; readonly node: SyntaxNode }
  | { readonly kind: 'string'; readonly content: string; readonly node: SyntaxNode }
  | { readonly kind: 'conditional'; readonly node: SyntaxNode }
  | { readonly kind: 'if'; readonly node: SyntaxNode }
  | { readonly kind: 'assert'; readonly node: SyntaxNode };

const lastPart = (node: SyntaxNode, source: string): string | null => {
  if (node.name === 'VariableName') return textOf(node, source);
  if (node.name !== 'MemberExpression') return null;
  const last = node.lastChild;
  if (last?.name === 'PropertyName') return textOf(last, source);
  // config["device"]
  return last?.name === ']' ? stringOf(last.prevSibling, source) : null;
};

/** `device` for `--device`: what a parser of options will call it. */
const optionName = (flag: string): string => flag.replace(/^--?/, '').replaceAll('-', '_');

/** True for the text of a comparison or a search in a string: there a device is asked for, not chosen. */
const isCompared = (node: SyntaxNode): boolean => {
  const parent = node.parent;
  if (parent?.name === 'BinaryExpression') return true;
  if (parent?.name === 'TupleExpression' || parent?.name === 'ArrayExpression' || parent?.name === 'SetExpression')
    return parent.parent?.name === 'BinaryExpression';
  return parent?.name === 'LiteralPattern';
};

/** Walks over a tree in the order of the text and hands out every use. Nothing is kept, so that long sources cost no memory. */
export const eachUse = (tree: Tree, context: Context, use: (found: Use) => void): void => {
  const { source, aliases } = context;

  const assign = (target: SyntaxNode | null, value: SyntaxNode | null): void => {
    const name = target === null ? null : lastPart(target, source);
    if (name !== null && value !== null) use({ kind: 'assign', name, value, node: value });
  };

  const assignment = (node: SyntaxNode): void => {
    const targets: SyntaxNode[] = [];
    let last: SyntaxNode | null = null;
    for (let part = node.firstChild; part !== null; part = part.nextSibling) {
      if (part.name === 'AssignOp') {
        if (last !== null) targets.push(last);
        last = null;
      } else if (part.name !== 'TypeDef') last = part;
    }
    for (const target of targets) assign(target, last);
  };

  const parameters = (node: SyntaxNode): void => {
    let name: SyntaxNode | null = null;
    for (let part = node.firstChild; part !== null; part = part.nextSibling) {
      if (part.name === 'VariableName' && part.prevSibling?.name !== 'AssignOp') name = part;
      else if (part.name === ',') name = null;
      if (part.prevSibling?.name === 'AssignOp') assign(name, part);
    }
  };

  const dictionary = (node: SyntaxNode): void => {
    for (let part = node.firstChild; part !== null; part = part.nextSibling) {
      if (part.name !== ':') continue;
      const [key, value] = [part.prevSibling, part.nextSibling];
      const name = key?.name === 'String' ? stringOf(key, source) : null;
      if (name !== null && value !== null) use({ kind: 'assign', name, value, node: value });
    }
  };

  /** Arguments by keyword, and what an option of a command is left at. */
  const given = (found: readonly Argument[]): void => {
    for (const { keyword, value } of found) if (keyword !== null) use({ kind: 'assign', name: keyword, value, node: value.prevSibling?.prevSibling ?? value });
    const [first] = found;
    const flag = first?.keyword === null && first.value.name === 'String' ? stringOf(first.value, source) : null;
    if (flag?.startsWith('-')) {
      const long = found.map(({ keyword, value }) => (keyword === null ? stringOf(value, source) : null)).find((text) => text?.startsWith('--')) ?? flag;
      const preset = found.find(({ keyword }) => keyword === 'default');
      if (preset !== undefined) use({ kind: 'assign', name: optionName(long), value: preset.value, node: preset.value });
    }
  };

  const call = (node: SyntaxNode): void => {
    const callee = node.firstChild;
    if (callee === null) return;
    const found = argumentsOf(node.lastChild, source);
    // The call itself first: a pattern that knows what is called knows more than the name of an argument does.
    const path = pathOf(callee, source, aliases);
    if (path !== null) use({ kind: 'call', path, node, callee, arguments: found });
    if (callee.name === 'MemberExpression' && !isModulePath(callee, source, aliases)) {
      const name = lastPart(callee, source);
      if (name !== null) use({ kind: 'method', name, node, callee, arguments: found });
    }
    given(found);
  };

  const name = (node: SyntaxNode): void => {
    const parent = node.parent;
    if (parent === null || parent.name === 'MemberExpression' || parent.name === 'ImportStatement') return;
    // `flash_attn_func = None` gives a name something else.
    if (node.name === 'VariableName' && parent.name === 'AssignStatement' && node.nextSibling?.name === 'AssignOp') return;
    if (node.name === 'VariableName' && !aliases.has(source.slice(node.from, Math.min(node.to, node.from + 200)))) return;
    const path = pathOf(node, source, aliases);
    if (path !== null) use({ kind: 'path', path, node });
  };

  tree.iterate({
    enter: (ref) => {
      switch (ref.name) {
        case 'ImportStatement':
          return false;
        case 'CallExpression':
          call(ref.node);
          return undefined;
        case 'MemberExpression':
        case 'VariableName':
          name(ref.node);
          return undefined;
        case 'AssignStatement':
          assignment(ref.node);
          return undefined;
        case 'ParamList':
          parameters(ref.node);
          return undefined;
        case 'DictionaryExpression':
          dictionary(ref.node);
          return undefined;
        case 'Decorator': {
          const node = ref.node;
          // Names and dots stand side by side in a decorator, without an expression around them.
          const words = /^@\s*([\w.\s]+)/.exec(textOf(node, source))?.[1]?.replace(/\s/g, '') ?? '';
          const [root = '', ...rest] = words.split('.');
          use({ kind: 'decorator', path: [aliases.get(root) ?? root, ...rest].join('.'), node });
          given(argumentsOf(node.lastChild, source));
          return undefined;
        }
        case 'String':
        case 'FormatString': {
          const node = ref.node;
          const parent = node.parent;
          if (parent?.name === 'ExpressionStatement' || isCompared(node)) return undefined;
          const content = stringOf(node, source);
          if (content !== null && content !== '') use({ kind: 'string', content, node });
          return undefined;
        }
        case 'ConditionalExpression':
          use({ kind: 'conditional', node: ref.node });
          return undefined;
        case 'IfStatement':
          use({ kind: 'if', node: ref.node });
          return undefined;
        case 'AssertStatement':
          use({ kind: 'assert', node: ref.node });
          return undefined;
        default:
          return undefined;
      }
    },
  });
};
