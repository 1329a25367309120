/** A value of JSON with the line it begins on. Objects are maps: keys come from a file, and no key is special to a map. */
export interface JsonNode {
  readonly line: number;
  readonly value: string | number | boolean | null | readonly JsonNode[] | ReadonlyMap<string, JsonNode>;
}

/** Why a text is no JSON. */
export class JsonError extends Error {
  readonly line: number;
  readonly tooDeep: boolean;

  constructor(message: string, line: number, tooDeep = false) {
    super(message);
    this.line = line;
    this.tooDeep = tooDeep;
  }
}

const DEEPEST = 100;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** Parses JSON and keeps the lines, which the parser of the language does not tell. Throws a `JsonError`. */
export const parseJson = (text: string): JsonNode => {
  let at = 0;
  let line = 1;

  const fail = (expected: string): never => {
    throw new JsonError(at >= text.length ? `${expected} expected, but the text ends` : `${expected} expected`, line);
  };
  const space = (): void => {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10) line += 1;
      else if (code !== 32 && code !== 9 && code !== 13) return;
    }
  };
  const string = (): string => {
    const start = at;
    let end = text.indexOf('"', start + 1);
    for (; end !== -1; end = text.indexOf('"', end + 1)) {
      let slashes = 0;
      while (text[end - 1 - slashes] === '\\') slashes += 1;
      if (slashes % 2 === 0) break;
    }
    if (end === -1) {
      at = text.length;
      return fail('"');
    }
    at = end + 1;
    const body = text.slice(start + 1, end);
    const isPlain = !/[\\\u0000-\u001f]/.test(body);
    if (isPlain) return body;
    try {
      return JSON.parse(text.slice(start, end + 1)) as string;
    } catch {
      throw new JsonError('escape or control character that JSON does not know', line);
    }
  };
  const list = (depth: number): readonly JsonNode[] => {
    const items: JsonNode[] = [];
    at += 1;
    space();
    if (text[at] === ']') {
      at += 1;
      return items;
    }
    for (;;) {
      items.push(node(depth));
      space();
      if (text[at] === ',') at += 1;
      else if (text[at] === ']') break;
      else fail(', or ]');
    }
    at += 1;
    return items;
  };
  const object = (depth: number): ReadonlyMap<string, JsonNode> => {
    const entries = new Map<string, JsonNode>();
    at += 1;
    space();
    if (text[at] === '}') {
      at += 1;
      return entries;
    }
    for (;;) {
      space();
      if (text[at] !== '"') fail('"');
      const keyLine = line;
      const key = string();
      space();
      if (text[at] !== ':') fail(':');
      at += 1;
      entries.set(key, { ...node(depth), line: keyLine });
      space();
      if (text[at] === ',') at += 1;
      else if (text[at] === '}') break;
      else fail(', or }');
    }
    at += 1;
    return entries;
  };
  const node = (depth: number): JsonNode => {
    space();
    if (depth > DEEPEST) throw new JsonError(`nested deeper than ${DEEPEST}`, line, true);
    const begin = line;
    const sign = text[at];
    if (sign === '"') return { line: begin, value: string() };
    if (sign === '[') return { line: begin, value: list(depth + 1) };
    if (sign === '{') return { line: begin, value: object(depth + 1) };
    const word = WORDS.find(([name]) => text.startsWith(name, at));
    if (word !== undefined) {
      at += word[0].length;
      return { line: begin, value: word[1] };
    }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    if (number === undefined) return fail('a value');
    at += number.length;
    return { line: begin, value: Number(number) };
  };

  const root = node(0);
  space();
  if (at < text.length) fail('the end');
  return root;
};

/** The value under a key of an object; undefined for anything else. */
export const member = (node: JsonNode | undefined, key: string): JsonNode | undefined => (node?.value instanceof Map ? node.value.get(key) : undefined);

/** The items of a list; none for anything else. */
export const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] => (Array.isArray(node?.value) ? node.value : []);

/** A text; null for anything else. */
export const textOf = (node: JsonNode | undefined): string | null => (typeof node?.value === 'string' ? node.value : null);
