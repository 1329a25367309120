import type { SyntaxNode } from '@lezer/common';
import type { ArgumentTest, PatternMatch, Rewrite, ValueTest } from '../../schemas/code-pattern.ts';
import type { Knowledge } from '../types.ts';
import type { Context } from './conditions.ts';
import { pathOf, stringOf, textOf, type Argument } from './names.ts';
import { pathIndex, type PathIndex } from './paths.ts';
import type { Use } from './uses.ts';

type Pattern = Knowledge['patterns'][number];
type MatchOf<K extends PatternMatch['kind']> = Extract<PatternMatch, { kind: K }>;

/** A pattern found in a use. `value` is the argument or assigned value that matched. */
export interface Hit {
  readonly pattern: Pattern;
  readonly rewrite: Rewrite | undefined;
  readonly node: SyntaxNode;
  readonly callee: SyntaxNode | null;
  readonly value: SyntaxNode | null;
}

interface Entry<K extends PatternMatch['kind']> {
  readonly pattern: Pattern;
  readonly match: MatchOf<K>;
}

const byPaths = <E extends { readonly match: { readonly paths: readonly string[] } }>(entries: readonly E[]): PathIndex<E> =>
  pathIndex(entries.flatMap((entry) => entry.match.paths.map((path) => [path, entry] as const)));

/** Expressions are made once per check, not once per use. */
const expressions = new Map<string, RegExp>();
const expressionOf = (text: string): RegExp => {
  const known = expressions.get(text);
  if (known !== undefined) return known;
  const made = RegExp(text);
  expressions.set(text, made);
  return made;
};

const valueMatches = (value: SyntaxNode, test: ValueTest, context: Context): boolean => {
  if (test.string !== undefined) {
    const content = stringOf(value, context.source);
    return content !== null && expressionOf(test.string).test(content);
  }
  if (test.text !== undefined) return expressionOf(test.text).test(textOf(value, context.source));
  const path = pathOf(value.name === 'CallExpression' ? value.firstChild : value, context.source, context.aliases);
  return path !== null && path === test.path;
};

const argumentFor = (test: ArgumentTest, found: readonly Argument[]): Argument | undefined =>
  found.find(({ keyword, position }) => (keyword === null ? test.position !== undefined && position === test.position : keyword === test.keyword));

const holds = (test: ArgumentTest, found: readonly Argument[], context: Context): SyntaxNode | null => {
  const argument = argumentFor(test, found);
  return argument !== undefined && (test.is === undefined || valueMatches(argument.value, test.is, context)) ? argument.value : null;
};

/** The tests on the arguments of a call; `false` where one fails, else the value of the first one. */
const argumentsMatch = (match: MatchOf<'call'> | MatchOf<'method'>, found: readonly Argument[], context: Context): SyntaxNode | null | false => {
  let value: SyntaxNode | null = null;
  for (const test of match.arguments ?? []) {
    const held = holds(test, found, context);
    if (held === null) return false;
    value ??= held;
  }
  return (match.without ?? []).some((test) => holds(test, found, context) !== null) ? false : value;
};

/** Longest string a pattern is compared with; what is longer is prose. */
const LONGEST_STRING = 200;

export interface Matcher {
  /** All patterns a use shows. */
  readonly find: (use: Use, context: Context) => readonly Hit[];
  /** Patterns for an imported module or name. */
  readonly imports: (path: string) => readonly { readonly pattern: Pattern; readonly rewrite: Rewrite | undefined }[];
}

/** Prepares patterns for many uses: names are looked up, not compared one by one. */
export const matcherFor = (patterns: Knowledge['patterns']): Matcher => {
  const of = <K extends PatternMatch['kind']>(kind: K): Entry<K>[] =>
    patterns.flatMap((pattern) => pattern.matches.filter((match): match is MatchOf<K> => match.kind === kind).map((match) => ({ pattern, match })));
  const imports = pathIndex(
    of('import').flatMap((entry) => entry.match.modules.flatMap((module) => [[module, entry] as const, [`${module}.*`, entry] as const])),
  );
  const paths = byPaths(of('path'));
  const calls = byPaths(of('call'));
  const decorators = byPaths(of('decorator'));
  const methods = new Map<string, Entry<'method'>[]>();
  for (const entry of of('method')) for (const name of entry.match.names) methods.set(name, [...(methods.get(name) ?? []), entry]);
  const assigns = of('assign');
  const assignsTo = new Map<string, readonly Entry<'assign'>[]>();
  const strings = of('string');

  const assignEntries = (name: string): readonly Entry<'assign'>[] => {
    const known = assignsTo.get(name);
    if (known !== undefined) return known;
    const found = assigns.filter(({ match }) => expressionOf(match.names).test(name));
    if (assignsTo.size < 20_000) assignsTo.set(name, found);
    return found;
  };

  const find = (use: Use, context: Context): readonly Hit[] => {
    const { node } = use;
    const hit = (
      entry: { readonly pattern: Pattern; readonly match: PatternMatch },
      value: SyntaxNode | null = null,
      callee: SyntaxNode | null = null,
    ): Hit => ({
      pattern: entry.pattern,
      rewrite: 'rewrite' in entry.match ? entry.match.rewrite : undefined,
      node,
      callee,
      value,
    });
    switch (use.kind) {
      case 'path':
        return paths.find(use.path).map((entry) => hit(entry, null, node));
      case 'decorator':
        return decorators.find(use.path).map((entry) => hit(entry));
      case 'string':
        if (use.content.length > LONGEST_STRING) return [];
        return strings.filter(({ match }) => expressionOf(match.is).test(use.content)).map((entry) => hit(entry, node));
      case 'assign':
        return assignEntries(use.name)
          .filter(({ match }) => valueMatches(use.value, match.is, context))
          .map((entry) => hit(entry, use.value));
      case 'call':
      case 'method': {
        const entries: readonly (Entry<'call'> | Entry<'method'>)[] = use.kind === 'call' ? calls.find(use.path) : (methods.get(use.name) ?? []);
        return entries.flatMap((entry) => {
          const value = argumentsMatch(entry.match, use.arguments, context);
          return value === false ? [] : [hit(entry, value, use.callee)];
        });
      }
      default:
        return [];
    }
  };
  return { find, imports: (path) => imports.find(path).map(({ pattern, match }) => ({ pattern, rewrite: match.rewrite })) };
};
