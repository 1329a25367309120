import type { Found } from './collect.ts';
import { fromAddress, fromArchiveName, isAddress, isLocalPath } from './address.ts';
import { readMarker } from './marker.ts';
import { baseName, normalizeName } from './text.ts';

/** A requirement after PEP 508. */
export interface Requirement {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifier: string;
  readonly url: string | null;
  readonly marker: string | null;
}

const SPACE = /\s*/y;
const NAME = /[A-Za-z0-9][A-Za-z0-9._-]*/y;
const CLAUSE = /(===|==|~=|!=|<=|>=|<|>)\s*([A-Za-z0-9.*+!_-]+)/y;

/** Reads at a place in a text with a sticky expression and moves on behind what it took. */
const readerOf = (text: string) => {
  let at = 0;
  const take = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const match = expression.exec(text);
    if (match !== null) at = expression.lastIndex;
    return match;
  };
  const isNext = (sign: string): boolean => {
    take(SPACE);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const until = (sign: string): string | null => {
    const end = text.indexOf(sign, at);
    if (end === -1) return null;
    const part = text.slice(at, end);
    at = end + 1;
    return part;
  };
  const rest = (): string => text.slice(at);
  return { take, isNext, until, rest };
};

const EXTRA = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

const extrasOf = (text: string): readonly string[] | null => {
  const names = text.split(',').map((extra) => extra.trim());
  if (names.length === 1 && names[0] === '') return [];
  return names.every((extra) => EXTRA.test(extra)) ? names.map(normalizeName) : null;
};

/** `url ; marker`: the marker begins behind a space, for addresses may have semicolons. */
const splitMarker = (text: string): { readonly url: string; readonly marker: string | null } | null => {
  const [url = ''] = text.split(/\s/, 1);
  const rest = text.slice(url.length).trim();
  if (rest === '') return url.endsWith(';') ? null : { url, marker: null };
  if (rest.startsWith(';')) return { url, marker: rest.slice(1).trim() };
  return url.endsWith(';') ? { url: url.slice(0, -1), marker: rest } : null;
};

const archiveFile = /\.(?:whl|tar\.gz|tar\.bz2|tgz|zip)$/i;

/** A bare address, or the path of a wheel: named after what it leads to. */
const readAddress = (text: string): Requirement | null => {
  const parts = splitMarker(text);
  if (parts === null) return null;
  const [path = ''] = parts.url.split(/[#[]/, 1);
  const addressed = isAddress(parts.url) ? fromAddress(parts.url) : fromArchiveName(baseName(path.replaceAll('\\', '/')));
  if (addressed === null || normalizeName(addressed.name) === '') return null;
  return { ...addressed, name: normalizeName(addressed.name), ...parts };
};

/** Longest requirement anybody writes by hand is far below; a line of a megabyte is none. */
const LONGEST = 10_000;

/**
 * Reads one requirement: `name[extras] specifier ; marker`, `name @ url`, a bare address or the file of a wheel. Null for anything else.
 * Grammar: https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
export const parseRequirement = (written: string): Requirement | null => {
  if (written.length > LONGEST) return null;
  const text = written.trim();
  if (isAddress(text) || archiveFile.test(text.split(/[\s;#]/, 1)[0] ?? '')) return readAddress(text);
  const { take, isNext, until, rest } = readerOf(text);
  const name = take(NAME)?.[0] ?? '';
  if (name === '' || !/[A-Za-z0-9]$/.test(name)) return null;
  let extras: readonly string[] | null = [];
  if (isNext('[')) extras = extrasOf(until(']') ?? '?');
  if (extras === null) return null;
  const normal = normalizeName(name);
  if (isNext('@')) {
    const parts = splitMarker(rest().trim());
    if (parts === null || parts.url === '') return null;
    const version = fromArchiveName(baseName(parts.url.split(/[#?]/, 1)[0] ?? ''))?.specifier ?? '';
    return { name: normal, extras, specifier: version, ...parts };
  }
  const isBracketed = isNext('(');
  const clauses: string[] = [];
  for (take(SPACE); ; take(SPACE)) {
    const clause = take(CLAUSE);
    if (clause === null) break;
    clauses.push(`${clause[1]}${clause[2]}`);
    if (!isNext(',')) break;
  }
  if (isBracketed && (clauses.length === 0 || !isNext(')'))) return null;
  const specifier = clauses.join(',');
  if (isNext(';')) {
    const marker = rest().trim();
    return { name: normal, extras, specifier, url: null, marker: marker === '' ? null : marker };
  }
  return rest().trim() === '' ? { name: normal, extras, specifier, url: null, marker: null } : null;
};

/** Whether a line asks for a folder of the project (`.`, `./packages/core[dev]`): no package of an index. */
export const isLocalFolder = (text: string): boolean => isLocalPath(text) && parseRequirement(text) === null;

/** A requirement as a dependency, its marker evaluated for a Mac. The group wins over an extra its marker names. */
export const asFound = (requirement: Requirement, written: string, group: string | null = null): Found => {
  const { onMac, group: extra } = readMarker(requirement.marker);
  return { ...requirement, written, onMac, group: group ?? extra };
};
