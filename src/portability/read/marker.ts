import { parseMarker, type Marker, type Term } from './marker-syntax.ts';
import { normalizeName } from './text.ts';
import { satisfies, type Comparison } from './version.ts';

/** The Mac markers are evaluated for: Apple silicon, macOS 26 (Darwin 25), CPython 3.12, for which nearly every package has wheels. */
const MAC: Readonly<Record<string, string>> = {
  sys_platform: 'darwin',
  platform_system: 'Darwin',
  platform_machine: 'arm64',
  os_name: 'posix',
  platform_python_implementation: 'CPython',
  implementation_name: 'cpython',
  implementation_version: '3.12.0',
  python_version: '3.12',
  python_full_version: '3.12.0',
  platform_release: '25.0.0',
};

/** Names from before PEP 508 that old files still have. */
const OLDER: Readonly<Record<string, string>> = {
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.machine': 'platform_machine',
  'platform.python_implementation': 'platform_python_implementation',
  python_implementation: 'platform_python_implementation',
};

const VERSIONS = new Set(['python_version', 'python_full_version', 'implementation_version', 'platform_release']);

/** uv writes extras and groups that exclude each other as `extra-<letters of the package's name>-<name>-<extra>`. */
const extraName = (text: string): string => {
  const match = /^(?:extra|group)-(\d{1,3})-(.*)$/s.exec(text);
  if (match === null) return normalizeName(text);
  const rest = match[2] ?? '';
  const length = Number(match[1]);
  return normalizeName(rest[length] === '-' ? rest.slice(length + 1) : rest);
};

const nameOf = (term: Term): string => OLDER[term.text] ?? term.text;

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

const compareTexts = (left: string, comparison: string, right: string): boolean | null => {
  switch (comparison) {
    case '==':
    case '===':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return null;
  }
};

/** One comparison on a Mac with these extras asked for; null where it cannot be decided. */
const test = ({ left, comparison, right }: Extract<Marker, { kind: 'test' }>, extras: ReadonlySet<string>): boolean | null => {
  if (left.literal === right.literal) return null;
  const variable = nameOf(left.literal ? right : left);
  const literal = left.literal ? left.text : right.text;
  if (variable === 'extra') {
    if (comparison === '==') return extras.has(extraName(literal));
    return comparison === '!=' ? !extras.has(extraName(literal)) : null;
  }
  const value = MAC[variable];
  if (value === undefined) return null;
  if (comparison === 'in' || comparison === 'not in') {
    const isIn = left.literal ? value.includes(literal) : literal.includes(value);
    return comparison === 'in' ? isIn : !isIn;
  }
  const sign = left.literal ? (MIRRORED[comparison] ?? comparison) : comparison;
  return (VERSIONS.has(variable) ? satisfies(value, sign as Comparison, literal) : null) ?? compareTexts(value, sign, literal);
};

/** Whether a parsed marker holds on a Mac with Apple silicon. What cannot be decided holds: better a package too many than one overlooked. */
export const holdsOnMac = (marker: Marker, extras: ReadonlySet<string>): boolean => {
  switch (marker.kind) {
    case 'and':
      return marker.parts.every((part) => holdsOnMac(part, extras));
    case 'or':
      return marker.parts.some((part) => holdsOnMac(part, extras));
    case 'not':
      return !holdsOnMac(marker.part, extras);
    case 'test':
      return test(marker, extras) ?? true;
  }
};

/** The extras a marker asks about, in order. */
export const extrasIn = (marker: Marker): readonly string[] => {
  const names = new Set<string>();
  const walk = (part: Marker): void => {
    if (part.kind === 'not') walk(part.part);
    else if (part.kind !== 'test') part.parts.forEach(walk);
    else if (!part.left.literal && part.left.text === 'extra') names.add(extraName(part.right.text));
    else if (!part.right.literal && part.right.text === 'extra') names.add(extraName(part.left.text));
  };
  walk(marker);
  return [...names];
};

/** What a marker says about a Mac. */
export interface MarkerAnswer {
  readonly onMac: boolean;
  /** The extra it needs; null where it holds without one. */
  readonly group: string | null;
}

const NO_EXTRAS: ReadonlySet<string> = new Set();
const MOST_EXTRAS = 20;

/** Evaluates a marker for a Mac with Apple silicon. One that cannot be read holds. */
export const readMarker = (text: string | null): MarkerAnswer => {
  const marker = text === null ? null : parseMarker(text);
  if (marker === null || holdsOnMac(marker, NO_EXTRAS)) return { onMac: true, group: null };
  const extras = extrasIn(marker).slice(0, MOST_EXTRAS);
  const needed = extras.find((extra) => holdsOnMac(marker, new Set([extra])));
  if (needed !== undefined) return { onMac: true, group: needed };
  return { onMac: extras.length > 1 && holdsOnMac(marker, new Set(extras)) && !isConflict(text), group: extras[0] ?? null };
};

/** Extras written in uv's long form exclude each other: a marker that needs two of them never holds. */
const isConflict = (text: string | null): boolean => /['"](?:extra|group)-\d/.test(text ?? '');
