import { normalizeName } from './text.ts';

/** A package as conda writes it. */
export interface CondaSpec {
  readonly name: string;
  readonly specifier: string;
  /** The channel in front of `::`; null without one. */
  readonly index: string | null;
}

const LONGEST = 2000;

/** The CUDA version a build string names, as a local version: `py3.10_cuda12.1_cudnn8.9.2_0` gives `cu121`, `*cuda*` gives `cu`. */
const cudaBuild = (build: string): string | null => {
  const match = /cuda_?(\d{1,2})(?:\.?(\d))?|\bcu(\d{2,3})\b|(cuda)/.exec(build);
  if (match === null) return null;
  return `cu${match[1] ?? match[3] ?? ''}${match[2] ?? ''}`;
};

/** One clause: `>=1.2`, `=1.2` (that version and those below it), `1.2.*`, `1.2`. */
const clauseOf = (clause: string): string => {
  const match = /^(===|==|~=|!=|<=|>=|<|>|=)?(.*)$/s.exec(clause);
  const sign = match?.[1] ?? '';
  const version = match?.[2] ?? '';
  if (version === '' || version === '*') return '';
  if (sign === '=') return `==${version.endsWith('*') ? version : `${version}.*`}`;
  return `${sign === '' ? '==' : sign}${version.replace(/([^.])\*$/, '$1.*')}`;
};

const alternative = (text: string): string => text.split(',').map(clauseOf).filter(Boolean).join(',');

/** Conda's version as PEP 440; alternatives stay beside each other, with `||`. */
const specifierOf = (version: string, build: string): string => {
  const cuda = cudaBuild(build);
  const isExact = build !== '' && /^=?[^=<>!~*|,]+$/.test(version);
  if (cuda !== null && /^={0,2}[^=<>!~|,]+$/.test(version)) return `==${version.replace(/^=+/, '').replace(/\.?\*$/, '')}+${cuda}`;
  if (isExact) return `==${version.replace(/^=/, '')}`;
  return version.split('|').map(alternative).filter(Boolean).join('||');
};

/** `version`, `build` and `channel` of `name[version='>=2', build='*cuda*']`. */
const bracketed = (text: string): Readonly<Record<string, string>> => {
  const values: Record<string, string> = {};
  for (const [, key = '', double, single, bare] of text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^,"']*))/g)) {
    values[key] = (double ?? single ?? bare ?? '').trim();
  }
  return values;
};

/** Splits `=2.1=build`, `2.1 build`, `>=2,<3` into version and build. */
const versionAndBuild = (rest: string): readonly [string, string] => {
  const text = rest
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([=<>!~,|]+) ?/g, '$1');
  const space = text.indexOf(' ');
  if (space !== -1) return [text.slice(0, space), text.slice(space + 1).trim()];
  const single = /^(={1,2}[^=<>!~]+)=([^=]+)$/.exec(text);
  return single === null ? [text, ''] : [single[1] ?? '', single[2] ?? ''];
};

/**
 * Reads a package of conda (`channel::name=version=build`) with its version as PEP 440; a build for CUDA becomes a local version (`+cu121`), as
 * pip's wheels have. Null for anything else. Format: https://docs.conda.io/projects/conda/en/stable/dev-guide/api/conda/models/match_spec/
 */
export const parseCondaSpec = (written: string): CondaSpec | null => {
  if (written.length > LONGEST) return null;
  const text = written.trim();
  const colons = text.lastIndexOf('::');
  const channel = colons === -1 ? null : text.slice(0, colons).replace(/:+$/, '').trim();
  const body = colons === -1 ? text : text.slice(colons + 2);
  const name = /^[A-Za-z0-9_][\w.-]*/.exec(body)?.[0] ?? '';
  if (normalizeName(name) === '') return null;
  let rest = body.slice(name.length).trim();
  let inside: Readonly<Record<string, string>> = {};
  if (rest.startsWith('[')) {
    const end = rest.indexOf(']');
    if (end === -1) return null;
    inside = bracketed(rest.slice(1, end));
    rest = rest.slice(end + 1);
  }
  if (rest !== '' && !/^[=<>!~\d*|\s]/.test(rest)) return null;
  const [version, build] = versionAndBuild(rest);
  const specifier = specifierOf(inside['version'] ?? version, inside['build'] ?? build);
  return { name: normalizeName(name), specifier: specifier.replace(/\s+/g, ''), index: channel ?? inside['channel'] ?? null };
};
