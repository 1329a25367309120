import type { Collector } from './collect.ts';
import { positionsByName } from './lock-names.ts';
import { walkLock, type LockEdge, type LockNode } from './lock-walk.ts';
import { namedIndex } from './package-index.ts';
import { tableLines } from './table-lines.ts';
import { normalizeName } from './text.ts';
import { isTable, isText, listAt, parseToml, tableAt, textAt, type Table } from './toml.ts';

type FindPackages = (name: string, version: string | null, source: unknown) => readonly number[];

const sourceKey = (source: unknown): string => (isTable(source) ? Object.values(source).filter(isText).join(' ') : '');

const finderOf = (packages: readonly Table[]): FindPackages => {
  const byName = positionsByName(packages.map((entry) => textAt(entry, 'name') ?? ''));
  return (name, version, source) => {
    const named = byName.get(name) ?? [];
    const found = named.filter((index) => version === null || textAt(packages[index], 'version') === version);
    const wanted = sourceKey(source);
    const exact = wanted === '' ? found : found.filter((index) => sourceKey(packages[index]?.['source']) === wanted);
    return exact.length > 0 ? exact : found;
  };
};

const edgesOf = (list: readonly unknown[], find: FindPackages): LockEdge[] =>
  list.filter(isTable).map((entry) => ({
    to: find(textAt(entry, 'name') ?? '', textAt(entry, 'version'), entry['source']),
    marker: textAt(entry, 'marker'),
    extras: [entry['extra'] ?? [], entry['extras'] ?? []].flat().filter(isText),
  }));

const edgeMap = (table: Table, find: FindPackages): ReadonlyMap<string, readonly LockEdge[]> =>
  new Map(Object.keys(table).map((name) => [name, edgesOf(listAt(table, name), find)]));

/** Whether a package is the project, or a member of its workspace, rather than one from an index. */
const isOwn = (entry: Table): boolean => {
  const source = tableAt(entry, 'source');
  return ['virtual', 'editable', 'directory', 'workspace'].some((kind) => source[kind] !== undefined);
};

/** Where a locked package comes from: an index other than PyPI, or an address. */
const originOf = (entry: Table): { readonly url: string | null; readonly index: string | null } => {
  const source = tableAt(entry, 'source');
  const git = textAt(source, 'git');
  return {
    url: git === null ? (textAt(source, 'url') ?? textAt(source, 'path')) : `git+${git}`,
    index: namedIndex(textAt(source, 'registry')),
  };
};

/**
 * Reads uv.lock: every package with its version, and whether a Mac gets it. The roots are the project and the members of its workspace; for a script,
 * which has none, what its manifest lists. https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile
 */
export const readUvLock = (text: string, collect: Collector): void => {
  const document = parseToml(text, collect);
  if (document === null) return;
  const packages = listAt(document, 'package').filter(isTable);
  const find = finderOf(packages);
  const nodes: LockNode[] = packages.map((entry) => ({
    edges: edgesOf(listAt(entry, 'dependencies'), find),
    extras: edgeMap(tableAt(entry, 'optional-dependencies'), find),
    groups: edgeMap(tableAt(entry, 'dev-dependencies'), find),
  }));
  const manifest: LockNode = {
    edges: edgesOf(listAt(document, 'manifest', 'requirements'), find),
    extras: new Map(),
    groups: edgeMap(tableAt(document, 'manifest', 'dependency-groups'), find),
  };
  const own = packages.flatMap((entry, index) => (isOwn(entry) ? [index] : []));
  const reached = walkLock([...nodes, manifest], [...own, nodes.length]);
  const hasRoots = own.length > 0 || manifest.edges.length > 0;
  const lines = tableLines(text, '[[package]]', packages.length);

  packages.forEach((entry, index) => {
    const name = textAt(entry, 'name');
    if (name === null || isOwn(entry)) return;
    const version = textAt(entry, 'version');
    // A package nothing leads to stands in a list without a root only: then nothing is known but that it is locked.
    const way = reached[index] ?? { onMac: !hasRoots, group: null, direct: !hasRoots, marker: null };
    collect.dependency(
      {
        name: normalizeName(name),
        specifier: version === null ? '' : `==${version}`,
        written: version === null ? name : `${name}==${version}`,
        ...originOf(entry),
        ...way,
      },
      lines[index] ?? 1,
    );
  });
};
