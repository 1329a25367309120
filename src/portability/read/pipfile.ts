import type { Collector } from './collect.ts';
import { addressOf, namedIndexes } from './origins.ts';
import { readMarker } from './marker.ts';
import { normalizeName } from './text.ts';
import { tomlLines } from './toml-lines.ts';
import { isTable, isText, listAt, parseToml, tableAt, textAt, type Table } from './toml.ts';

/** Tables of a Pipfile that hold no packages. */
const OTHER_TABLES = new Set(['source', 'requires', 'scripts', 'pipenv', 'pipfile', 'build-system', 'tool', 'project']);

const VARIABLES = [
  'sys_platform',
  'platform_system',
  'platform_machine',
  'os_name',
  'python_version',
  'python_full_version',
  'platform_python_implementation',
  'implementation_name',
];

/** All that limits a package: its `markers`, and keys such as `sys_platform = "== 'linux'"`. */
export const pipenvMarker = (entry: Table): string | null => {
  const written = VARIABLES.flatMap((name) => {
    const test = textAt(entry, name);
    return test === null ? [] : [`${name} ${test}`];
  });
  const parts = [textAt(entry, 'markers'), ...written].filter(isText);
  return parts.length < 2 ? (parts[0] ?? null) : parts.map((part) => `(${part})`).join(' and ');
};

/** `*` as no specifier at all, and no spaces. */
export const pipenvVersion = (version: string): string => (version === '*' ? '' : version.replace(/\s+/g, '').replace(/^(?=\d)/, '=='));

/** Reads a Pipfile. https://pipenv.pypa.io/en/latest/pipfile.html */
export const readPipfile = (text: string, collect: Collector): void => {
  const document = parseToml(text, collect);
  if (document === null) return;
  const lineOf = tomlLines(text);
  const indexOf = namedIndexes(listAt(document, 'source'));
  for (const category of Object.keys(document)) {
    if (OTHER_TABLES.has(category)) continue;
    for (const [name, entry] of Object.entries(tableAt(document, category))) {
      const line = lineOf(category, name);
      const group = category === 'packages' ? null : category;
      if (isText(entry)) {
        collect.dependency({ name: normalizeName(name), specifier: pipenvVersion(entry), group }, line);
      } else if (isTable(entry)) {
        const address = addressOf(entry);
        if (address?.isLocal === true) continue;
        const marker = pipenvMarker(entry);
        collect.dependency(
          {
            name: normalizeName(name),
            extras: listAt(entry, 'extras').filter(isText).map(normalizeName),
            specifier: pipenvVersion(textAt(entry, 'version') ?? ''),
            url: address?.url ?? null,
            index: indexOf(textAt(entry, 'index')),
            marker,
            onMac: readMarker(marker).onMac,
            group,
          },
          line,
        );
      }
    }
  }
};
