import { extrasIn, holdsOnMac } from './marker.ts';
import { parseMarker, type Marker } from './marker-syntax.ts';

/** One package of a lock file asks for others: `to` are those that can be meant. */
export interface LockEdge {
  readonly to: readonly number[];
  readonly marker: string | null;
  /** Extras of the target that are asked for. */
  readonly extras: readonly string[];
}

/** What a package of a lock file asks for: always, with an extra, and for a group of its developers. */
export interface LockNode {
  readonly edges: readonly LockEdge[];
  readonly extras: ReadonlyMap<string, readonly LockEdge[]>;
  readonly groups: ReadonlyMap<string, readonly LockEdge[]>;
}

/** How a package of a lock file is come by. */
export interface Reached {
  readonly onMac: boolean;
  /** The extra or group of the project it belongs to; null where it is always installed. */
  readonly group: string | null;
  /** Whether the project itself asks for it. */
  readonly direct: boolean;
  /** The marker of the way that leads to it first. */
  readonly marker: string | null;
}

type Mutable = { -readonly [Key in keyof Reached]: Reached[Key] };

const NO_EXTRAS: ReadonlySet<string> = new Set();
/** Enough for a lock file of 5 MB with every group it may have; made-up ones with thousands of groups end here. */
const MOST_STEPS = 2_000_000;

/** Adds to the list under a key. */
const append = (lists: Map<string, LockEdge[]>, key: string, edges: readonly LockEdge[]): void => {
  const list = lists.get(key) ?? [];
  for (const edge of edges) list.push(edge);
  lists.set(key, list);
};

/** Evaluates markers, each text once. */
const markerReader = () => {
  const parsed = new Map<string, Marker | null>();
  const read = (text: string): Marker | null => {
    let marker = parsed.get(text);
    if (marker === undefined) {
      marker = parseMarker(text);
      parsed.set(text, marker);
    }
    return marker;
  };
  return {
    holds: (text: string | null, extras: ReadonlySet<string>): boolean => {
      const marker = text === null ? null : read(text);
      return marker === null || holdsOnMac(marker, extras);
    },
    extras: (text: string | null): readonly string[] => {
      const marker = text === null ? null : read(text);
      return marker === null ? [] : extrasIn(marker);
    },
  };
};

/**
 * Walks a lock file from its roots and tells for every package whether a Mac gets it: whether a way leads to it on which every marker holds. The
 * roots' own edges come first, then their extras and groups in order, so that what is needed anyway belongs to no group. Null for a root and for what
 * nothing leads to.
 */
export const walkLock = (nodes: readonly LockNode[], roots: readonly number[]): readonly (Reached | null)[] => {
  const reached: (Mutable | null)[] = nodes.map(() => null);
  const isRoot = new Set(roots);
  const markers = markerReader();
  let steps = 0;

  const pass = (starts: readonly LockEdge[], group: string | null, onMac: boolean): Map<string, LockEdge[]> => {
    const extras = group === null ? NO_EXTRAS : new Set([group]);
    const seen = new Set<string>();
    const queue: { edges: readonly LockEdge[]; direct: boolean }[] = [{ edges: starts, direct: true }];
    const later = new Map<string, LockEdge[]>();
    const visit = (index: number, extra: string | null): void => {
      const key = `${index} ${extra ?? ''}`;
      const node = nodes[index];
      if (node === undefined || seen.has(key)) return;
      seen.add(key);
      queue.push({ edges: extra === null ? node.edges : (node.extras.get(extra) ?? []), direct: isRoot.has(index) });
    };
    const mark = (index: number, direct: boolean, marker: string | null): void => {
      if (isRoot.has(index)) return;
      const known = reached[index] ?? null;
      if (known === null) reached[index] = { onMac, group, direct, marker };
      else if (direct && known.onMac === onMac) known.direct = true;
    };
    const follow = (edge: LockEdge, direct: boolean): void => {
      steps += 1 + edge.to.length * (1 + edge.extras.length) + (edge.marker?.length ?? 0) / 100;
      if (onMac && !markers.holds(edge.marker, extras)) {
        // An edge for one extra only is walked with that extra's own pass.
        const needed = group === null ? markers.extras(edge.marker).find((extra) => markers.holds(edge.marker, new Set([extra]))) : undefined;
        if (needed !== undefined) append(later, needed, [edge]);
        return;
      }
      for (const index of edge.to) {
        mark(index, direct, edge.marker);
        visit(index, null);
        edge.extras.forEach((extra) => visit(index, extra));
      }
    };
    for (let at = 0; at < queue.length && steps < MOST_STEPS; at += 1) {
      const { edges, direct } = queue[at] ?? { edges: [], direct: false };
      for (const edge of edges) follow(edge, direct);
    }
    return later;
  };

  const rootNodes = roots.flatMap((root) => nodes[root] ?? []);
  for (const onMac of [true, false]) {
    const groups = new Map<string, LockEdge[]>();
    const later = pass(
      rootNodes.flatMap(({ edges }) => edges),
      null,
      onMac,
    );
    for (const source of [...rootNodes.flatMap((node) => [node.extras, node.groups]), later]) {
      for (const [group, edges] of source) append(groups, group, edges);
    }
    for (const [group, edges] of groups) pass(edges, group, onMac);
  }
  // A walk that was cut short leaves nobody out.
  return steps < MOST_STEPS ? reached : reached.map((way) => ({ group: null, direct: false, marker: null, ...way, onMac: true }));
};
