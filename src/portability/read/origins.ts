import { readMarker } from './marker.ts';
import { namedIndex, weightiestIndex } from './package-index.ts';
import { normalizeName } from './text.ts';
import { isTable, isText, listAt, tableAt, textAt, type Table } from './toml.ts';

/** Where a package comes from, if not from PyPI. `isLocal`: it is a part of the project, whose files are read for themselves. */
export interface Origin {
  readonly url: string | null;
  readonly index: string | null;
  readonly isLocal: boolean;
}

export type OriginOf = (name: string, group: string | null) => Origin;

/** The address of a git repository, as pip would write it. */
export const gitAddress = (git: string, reference: string | null): string => `git+${git}${reference === null ? '' : `@${reference}`}`;

/** Where a table with `git`, `url`, `path` or `workspace` leads; null where it has none of them. */
export const addressOf = (entry: Table): Pick<Origin, 'url' | 'isLocal'> | null => {
  const git = textAt(entry, 'git');
  if (git !== null)
    return { url: gitAddress(git, textAt(entry, 'rev') ?? textAt(entry, 'tag') ?? textAt(entry, 'branch') ?? textAt(entry, 'ref')), isLocal: false };
  const url = textAt(entry, 'url') ?? textAt(entry, 'file');
  if (url !== null) return { url, isLocal: false };
  const path = textAt(entry, 'path');
  if (path !== null) return { url: path, isLocal: !/\.(?:whl|gz|zip)$/.test(path) };
  return entry['workspace'] === true ? { url: null, isLocal: true } : null;
};

const holds = (entry: Table, group: string | null): boolean => {
  const marker = textAt(entry, 'marker');
  if (!readMarker(marker).onMac) return false;
  const wanted = textAt(entry, 'extra') ?? textAt(entry, 'group');
  return wanted === null || (group !== null && normalizeName(wanted) === normalizeName(group));
};

interface Index {
  readonly name: string;
  readonly url: string;
  readonly isExplicit: boolean;
}

/** Indexes that are declared in a list of tables with `name` and `url`. */
const indexesIn = (list: readonly unknown[]): Index[] =>
  list.filter(isTable).flatMap((entry) => {
    const url = textAt(entry, 'url');
    return url === null ? [] : [{ name: textAt(entry, 'name') ?? '', url, isExplicit: entry['explicit'] === true || entry['priority'] === 'explicit' }];
  });

/** Indexes by name, for Poetry's `source = "…"` and Pipenv's `index = "…"`: a name nobody declared stands for itself. */
export const namedIndexes = (list: readonly unknown[]): ((name: string | null) => string | null) => {
  const byName = new Map(indexesIn(list).map(({ name, url }) => [name.toLowerCase(), url]));
  return (name) => (name === null || /^pypi$/i.test(name) ? null : namedIndex(byName.get(name.toLowerCase()) ?? name));
};

/** Where uv and PDM take packages from: `[tool.uv.sources]`, `[[tool.uv.index]]` and their like. Only what holds on a Mac counts. */
export const originsOf = (document: Table): OriginOf => {
  const uv = tableAt(document, 'tool', 'uv');
  const indexes = [...indexesIn(listAt(uv, 'index')), ...indexesIn(listAt(document, 'tool', 'pdm', 'source'))];
  const byName = new Map(indexes.map(({ name, url }) => [name, url]));
  // What is looked at beside PyPI (extra-index-url, find-links) keeps nothing from a Mac.
  const settings = [uv, tableAt(uv, 'pip')].map((table) => textAt(table, 'index-url'));
  const everywhere = weightiestIndex([...settings.filter(isText), ...indexes.filter(({ isExplicit }) => !isExplicit).map(({ url }) => url)]);
  const sources = new Map(Object.entries(tableAt(uv, 'sources')).map(([name, entry]) => [normalizeName(name), [entry].flat().filter(isTable)]));
  return (name, group) => {
    const entries = sources.get(name) ?? [];
    const entry = entries.find((candidate) => holds(candidate, group));
    if (entry === undefined) return { url: null, index: everywhere, isLocal: false };
    const address = addressOf(entry);
    if (address !== null) return { index: null, ...address };
    const index = textAt(entry, 'index');
    return { url: null, index: index === null ? everywhere : namedIndex(byName.get(index) ?? index), isLocal: false };
  };
};
