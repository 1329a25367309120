import type { SyntaxNode } from '@lezer/common';
import type { Bindings } from './python-bindings.ts';
import { markerAround, markersOfChoice } from './python-condition.ts';
import { textReader, UNKNOWN } from './python-text.ts';
import { argumentsOf, childrenOf, literalOf, partsOf, WRITTEN_BREAK } from './python-tree.ts';
import { parseRequirement } from './requirement.ts';
import { lineFinder, normalizeName } from './text.ts';

/** A text with its line, and the condition under which it counts. */
export interface PythonItem {
  readonly text: string;
  readonly line: number;
  readonly marker: string | null;
}

/** What an expression holds, as far as that can be told without running it. */
export interface PythonValue {
  readonly items: PythonItem[];
  readonly entries: Map<string, PythonValue>;
  /** Files of requirements it is read from. */
  readonly files: PythonItem[];
  /** Parts nobody can tell. */
  readonly computed: PythonItem[];
}

const emptyValue = (): PythonValue => ({ items: [], entries: new Map(), files: [], computed: [] });

const DEEPEST = 60;
/** Enough for any setup.py; variables that double each other end here. */
const MOST_STEPS = 20_000;
const SAME = new Set(['list', 'tuple', 'set', 'sorted', 'frozenset', 'dict']);
const SPLITTING = new Set(['split', 'splitlines', 'strip']);

/** Evaluates expressions of a file that hold requirements. */
export const valueReader = (source: string, bindings: Bindings): ((node: SyntaxNode) => PythonValue) => {
  const lineAt = lineFinder(source);
  const readText = textReader(source, bindings);
  const written = (node: SyntaxNode): string => source.slice(node.from, node.to);
  let steps = 0;

  const addComputed = (node: SyntaxNode, out: PythonValue, marker: string | null): void => {
    out.computed.push({ text: written(node), line: lineAt(node.from), marker });
  };

  /** A text may hold several requirements, one a line. What is computed of it leaves the name. */
  const addText = (text: string, node: SyntaxNode, out: PythonValue, marker: string | null): void => {
    text.split('\n').forEach((row, index) => {
      for (const part of row.split(WRITTEN_BREAK)) addRow(part.trim(), lineAt(node.from) + index, node, out, marker);
    });
  };

  const addRow = (text: string, line: number, node: SyntaxNode, out: PythonValue, marker: string | null): void => {
    if (!text.includes(UNKNOWN)) {
      if (text !== '') out.items.push({ text, line, marker });
      return;
    }
    // The version is computed; name and marker may stand there.
    const name = /^[\w.-]+(?:\[[^\]]*\])?/.exec(text)?.[0] ?? '';
    const [, condition = ''] = /;([^\0]*)$/.exec(text) ?? [];
    if (parseRequirement(name) !== null) out.items.push({ text: condition === '' ? name : `${name};${condition}`, line, marker });
    addComputed(node, out, marker);
  };

  /** Names of files in literals of an expression, and of the functions and variables it uses. */
  const filesIn = (node: SyntaxNode, seen: Set<string>): PythonItem[] => {
    const found: PythonItem[] = [];
    const used: SyntaxNode[] = [];
    node.cursor().iterate((part) => {
      steps += 1;
      if (steps > MOST_STEPS) return false;
      if (part.name === 'CallExpression') {
        const parts = argumentsOf(part.node, source).map(({ value }) => literalOf(value, source));
        const path = parts.filter((text) => text !== null).join('/');
        if (parts.filter((text) => text !== null).length > 1 && FILE.test(path)) {
          found.push({ text: path, line: lineAt(part.from), marker: null });
          return false;
        }
      }
      const text = part.name === 'String' ? literalOf(part.node, source) : null;
      if (text !== null && FILE.test(text)) found.push({ text, line: lineAt(part.from), marker: null });
      if (part.name === 'VariableName' && !seen.has(written(part.node))) {
        const name = written(part.node);
        seen.add(name);
        used.push(...[bindings.functions.get(name) ?? [], (bindings.variables.get(name) ?? []).map((binding) => binding.node)].flat());
      }
      return true;
    });
    return seen.size > 50 ? found : [...found, ...used.flatMap((other) => filesIn(other, seen))];
  };

  const giveUp = (node: SyntaxNode, out: PythonValue, marker: string | null): void => {
    const files = filesIn(node, new Set());
    out.files.push(...files);
    if (files.length === 0) addComputed(node, out, marker);
  };

  const entryOf = (out: PythonValue, key: string): PythonValue => {
    const entry = out.entries.get(key) ?? emptyValue();
    out.entries.set(key, entry);
    return entry;
  };

  /** Requirements by name, of all literal lists a variable holds. */
  let listedByName: Map<string, string> | undefined;
  const catalog = (): ReadonlyMap<string, string> => {
    if (listedByName !== undefined) return listedByName;
    const found = new Map<string, string>();
    const nodes = [...bindings.variables.values()].flat().map(({ node }) => node);
    for (const list of nodes.filter(({ name }) => name === 'ArrayExpression')) {
      for (const part of partsOf(list)) {
        const text = readText(part) ?? '';
        const requirement = parseRequirement(text);
        if (requirement !== null) found.set(requirement.name, text);
      }
    }
    listedByName = found;
    return found;
  };

  const readDict = (node: SyntaxNode, out: PythonValue, marker: string | null, active: readonly string[], depth: number): void => {
    const parts = childrenOf(node);
    parts.forEach((part, index) => {
      if (part.name === '**') readInto(parts[index + 1] ?? part, out, marker, active, depth);
      if (part.name !== ':') return;
      const key = parts[index - 1] === undefined ? null : readText(parts[index - 1] as SyntaxNode);
      const value = parts[index + 1];
      if (key !== null && value !== undefined) readInto(value, entryOf(out, key), marker, active, depth);
      else addComputed(node, out, marker);
    });
  };

  const readVariable = (node: SyntaxNode, out: PythonValue, marker: string | null, active: readonly string[], depth: number): void => {
    const name = written(node);
    const bound = bindings.variables.get(name);
    if (bound === undefined) return giveUp(node, out, marker);
    if (active.includes(name)) return;
    for (const binding of bound) {
      const target = binding.key === null ? out : entryOf(out, binding.key);
      readInto(binding.node, target, binding.marker ?? marker, [...active, name], depth);
    }
  };

  /** One entry of a dict that a variable holds, so that others of its entries may refer to it. */
  const readEntry = (name: string, key: string, out: PythonValue, marker: string | null, active: readonly string[], depth: number): void => {
    const guard = `${name}[${key}]`;
    if (active.includes(guard)) return;
    for (const binding of bindings.variables.get(name) ?? []) {
      const around = binding.marker ?? marker;
      if (binding.key === key) readInto(binding.node, out, around, [...active, guard], depth);
      if (binding.key !== null) continue;
      const pair = binding.node.name === 'DictionaryExpression' ? valueOf(binding.node, key) : undefined;
      if (pair !== undefined) readInto(pair, out, around, [...active, guard], depth);
      else if (binding.node.name !== 'DictionaryExpression' && !active.includes(name)) {
        const whole = emptyValue();
        readInto(binding.node, whole, around, [...active, guard, name], depth);
        const entry = whole.entries.get(key);
        if (entry !== undefined) merge(entry, out);
      }
    }
  };
  /** The value under a key of a literal dict. */
  const valueOf = (dict: SyntaxNode, key: string): SyntaxNode | undefined => {
    const parts = childrenOf(dict);
    const colon = parts.findIndex((part, index) => part.name === ':' && literalOf(parts[index - 1] ?? part, source) === key);
    return colon === -1 ? undefined : parts[colon + 1];
  };

  /** `extras["dev"]`: the entry; `deps["torch"]`, of a table that is computed from a list of the file: what the list says of that name. */
  const readMember = (node: SyntaxNode, out: PythonValue, marker: string | null, active: readonly string[], depth: number): void => {
    const [base, , keyNode] = childrenOf(node);
    const key = keyNode === undefined ? null : literalOf(keyNode, source);
    if (base === undefined || key === null || keyNode === undefined) return giveUp(node, out, marker);
    const entry = emptyValue();
    if (base.name === 'VariableName') readEntry(written(base), key, entry, marker, active, depth);
    if (entry.items.length + entry.files.length + entry.computed.length > 0) return merge(entry, out);
    if (active.includes(`${written(base)}[${key}]`)) return;
    const listed = catalog().get(normalizeName(key));
    if (listed === undefined) addComputed(node, out, marker);
    else out.items.push({ text: listed, line: lineAt(keyNode.from), marker });
  };

  const readCall = (node: SyntaxNode, out: PythonValue, marker: string | null, active: readonly string[], depth: number): void => {
    const callee = node.firstChild;
    const given = argumentsOf(node, source);
    if (callee === null) return giveUp(node, out, marker);
    if (callee.name === 'VariableName' && SAME.has(written(callee))) {
      for (const { name, value } of given) readInto(value, name === null || name === '**' ? out : entryOf(out, name), marker, active, depth);
      return;
    }
    const method = callee.getChild('PropertyName');
    const receiver = callee.firstChild;
    if (callee.name === 'MemberExpression' && method !== null && receiver !== null && SPLITTING.has(written(method))) {
      const text = readText(receiver);
      const isPlainSplit = written(method) === 'split' && given.length === 0;
      if (text !== null) return addText(isPlainSplit ? text.replace(/[ \t]+/g, WRITTEN_BREAK) : text, node, out, marker);
      return readInto(receiver, out, marker, active, depth);
    }
    // `deps_list("torch", "numpy")` looks names up in a table that is computed from a list.
    const names = given.map(({ value }) => literalOf(value, source));
    const listed = names.map((name) => (name === null ? undefined : catalog().get(normalizeName(name.split('[', 1)[0] ?? ''))));
    if (listed.some((text) => text !== undefined) && !names.includes(null)) {
      given.forEach(({ value }, index) => out.items.push({ text: listed[index] ?? names[index] ?? '', line: lineAt(value.from), marker }));
      return;
    }
    if (callee.name === 'VariableName' && readReturned(written(callee), node, out, marker, active, depth)) return;
    // `choose(REQUIRED, ALTERNATIVES)`: of lists that are handed over some part will be used.
    for (const { value } of given) if (isList(value)) readInto(value, out, marker, active, depth);
    giveUp(node, out, marker);
  };
  /** What a function of the file returns, where that stands there; false where it does not. */
  const readReturned = (name: string, call: SyntaxNode, out: PythonValue, marker: string | null, active: readonly string[], depth: number): boolean => {
    const definition = bindings.functions.get(name);
    if (definition === undefined || active.includes(`${name}()`)) return false;
    const value = emptyValue();
    const returned: SyntaxNode[] = [];
    definition.cursor().iterate((part) => {
      steps += 1;
      if (part.name === 'ReturnStatement') returned.push(part.node);
      return steps < MOST_STEPS;
    });
    for (const statement of returned) {
      const around = markerAround(statement, source) ?? marker;
      for (const part of childrenOf(statement).slice(1)) if (part.name !== ',') readInto(part, value, around, [...active, `${name}()`], depth);
    }
    if (value.items.length === 0 && value.entries.size === 0) return false;
    merge(value, out);
    for (const [key, entry] of value.entries) merge(entry, entryOf(out, key));
    // Which of several ways out is taken nobody can tell.
    if (returned.length > 1) addComputed(call, out, marker);
    return true;
  };
  const isList = (node: SyntaxNode): boolean => {
    const nodes = node.name === 'VariableName' ? (bindings.variables.get(written(node)) ?? []).map((binding) => binding.node) : [node];
    return nodes.some(({ name }) => name === 'ArrayExpression' || name === 'TupleExpression');
  };

  /** `deps["numpy"] + "; python_version < '3.8'"`: more of the same requirement. */
  const readWithTail = (left: SyntaxNode, tail: string, out: PythonValue, marker: string | null, active: readonly string[], depth: number): void => {
    const value = emptyValue();
    readInto(left, value, marker, active, depth);
    const items = value.items.splice(0);
    merge(value, out);
    out.items.push(...items.map((item, index) => (index === items.length - 1 ? { ...item, text: `${item.text}${tail}` } : item)));
  };

  const readInto = (node: SyntaxNode, out: PythonValue, marker: string | null, active: readonly string[], depth: number): void => {
    steps += 1;
    if (steps > MOST_STEPS || depth > DEEPEST) return addComputed(node, out, marker);
    const text = readText(node);
    if (text !== null) return addText(text, node, out, marker);
    const next = depth + 1;
    switch (node.name) {
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'SetExpression':
      case 'ParenthesizedExpression':
        for (const part of partsOf(node)) readInto(part, out, marker, active, next);
        return;
      case 'DictionaryExpression':
        return readDict(node, out, marker, active, next);
      case 'BinaryExpression': {
        const [left, sign, right] = childrenOf(node);
        const isJoined = sign !== undefined && ['+', '|', 'or'].includes(written(sign));
        if (left === undefined || right === undefined || !isJoined) return giveUp(node, out, marker);
        const tail = readText(right);
        if (tail !== null) return readWithTail(left, tail, out, marker, active, next);
        readInto(left, out, marker, active, next);
        return readInto(right, out, marker, active, next);
      }
      case 'ConditionalExpression': {
        const [first, , condition, , second] = childrenOf(node);
        if (first === undefined || condition === undefined || second === undefined) return giveUp(node, out, marker);
        const [then, otherwise] = markersOfChoice(condition, source);
        readInto(first, out, marker ?? then, active, next);
        return readInto(second, out, marker ?? otherwise, active, next);
      }
      case 'VariableName':
        return readVariable(node, out, marker, active, next);
      case 'MemberExpression':
        return readMember(node, out, marker, active, next);
      case 'CallExpression':
        return readCall(node, out, marker, active, next);
      case 'None':
      case 'Boolean':
        return;
      default:
        return giveUp(node, out, marker);
    }
  };
  return (node) => {
    const out = emptyValue();
    readInto(node, out, null, [], 0);
    return out;
  };
};

const FILE = /^[^\s*]{1,200}\.(?:txt|in)$/;

const merge = (from: PythonValue, into: PythonValue): void => {
  into.items.push(...from.items);
  into.files.push(...from.files);
  into.computed.push(...from.computed);
};
