import type { Collector, Found } from './collect.ts';
import { fromArchiveName } from './address.ts';
import { readMarker } from './marker.ts';
import { addressOf, namedIndexes } from './origins.ts';
import { fromPoetryVersion } from './poetry-version.ts';
import { baseName, normalizeName } from './text.ts';
import type { LineOf } from './toml-lines.ts';
import { isTable, isText, listAt, tableAt, textAt, type Table } from './toml.ts';

/** `python = ">=3.8,<3.9"` of a dependency, as a marker. */
const pythonMarker = (constraint: string | null): string | null => {
  const specifier = constraint === null ? '' : fromPoetryVersion(constraint);
  const clauses = specifier.includes('|') ? [] : specifier.split(',').filter(Boolean);
  const tests = clauses.flatMap((clause) => {
    const match = /^([=<>!~]+)(.+)$/.exec(clause);
    return match === null ? [] : [`python_version ${match[1]} "${match[2]}"`];
  });
  return tests.length === 0 ? null : tests.join(' and ');
};

/** Everything that limits where a dependency is installed, as one marker; null where nothing does. */
const markerOf = (entry: Table): string | null => {
  const platform = textAt(entry, 'platform');
  const parts = [textAt(entry, 'markers'), platform === null ? null : `sys_platform == "${platform}"`, pythonMarker(textAt(entry, 'python'))].filter(isText);
  return parts.length < 2 ? (parts[0] ?? null) : parts.map((part) => `(${part})`).join(' and ');
};

/** One entry of a table of dependencies, without its group; null for a part of the project itself. */
const foundIn = (name: string, entry: unknown, indexOf: (name: string | null) => string | null): Found | null => {
  if (isText(entry)) return { name: normalizeName(name), specifier: fromPoetryVersion(entry) };
  if (!isTable(entry)) return null;
  const address = addressOf(entry);
  if (address?.isLocal === true) return null;
  const marker = markerOf(entry);
  const version = textAt(entry, 'version');
  const archive = fromArchiveName(baseName(address?.url ?? ''));
  return {
    name: normalizeName(name),
    extras: listAt(entry, 'extras').filter(isText).map(normalizeName),
    specifier: version === null ? (archive?.specifier ?? '') : fromPoetryVersion(version),
    url: address?.url ?? null,
    index: indexOf(textAt(entry, 'source')),
    marker,
    ...readMarker(marker),
  };
};

/** Extras by the name of each package they bring. */
const extrasByName = (poetry: Table): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [extra, list] of Object.entries(tableAt(poetry, 'extras'))) {
    for (const item of [list].flat().filter(isText)) {
      const name = normalizeName(item.split(/[\s[(<>=!~;]/, 1)[0] ?? '');
      if (!names.has(name)) names.set(name, extra);
    }
  }
  return names;
};

/** The tables with dependencies, with the group each makes. */
const tablesOf = (poetry: Table): { readonly keys: readonly string[]; readonly group: string | null }[] => [
  { keys: ['dependencies'], group: null },
  { keys: ['dev-dependencies'], group: 'dev' },
  ...Object.keys(tableAt(poetry, 'group')).map((group) => ({ keys: ['group', group, 'dependencies'], group: group === 'main' ? null : group })),
];

/**
 * Reads `[tool.poetry]`. Where the project lists a package by the standard too, Poetry's entry only says where it comes from, and is left out
 * unless it names an index. https://python-poetry.org/docs/pyproject/
 */
export const readPoetry = (document: Table, collect: Collector, lineOf: LineOf): void => {
  const poetry = tableAt(document, 'tool', 'poetry');
  const indexOf = namedIndexes(listAt(poetry, 'source'));
  const extras = extrasByName(poetry);
  for (const { keys, group } of tablesOf(poetry)) {
    for (const [name, entry] of Object.entries(tableAt(poetry, ...keys))) {
      if (name === 'python') continue;
      const entries = Array.isArray(entry) ? entry : [entry];
      entries.forEach((one: unknown, at) => {
        const found = foundIn(name, one, indexOf);
        if (found === null) return;
        const isOptional = isTable(one) && one['optional'] === true;
        const extra = extras.get(found.name) ?? null;
        const line = lineOf('tool', 'poetry', ...keys, name, ...(Array.isArray(entry) ? [at] : []));
        collect.dependency({ ...found, group: group ?? (isOptional ? (extra ?? 'optional') : (found.group ?? null)) }, line);
      });
    }
  }
};
