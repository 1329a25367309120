/** A run of whole statements of a module, with the line it starts on, counted from 0. */
export interface Chunk {
  readonly text: string;
  readonly line: number;
}

/** Statements are put together up to this many characters: few enough to be parsed again after an error, many enough to be fast. */
const AIM = 4_000;

/** What continues the statement before it though it stands at the margin. */
const CONTINUES = /^(?:else\b|elif\b|except\b|finally\b|[)\]}#\s])/;

const NEWLINE = 10;
const BACKSLASH = 92;
const HASH = 35;
const isQuote = (code: number): boolean => code === 34 || code === 39;
const isOpening = (code: number): boolean => code === 40 || code === 91 || code === 123;
const isClosing = (code: number): boolean => code === 41 || code === 93 || code === 125;

/** Where a string that starts at `index` ends (behind its last quote), or the end of its line or of the source where it is not closed. */
const endOfString = (source: string, index: number): number => {
  const quote = source.charAt(index);
  const triple = quote.repeat(3);
  const isTriple = source.startsWith(triple, index);
  let at = index + (isTriple ? 3 : 1);
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at += 2;
    else if (isTriple ? code === quote.charCodeAt(0) && source.startsWith(triple, at) : code === quote.charCodeAt(0)) return at + (isTriple ? 3 : 1);
    else if (!isTriple && code === NEWLINE) return at;
    else at += 1;
  }
  return source.length;
};

const endOfLine = (source: string, index: number): number => {
  const at = source.indexOf('\n', index);
  return at === -1 ? source.length : at;
};

interface Scan {
  /** Where lines start that may begin a statement: outside of strings and brackets, and not after a backslash. */
  readonly starts: readonly number[];
  /** How deeply brackets are nested at most. */
  readonly depth: number;
}

const scan = (source: string): Scan => {
  const starts: number[] = [0];
  let open = 0;
  let depth = 0;
  let index = 0;
  while (index < source.length) {
    const code = source.charCodeAt(index);
    if (isQuote(code)) index = endOfString(source, index);
    else if (code === HASH) index = endOfLine(source, index);
    else {
      if (code === BACKSLASH) index += 1;
      else if (isOpening(code)) depth = Math.max(depth, ++open);
      else if (isClosing(code)) open = Math.max(0, open - 1);
      else if (code === NEWLINE && open === 0) starts.push(index + 1);
      index += 1;
    }
  }
  return { starts, depth };
};

const countLines = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/**
 * Splits Python source between statements at the margin, so that an error costs only what stands around it. Strings and brackets are read just
 * well enough to know where a statement cannot end.
 */
export const chunksOf = (source: string): { readonly chunks: readonly Chunk[]; readonly depth: number } => {
  const { starts, depth } = scan(source);
  const chunks: Chunk[] = [];
  let start = 0;
  let line = 0;
  let isDecorated = false;
  const cut = (at: number): void => {
    const text = source.slice(start, at);
    chunks.push({ text, line });
    line += countLines(text);
    start = at;
  };
  for (const at of starts) {
    const first = source.slice(at, at + 8);
    const begins = first !== '' && !CONTINUES.test(first);
    if (begins && !isDecorated && at - start >= AIM) cut(at);
    if (begins) isDecorated = first.startsWith('@');
  }
  if (start < source.length) cut(source.length);
  return { chunks, depth };
};

const IMPORT = /([ \t]*)(?:import[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)*)|from[ \t]+(\.*[\w.]*)[ \t]+import\b)/y;

/** An import that stands alone on its line. */
export interface ImportLine {
  /** Modules it names: `import a, b` has two. */
  readonly modules: readonly string[];
  /** The statement as it stands, without its indent. */
  readonly text: string;
  /** True within a function, a class, a branch or a `try`. */
  readonly isIndented: boolean;
  /** Counted from 0. */
  readonly line: number;
}

/** The imports of a source, found without its grammar: statements that begin their line, outside of strings. */
export const importLines = (source: string): readonly ImportLine[] => {
  const found: ImportLine[] = [];
  const { starts } = scan(source);
  let line = 0;
  let counted = 0;
  starts.forEach((at, index) => {
    IMPORT.lastIndex = at;
    const match = IMPORT.exec(source);
    if (match === null) return;
    line += countLines(source.slice(counted, at));
    counted = at;
    const modules = (match[2] ?? match[3] ?? '').split(',').map((module) => module.trim());
    found.push({ modules, text: source.slice(at, starts[index + 1] ?? source.length).trim(), isIndented: match[1] !== '', line });
  });
  return found;
};
