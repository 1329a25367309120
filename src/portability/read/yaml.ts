import { EVENT_ID, getScalarValue, parseEvents, YAMLException, type Event } from 'js-yaml';
import type { Collector } from './collect.ts';

/** A value of YAML with the line it begins on. Scalars stay as they are written; an alias is the node it stands for, not a copy. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly line: number; readonly text: string }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly YamlNode[] }
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly (readonly [string, YamlNode])[] };

interface Open {
  readonly node: { kind: 'list'; line: number; items: YamlNode[] } | { kind: 'map'; line: number; entries: (readonly [string, YamlNode])[] } | null;
  key: YamlNode | null;
}

const DEEPEST = 100;

const keyOf = (node: YamlNode): string => (node.kind === 'scalar' ? node.text : '');

/** Builds the documents from the events of the parser, which carry positions; its values do not. */
const build = (text: string, events: readonly Event[]): YamlNode[] => {
  const documents: YamlNode[] = [];
  const anchors = new Map<string, YamlNode>();
  const open: Open[] = [];
  let line = 1;
  let counted = 0;
  // Events come in the order of the text, so that every break is counted once.
  const lineAt = (offset: number): number => {
    for (let next = text.indexOf('\n', counted); next !== -1 && next < offset; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };
  const put = (node: YamlNode): void => {
    const parent = open.at(-1);
    if (parent === undefined || parent.node === null) documents.push(node);
    else if (parent.node.kind === 'list') parent.node.items.push(node);
    else if (parent.key === null) parent.key = node;
    else {
      parent.node.entries.push([keyOf(parent.key), node]);
      parent.key = null;
    }
  };
  const name = (event: { anchorStart: number; anchorEnd: number }, node: YamlNode): void => {
    if (event.anchorStart !== -1) anchors.set(text.slice(event.anchorStart, event.anchorEnd), node);
  };
  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        open.push({ node: null, key: null });
        break;
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        const at = lineAt(event.start);
        const node = event.type === EVENT_ID.SEQUENCE ? { kind: 'list' as const, line: at, items: [] } : { kind: 'map' as const, line: at, entries: [] };
        put(node);
        name(event, node);
        open.push({ node, key: null });
        break;
      }
      case EVENT_ID.SCALAR: {
        const node = { kind: 'scalar' as const, line: event.valueStart === -1 ? line : lineAt(event.valueStart), text: getScalarValue(text, event) };
        put(node);
        name(event, node);
        break;
      }
      case EVENT_ID.ALIAS:
        put(anchors.get(text.slice(event.anchorStart, event.anchorEnd)) ?? { kind: 'scalar', line: lineAt(event.anchorStart), text: '' });
        break;
      case EVENT_ID.POP:
        open.pop();
        break;
    }
  }
  return documents;
};

/** Parses YAML into one node a document; null where it cannot, with the problem reported at its line. */
export const parseYaml = (text: string, collect: Collector): readonly YamlNode[] | null => {
  try {
    return build(text, parseEvents(text, { maxDepth: DEEPEST }));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const reason = error.reason ?? error.message;
    collect.problem(reason.includes('maxDepth') ? 'too-deep' : 'syntax-yaml', reason, (error.mark?.line ?? 0) + 1);
    return null;
  }
};

/** The value under a key of a map; undefined for anything else. */
export const yamlMember = (node: YamlNode | undefined, key: string): YamlNode | undefined =>
  node?.kind === 'map' ? node.entries.find(([name]) => name === key)?.[1] : undefined;

/** The items of a list; none for anything else. */
export const yamlItems = (node: YamlNode | undefined): readonly YamlNode[] => (node?.kind === 'list' ? node.items : []);
