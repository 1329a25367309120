import type { Collector } from './collect.ts';
import { originsOf } from './origins.ts';
import { readPixi } from './pixi.ts';
import { readPoetry } from './poetry.ts';
import { readList, type Written } from './requirement-list.ts';
import { normalizeName } from './text.ts';
import { tomlLines } from './toml-lines.ts';
import { isTable, isText, listAt, parseToml, tableAt, textAt, valueAt, type Table } from './toml.ts';

/** Where lists of requirements stand: the keys that lead to one, and the group it makes. `*` stands for every key, and names the group. */
const LISTS: readonly { readonly keys: readonly string[]; readonly group: string | null }[] = [
  { keys: ['project', 'dependencies'], group: null },
  { keys: ['project', 'optional-dependencies', '*'], group: '*' },
  // A part of a file that was pasted without its heading, and the metadata of a script (PEP 723).
  { keys: ['dependencies'], group: null },
  { keys: ['optional-dependencies', '*'], group: '*' },
  { keys: ['dependency-groups', '*'], group: '*' },
  { keys: ['build-system', 'requires'], group: 'build-system' },
  { keys: ['tool', 'uv', 'dev-dependencies'], group: 'dev' },
  { keys: ['tool', 'rye', 'dev-dependencies'], group: 'dev' },
  { keys: ['tool', 'pdm', 'dev-dependencies', '*'], group: '*' },
  { keys: ['tool', 'hatch', 'envs', '*', 'dependencies'], group: '*' },
  { keys: ['tool', 'hatch', 'envs', '*', 'extra-dependencies'], group: '*' },
  { keys: ['tool', 'flit', 'metadata', 'requires'], group: null },
  { keys: ['tool', 'flit', 'metadata', 'requires-extra', '*'], group: '*' },
];

interface FoundList {
  readonly path: readonly string[];
  readonly group: string | null;
  readonly items: readonly unknown[];
}

/** The lists under a chain of keys. */
const listsAt = (document: Table, keys: readonly string[], group: string | null): FoundList[] => {
  const star = keys.indexOf('*');
  if (star === -1) return [{ path: keys, group, items: listAt(document, ...keys) }];
  const before = keys.slice(0, star);
  return Object.keys(tableAt(document, ...before)).map((name) => {
    const path = [...before, name, ...keys.slice(star + 1)];
    return { path, group: name, items: listAt(document, ...path) };
  });
};

/** Files a project takes its dependencies from while it is built. */
const readFiles = (document: Table, collect: Collector, lineOf: (...path: string[]) => number): boolean => {
  const dynamic = ['tool', 'setuptools', 'dynamic'];
  const optional = Object.keys(tableAt(document, ...dynamic, 'optional-dependencies')).map((extra) => [...dynamic, 'optional-dependencies', extra]);
  const holders = [[...dynamic, 'dependencies'], ...optional].map((path) => [...path, 'file']);
  const hatch = ['tool', 'hatch', 'metadata', 'hooks', 'requirements_txt', 'files'];
  const all = [...holders, hatch].flatMap((path) => {
    const files = [valueAt(document, ...path)].flat().filter(isText);
    files.forEach((file) => collect.follows(file, lineOf(...path)));
    return files;
  });
  return all.length > 0;
};

/** Reads pyproject.toml: the standard tables, and those of Poetry, uv, PDM, Hatch, Flit, setuptools and pixi. */
export const readPyproject = (text: string, collect: Collector): void => {
  const document = parseToml(text, collect);
  if (document === null) return;
  const lineOf = tomlLines(text);
  const origin = originsOf(document);
  const name = textAt(document, 'project', 'name') ?? textAt(document, 'tool', 'poetry', 'name');
  const own = name === null ? null : normalizeName(name);
  const isScript = !isTable(document['project']);

  for (const { keys, group } of LISTS) {
    if (!isScript && (keys[0] === 'dependencies' || keys[0] === 'optional-dependencies')) continue;
    for (const found of listsAt(document, keys, group)) {
      const items = found.items.flatMap((item, index): Written[] => (isText(item) ? [{ text: item, line: lineOf(...found.path, index) }] : []));
      readList(items, collect, { group: found.group, origin, own });
    }
  }
  readPoetry(document, collect, lineOf);
  readPixi(document, collect, lineOf);

  const follows = readFiles(document, collect, lineOf);
  const isComputed = listAt(document, 'project', 'dynamic').includes('dependencies');
  // With Poetry the list may stand in its own table.
  const isElsewhere = follows || isTable(valueAt(document, 'tool', 'poetry', 'dependencies'));
  if (isComputed && !isElsewhere) collect.problem('computed', 'dynamic = ["dependencies"]', lineOf('project', 'dynamic'));
};
