import type { Collector } from './collect.ts';
import { parseCondaSpec } from './conda-spec.ts';
import { addressOf } from './origins.ts';
import { normalizeName } from './text.ts';
import type { LineOf } from './toml-lines.ts';
import { isTable, isText, listAt, tableAt, textAt, type Table } from './toml.ts';
import { namedIndex } from './package-index.ts';

/** What is no package of the project: the interpreter and its installer. */
export const CONDA_BASICS = new Set(['python', 'pip']);

interface Place {
  readonly keys: readonly string[];
  readonly group: string | null;
  readonly onMac: boolean;
}

const MAC_TARGETS = new Set(['unix', 'osx', 'osx-arm64']);

/** A table of pixi with its targets: `[target.linux-64.dependencies]` is for Linux only. */
const targetsOf = (document: Table, keys: readonly string[], group: string | null): Place[] => [
  { keys, group, onMac: true },
  ...Object.keys(tableAt(document, ...keys, 'target')).map((target) => ({ keys: [...keys, 'target', target], group, onMac: MAC_TARGETS.has(target) })),
];

const placesOf = (document: Table, root: readonly string[]): Place[] => [
  ...targetsOf(document, root, null),
  ...Object.keys(tableAt(document, ...root, 'feature')).flatMap((feature) => targetsOf(document, [...root, 'feature', feature], feature)),
];

/** Reads the tables of pixi, in pyproject.toml or a file of its own. https://pixi.sh/latest/reference/pixi_manifest/ */
export const readPixi = (document: Table, collect: Collector, lineOf: LineOf): void => {
  const isOwnFile = isTable(document['workspace']) && listAt(document, 'workspace', 'channels').length > 0;
  const isOlderFile = isTable(document['project']) && listAt(document, 'project', 'channels').length > 0;
  const root = isOwnFile || isOlderFile ? [] : ['tool', 'pixi'];
  for (const { keys, group, onMac } of placesOf(document, root)) {
    for (const table of ['dependencies', 'host-dependencies', 'build-dependencies', 'pypi-dependencies']) {
      const path = [...keys, table];
      for (const [name, entry] of Object.entries(tableAt(document, ...path))) {
        if (CONDA_BASICS.has(name)) continue;
        const version = isText(entry) ? entry : (textAt(entry, 'version') ?? '');
        const isPypi = table === 'pypi-dependencies';
        const address = isTable(entry) ? addressOf(entry) : null;
        if (address?.isLocal === true) continue;
        const spec = parseCondaSpec(`${name} ${version} ${textAt(entry, 'build') ?? ''}`);
        const found = {
          name: normalizeName(name),
          specifier: isPypi && version === '*' ? '' : (spec?.specifier ?? ''),
          extras: listAt(entry, 'extras').filter(isText).map(normalizeName),
          url: address?.url ?? null,
          index: namedIndex(textAt(entry, isPypi ? 'index' : 'channel')),
          group,
          onMac,
        };
        collect.dependency({ ...found, from: isPypi ? 'pypi' : 'conda' }, lineOf(...path, name));
      }
    }
  }
};
