import { MOST, type Collector, type Found } from './collect.ts';
import { parseCondaSpec } from './conda-spec.ts';
import { logicalLines } from './logical-lines.ts';
import { heldIndex } from './package-index.ts';
import { readOption } from './pip-options.ts';
import { asFound, isLocalFolder, parseRequirement } from './requirement.ts';
import { baseName } from './text.ts';
import { viaReader } from './via.ts';

/** Splits a line at its comment: a `#` at the start or behind white space. */
export const splitComment = (line: string): { readonly body: string; readonly comment: string | null } => {
  for (let at = line.indexOf('#'); at !== -1; at = line.indexOf('#', at + 1)) {
    const before = line[at - 1];
    if (before === undefined || before === ' ' || before === '\t') return { body: line.slice(0, at).trim(), comment: line.slice(at + 1) };
  }
  return { body: line.trim(), comment: null };
};

/** Takes options of a single requirement away: `--hash=…`, `--config-settings=…`. */
const withoutOptions = (body: string): string => {
  const at = body.search(/\s--?[A-Za-z]/);
  return at === -1 ? body : body.slice(0, at).trimEnd();
};

/** `"torch>=2",` as in a list of Python or TOML, of which a part was pasted. */
export const unquoted = (body: string): string => {
  const quote = body[0];
  if (quote !== '"' && quote !== "'") return body;
  const inner = body.endsWith(',') ? body.slice(0, -1) : body;
  return inner.length > 1 && inner.endsWith(quote) ? inner.slice(1, -1) : body;
};

/** Lines `conda list --export` writes: `numpy=1.26.4=py312h…`. */
const isCondaExport = (body: string): boolean => /^\w[\w.-]*=[^=\s]+=[^=\s]+$/.test(body);

const LONGEST_SEVERAL = 1000;

interface Pending {
  found: Found;
  readonly line: number;
}

/** A line of requirements, continued ones joined. */
interface RequirementLine {
  readonly text: string;
  readonly line: number;
}

const isSelf = (path: string): boolean => path === '.' || path === './';

/** Reads lines of requirements one by one; `settle` ends the file and hands everything over. */
const lineReader = (collect: Collector, isConstraints: boolean) => {
  const indexes: string[] = [];
  const extras: string[] = [];
  const pending: Pending[] = [];
  const via = viaReader();

  const close = (): void => {
    const last = pending.at(-1);
    if (last !== undefined && (isConstraints || !via.isDirect())) last.found = { ...last.found, direct: false };
    via.reset();
  };
  const add = (body: string, line: number): void => {
    const requirement = parseRequirement(body);
    const conda = isCondaExport(body) ? parseCondaSpec(body) : null;
    const [folder = ''] = body.split(/[[;\s]/, 1);
    if (requirement !== null) pending.push({ found: asFound(requirement, body), line });
    else if (conda !== null) pending.push({ found: { ...conda, written: body, from: 'conda' }, line });
    else if (!isLocalFolder(body)) addSeveral(body, line);
    else if (!isSelf(folder)) collect.follows(folder, line);
  };
  /** Several on one line pip refuses, but projects with an installer of their own write them. */
  const addSeveral = (body: string, line: number): void => {
    const parts = body.length > LONGEST_SEVERAL ? [] : body.split(/\s+/);
    const requirements = parts.map((part) => parseRequirement(part));
    if (parts.length < 2 || requirements.includes(null) || requirements.every((requirement) => requirement?.specifier === '')) {
      return collect.problem('not-a-requirement', body, line);
    }
    requirements.forEach((requirement, index) => {
      if (requirement !== null) pending.push({ found: asFound(requirement, parts[index] ?? ''), line });
    });
  };
  const readOptions = (body: string, line: number): void => {
    const words = body.split(/\s+/);
    for (let at = 0; at < words.length; at += 1) {
      const { leads, value, takesNext } = readOption(words[at] ?? '');
      if (leads === 'editable') return add(value ?? withoutOptions(words.slice(at + 1).join(' ')), line);
      const wanted = value ?? (takesNext ? words[(at += 1)] : undefined) ?? '';
      if (wanted === '') continue;
      if (leads === 'index') indexes.push(unquoted(wanted));
      else if (leads === 'extra') extras.push(unquoted(wanted));
      else if (leads === 'file') collect.follows(unquoted(wanted), line);
    }
  };
  const read = ({ text, line }: RequirementLine): void => {
    const { body: said, comment } = splitComment(text);
    const body = unquoted(said);
    if (body !== '') {
      close();
      if (body.startsWith('-')) readOptions(body, line);
      else add(withoutOptions(body), line);
    }
    if (comment !== null) via.comment(comment);
  };
  const settle = (): void => {
    close();
    const held = heldIndex(indexes, extras);
    for (const { found, line } of pending) collect.dependency({ ...found, ...(found.from === 'conda' ? { index: null } : held) }, line);
  };
  // One more than is kept, so that the rest is reported.
  return { read, settle, isFull: (): boolean => pending.length > MOST.dependencies };
};

/** Reads requirements that stand in another file, each on its line. */
export const readRequirementLines = (lines: readonly RequirementLine[], collect: Collector): void => {
  const reader = lineReader(collect, false);
  lines.forEach(reader.read);
  reader.settle();
};

/**
 * Reads requirements as pip does, with its options. An index holds for the whole file, wherever it stands. Constraints are not installed: they hold
 * only for what something else asks for. Format: https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export const readRequirements = (text: string, collect: Collector): void => {
  const reader = lineReader(collect, baseName(collect.file).toLowerCase().startsWith('constraints'));
  for (const line of logicalLines(text)) {
    const { body } = splitComment(line.text);
    if (body !== '') collect.plain(body, 'requirements', line.line);
    reader.read(line);
    if (reader.isFull()) break;
  }
  reader.settle();
};
