import type { Collector } from './collect.ts';
import { positionsByName } from './lock-names.ts';
import { walkLock, type LockEdge, type LockNode, type Reached } from './lock-walk.ts';
import { readMarker } from './marker.ts';
import { gitAddress } from './origins.ts';
import { namedIndex } from './package-index.ts';
import { tableLines } from './table-lines.ts';
import { normalizeName } from './text.ts';
import { isTable, isText, listAt, parseToml, tableAt, textAt, type Table } from './toml.ts';

const NONE: ReadonlyMap<string, readonly LockEdge[]> = new Map();
/** A marker that holds nowhere, for edges whose own names extras: which of them were asked for the lock file does not say. */
const NEVER = "sys_platform == 'none'";

const edgeOf = (to: readonly number[], entry: unknown): LockEdge => {
  const marker = textAt(entry, 'markers');
  const isAboutExtras = marker?.includes('extra') === true;
  return { to, marker: isAboutExtras ? (readMarker(marker).onMac ? null : NEVER) : marker, extras: [] };
};

const edgesOf = (entry: Table, byName: ReadonlyMap<string, readonly number[]>): LockEdge[] =>
  Object.entries(tableAt(entry, 'dependencies')).flatMap(([name, constraint]) => {
    const to = byName.get(normalizeName(name)) ?? [];
    return to.length === 0 ? [] : [constraint].flat().map((one) => edgeOf(to, one));
  });

/** Packages nothing else asks for, and one of every ring of packages that only ask for each other. */
const rootsOf = (nodes: readonly LockNode[]): number[] => {
  const asked = new Set(nodes.flatMap(({ edges }, from) => edges.flatMap(({ to }) => to.filter((index) => index !== from))));
  const roots = nodes.flatMap((_, index) => (asked.has(index) ? [] : [index]));
  const seen = new Set<number>();
  const reach = (start: number): void => {
    const queue = [start];
    seen.add(start);
    for (let at = 0; at < queue.length; at += 1) {
      for (const index of nodes[queue[at] ?? 0]?.edges.flatMap(({ to }) => to) ?? []) {
        if (seen.has(index)) continue;
        seen.add(index);
        queue.push(index);
      }
    }
  };
  roots.forEach(reach);
  nodes.forEach((_, index) => {
    if (seen.has(index)) return;
    roots.push(index);
    reach(index);
  });
  return roots;
};

/** Extras of the project by the names of the packages they bring. */
const extrasOf = (document: Table): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [extra, list] of Object.entries(tableAt(document, 'extras'))) {
    for (const name of [list].flat().filter(isText).map(normalizeName)) if (!names.has(name)) names.set(name, extra);
  }
  return names;
};

/** The group of a package that stands at the top: null for the main one. */
const groupOf = (entry: Table, extras: ReadonlyMap<string, string>): string | null => {
  const groups = listAt(entry, 'groups').filter(isText);
  const category = textAt(entry, 'category') ?? 'main';
  if (groups.length > 0 && !groups.includes('main')) return groups[0] ?? null;
  if (groups.length === 0 && category !== 'main') return category;
  return entry['optional'] === true ? (extras.get(normalizeName(textAt(entry, 'name') ?? '')) ?? 'optional') : null;
};

/** The markers Poetry writes beside a package since version 2.1: one text, or one for each group. */
const ownMarkers = (entry: Table): readonly string[] => {
  const markers = entry['markers'];
  return isText(markers) ? [markers] : Object.values(tableAt(entry, 'markers')).filter(isText);
};

const originOf = (entry: Table): { readonly url: string | null; readonly index: string | null } => {
  const source = tableAt(entry, 'source');
  const url = textAt(source, 'url');
  const type = textAt(source, 'type');
  if (type === 'git' && url !== null) return { url: gitAddress(url, textAt(source, 'reference')), index: null };
  if (type === 'url' || type === 'file') return { url, index: null };
  return { url: null, index: namedIndex(url) };
};

const withOwnMarkers = (way: Reached, markers: readonly string[]): Reached => {
  if (markers.length === 0) return way;
  return { ...way, onMac: way.onMac && markers.some((marker) => readMarker(marker).onMac), marker: markers.join(' or ') };
};

const UNKNOWN_WAY: Reached = { onMac: true, group: null, direct: true, marker: null };

/** Reads poetry.lock: every package with its version, and whether a Mac gets it. The file names no root: it is what nothing else asks for. */
export const readPoetryLock = (text: string, collect: Collector): void => {
  const document = parseToml(text, collect);
  if (document === null) return;
  const packages = listAt(document, 'package').filter(isTable);
  const byName = positionsByName(packages.map((entry) => normalizeName(textAt(entry, 'name') ?? '')));
  const nodes: LockNode[] = packages.map((entry) => ({ edges: edgesOf(entry, byName), extras: NONE, groups: NONE }));

  const extras = extrasOf(document);
  const main: LockEdge[] = [];
  const groups = new Map<string, LockEdge[]>();
  for (const index of rootsOf(nodes)) {
    const group = groupOf(packages[index] ?? {}, extras);
    const edge: LockEdge = { to: [index], marker: null, extras: [] };
    const known = group === null ? main : groups.get(group);
    if (known !== undefined) known.push(edge);
    else if (group !== null) groups.set(group, [edge]);
  }
  const project: LockNode = { edges: main, extras: NONE, groups };
  const reached = walkLock([...nodes, project], [nodes.length]);
  const lines = tableLines(text, '[[package]]', packages.length);

  packages.forEach((entry, index) => {
    const name = textAt(entry, 'name');
    if (name === null || textAt(entry, 'source', 'type') === 'directory') return;
    const version = textAt(entry, 'version');
    const way = withOwnMarkers(reached[index] ?? UNKNOWN_WAY, ownMarkers(entry));
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
