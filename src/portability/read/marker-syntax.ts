/** One side of a comparison: a literal, or the name of a variable. */
export interface Term {
  readonly literal: boolean;
  readonly text: string;
}

/** A marker after PEP 508, parsed. */
export type Marker =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Marker[] }
  | { readonly kind: 'not'; readonly part: Marker }
  | { readonly kind: 'test'; readonly left: Term; readonly comparison: string; readonly right: Term };

const LONGEST = 20_000;
const DEEPEST = 50;
const TOKEN = /\s*(?:([()])|(===|==|~=|!=|<=|>=|<|>)|"([^"]*)"|'([^']*)'|([A-Za-z_][\w.]*))/y;

interface Token {
  readonly kind: 'sign' | 'literal' | 'word';
  readonly text: string;
}

const tokensOf = (text: string): Token[] | null => {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    const [, bracket, comparison, double, single, word] = match;
    if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (double !== undefined || single !== undefined) tokens.push({ kind: 'literal', text: double ?? single ?? '' });
    else tokens.push({ kind: 'sign', text: bracket ?? comparison ?? '' });
  }
  return tokens;
};

class Unreadable extends Error {}

/**
 * Parses a marker; null where it cannot be read. Beyond PEP 508 it knows `not (…)`, which conditions of a setup.py need.
 * Grammar: https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
export const parseMarker = (text: string): Marker | null => {
  if (text.length > LONGEST) return null;
  const tokens = tokensOf(text);
  if (tokens === null || tokens.length === 0) return null;
  let next = 0;
  const is = (words: string): boolean => tokens[next]?.kind !== 'literal' && tokens[next]?.text === words;
  const take = (words: string): boolean => {
    if (!is(words)) return false;
    next += 1;
    return true;
  };

  const term = (): Term => {
    const token = tokens[next];
    if (token === undefined || token.kind === 'sign') throw new Unreadable();
    next += 1;
    return { literal: token.kind === 'literal', text: token.text };
  };
  const comparison = (): string => {
    if (take('in')) return 'in';
    if (take('not')) {
      if (take('in')) return 'not in';
      throw new Unreadable();
    }
    const token = tokens[next];
    if (token?.kind !== 'sign' || token.text === '(' || token.text === ')') throw new Unreadable();
    next += 1;
    return token.text;
  };
  const single = (depth: number): Marker => {
    if (depth > DEEPEST) throw new Unreadable();
    if (take('not')) return { kind: 'not', part: single(depth + 1) };
    if (take('(')) {
      const inner = either(depth + 1);
      if (!take(')')) throw new Unreadable();
      return inner;
    }
    const left = term();
    return { kind: 'test', left, comparison: comparison(), right: term() };
  };
  const chain = (word: 'and' | 'or', part: (depth: number) => Marker, depth: number): Marker => {
    const first = part(depth);
    if (!is(word)) return first;
    const parts = [first];
    while (take(word)) parts.push(part(depth));
    return { kind: word, parts };
  };
  const both = (depth: number): Marker => chain('and', single, depth);
  const either = (depth: number): Marker => chain('or', both, depth);

  try {
    const marker = either(0);
    return next === tokens.length ? marker : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
};
