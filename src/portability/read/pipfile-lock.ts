import type { Collector } from './collect.ts';
import { gitAddress, namedIndexes } from './origins.ts';
import { parseJsonFile } from './json-file.ts';
import { itemsOf, member, textOf, type JsonNode } from './json.ts';
import { readMarker } from './marker.ts';
import { pipenvVersion } from './pipfile.ts';
import { normalizeName } from './text.ts';

const sourcesIn = (document: JsonNode): { name: string; url: string }[] =>
  itemsOf(member(member(document, '_meta'), 'sources')).map((source) => ({
    name: textOf(member(source, 'name')) ?? '',
    url: textOf(member(source, 'url')) ?? '',
  }));

/**
 * Reads Pipfile.lock. Pipenv writes an `index` beside the packages the Pipfile asks for; in a file without any, all count as asked for.
 */
export const readPipfileLock = (text: string, collect: Collector): void => {
  const document = parseJsonFile(text, collect);
  if (!(document?.value instanceof Map)) return;
  const indexOf = namedIndexes(sourcesIn(document));
  for (const [category, table] of document.value as ReadonlyMap<string, JsonNode>) {
    if (category === '_meta' || !(table.value instanceof Map)) continue;
    const entries = [...(table.value as ReadonlyMap<string, JsonNode>)];
    const tellsDirect = entries.some(([, entry]) => member(entry, 'index') !== undefined);
    for (const [name, entry] of entries) {
      if (member(entry, 'path') !== undefined) continue;
      const version = textOf(member(entry, 'version')) ?? '';
      const git = textOf(member(entry, 'git'));
      const index = textOf(member(entry, 'index'));
      const marker = textOf(member(entry, 'markers'));
      const found = {
        name: normalizeName(name),
        extras: itemsOf(member(entry, 'extras')).flatMap((extra) => textOf(extra) ?? []),
        specifier: pipenvVersion(version),
        written: `${name}${version}`,
        url: git === null ? textOf(member(entry, 'file')) : gitAddress(git, textOf(member(entry, 'ref'))),
        index: indexOf(index),
        marker,
        onMac: readMarker(marker).onMac,
      };
      collect.dependency({ ...found, group: category === 'default' ? null : category, direct: !tellsDirect || index !== null || git !== null }, entry.line);
    }
  }
};
