/** A key, or a position in an array, on the way to a value of TOML. */
export type TomlPath = readonly (string | number)[];

const BLANK = /[ \t]*/y;
const GAP = /[\s,]*/y;
const BARE_KEY = /[A-Za-z0-9_-]+/y;
const SCALAR = /[^,\]}\n#]*/y;
const KEY_OF = (path: TomlPath): string => path.join('\u0000');

/** Nobody asks for anything deeper; keys of thousands of parts would make every step slow. */
const LONGEST_PATH = 12;
const extend = (path: TomlPath, ...keys: TomlPath): TomlPath => (path.length >= LONGEST_PATH ? path : [...path, ...keys.slice(0, LONGEST_PATH - path.length)]);

/**
 * Finds the lines of the keys and values of a TOML text, for the parser tells none. The text must be valid: the scanner looks only for what ends a
 * value. Tables in arrays are counted from 0, as in the parsed value.
 */
class Scanner {
  readonly lines = new Map<string, number>();
  readonly #text: string;
  readonly #counts = new Map<string, number>();
  #at = 0;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the whole text. */
  scan(): void {
    let table: TomlPath = [];
    for (this.#gap(); this.#at < this.#text.length; this.#gap()) {
      const before = this.#at;
      if (this.#text[this.#at] === '[') table = this.#header();
      else this.#pair(table);
      // Whatever could not be read: go on with the next line, so that the scan always ends.
      if (this.#at === before) this.#toLineEnd();
    }
  }

  #skip(expression: RegExp): string {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#text)?.[0] ?? '';
    this.#at += match.length;
    return match;
  }

  /** White space, commas and comments. */
  #gap(): void {
    for (this.#skip(GAP); this.#text[this.#at] === '#'; this.#skip(GAP)) this.#toLineEnd();
  }

  #toLineEnd(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#text.length : end + 1;
  }

  #record(path: TomlPath): void {
    for (let next = this.#text.indexOf('\n', this.#counted); next !== -1 && next < this.#at; next = this.#text.indexOf('\n', this.#counted)) {
      this.#line += 1;
      this.#counted = next + 1;
    }
    const key = KEY_OF(path);
    if (!this.lines.has(key)) this.lines.set(key, this.#line);
  }

  #header(): TomlPath {
    const isArray = this.#text.startsWith('[[', this.#at);
    this.#at += isArray ? 2 : 1;
    let path = extend([], ...this.#keys());
    // A table below an array of tables belongs to its last one.
    for (let length = path.length - (isArray ? 1 : 0); length > 0; length -= 1) {
      const count = this.#counts.get(KEY_OF(path.slice(0, length)));
      if (count !== undefined) path = extend(path.slice(0, length), count - 1, ...path.slice(length));
    }
    if (isArray) {
      const count = this.#counts.get(KEY_OF(path)) ?? 0;
      this.#counts.set(KEY_OF(path), count + 1);
      path = extend(path, count);
    }
    this.#record(path);
    this.#toLineEnd();
    return path;
  }

  #keys(): string[] {
    const keys: string[] = [];
    for (;;) {
      this.#skip(BLANK);
      const sign = this.#text[this.#at];
      if (sign === '"' || sign === "'") keys.push(this.#quoted(sign));
      else keys.push(this.#skip(BARE_KEY));
      this.#skip(BLANK);
      if (this.#text[this.#at] !== '.') return keys;
      this.#at += 1;
    }
  }

  #pair(table: TomlPath): void {
    const start = this.#at;
    const keys = this.#keys();
    if (this.#text[this.#at] !== '=') return;
    const end = this.#at;
    this.#at = start;
    const path = extend(table, ...keys);
    this.#record(path);
    this.#at = end + 1;
    this.#skip(BLANK);
    this.#value(path);
  }

  #value(path: TomlPath): void {
    const sign = this.#text[this.#at];
    if (sign === '"' || sign === "'") this.#quoted(sign);
    else if (sign === '[') this.#array(path);
    else if (sign === '{') this.#inline(path);
    else this.#skip(SCALAR);
  }

  #array(path: TomlPath): void {
    this.#at += 1;
    for (let index = 0; ; index += 1) {
      this.#gap();
      if (this.#at >= this.#text.length) return;
      if (this.#text[this.#at] === ']') break;
      const item = extend(path, index);
      const before = this.#at;
      this.#record(item);
      this.#value(item);
      if (this.#at === before) this.#at += 1;
    }
    this.#at += 1;
  }

  #inline(path: TomlPath): void {
    this.#at += 1;
    for (;;) {
      this.#gap();
      if (this.#at >= this.#text.length) return;
      if (this.#text[this.#at] === '}') break;
      const before = this.#at;
      this.#pair(path);
      if (this.#at === before) this.#at += 1;
    }
    this.#at += 1;
  }

  /** A string, of one line or several; returns what stands between its quotes. */
  #quoted(sign: string): string {
    const long = sign.repeat(3);
    const quote = this.#text.startsWith(long, this.#at) ? long : sign;
    const start = this.#at + quote.length;
    let end = this.#text.indexOf(quote, start);
    while (sign === '"' && end !== -1 && this.#isEscaped(end, start)) end = this.#text.indexOf(quote, end + 1);
    if (end === -1) end = this.#text.length;
    // Up to two quotes more belong to the content of a long string.
    while (quote === long && this.#text[end + 3] === sign) end += 1;
    this.#at = Math.min(this.#text.length, end + quote.length);
    return this.#text.slice(start, end);
  }

  #isEscaped(at: number, start: number): boolean {
    let slashes = 0;
    for (let back = at - 1; back >= start && this.#text[back] === '\\'; back -= 1) slashes += 1;
    return slashes % 2 === 1;
  }
}

/** Line of a value of a valid TOML text, by the keys and positions that lead to it; where it has none of its own, that of what it stands in. */
export type LineOf = (...path: TomlPath) => number;

/** Finds the lines of a valid TOML text. */
export const tomlLines = (text: string): LineOf => {
  const scanner = new Scanner(text);
  scanner.scan();
  return (...path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = scanner.lines.get(KEY_OF(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
};
