import { fileURLToPath } from 'node:url';

/** A tool that readers open: what belongs to it comes as one chunk. */
interface Tool {
  /** Name of its chunk. */
  readonly name: string;
  /** Module that brings in everything the tool needs at once. */
  readonly root: string;
  /** Modules made for the tool: what they import reads them. */
  readonly made: RegExp;
  /** Folders that only this tool brings into a page. */
  readonly own: RegExp;
  /** The islands themselves, one per language, are what a page asks for; data and words stay with them. */
  readonly island: RegExp;
}

const rootOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const TOOLS: readonly Tool[] = [
  {
    name: 'selector',
    root: rootOf('../islands/selector/Selector.tsx'),
    made: /^\0virtual:(?:selector-data|tool-text)\//,
    own: /\/src\/(?:advisor|selector|islands\/selector)\//,
    island: /\/Selector(?:Ja|En)\.tsx$/,
  },
  {
    name: 'checker',
    root: rootOf('../islands/portability/Checker.tsx'),
    made: /^\0virtual:portability\//,
    own: /\/src\/(?:islands\/portability|portability\/(?:words|read))\//,
    island: /\/Checker(?:Ja|En)\.tsx$/,
  },
];

/** Preact runs the tools and nothing else: with one of them it would make readers of the other load both. */
const LIBRARY = /\/node_modules\/preact\//;

/** What other scripts need as well, each in a chunk of its own: a search must not bring a tool along, nor a page its bundler's helper. */
const SHARED = /\/(?:src\/(?:text|i18n)\/([\w-]+)\.ts|(preload-helper))/;

const sharedName = (id: string): string | null => {
  if (LIBRARY.test(id)) return 'preact';
  const [, own, helper] = SHARED.exec(id) ?? [];
  return own ?? helper ?? null;
};

interface Graph {
  getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null;
}

/** Whether a module is there as soon as its tool is: some chain of static imports leads to it from the tool. */
const isNeededAtOnce = (id: string, graph: Graph, tool: Tool, seen = new Set<string>()): boolean => {
  if (id === tool.root || tool.made.test(id)) return true;
  if (seen.has(id) || !tool.own.test(id)) return false;
  seen.add(id);
  return graph.getModuleInfo(id)?.importers.some((importer) => isNeededAtOnce(importer, graph, tool, seen)) ?? false;
};

const toolOf = (id: string, graph: Graph): string | null =>
  TOOLS.find((tool) => tool.own.test(id) && !tool.island.test(id) && isNeededAtOnce(id, graph, tool))?.name ?? null;

/**
 * Vite plugin: everything a tool needs at once in one chunk. Left alone, what it shares with the parts that open later becomes a handful of
 * small chunks, each a request more and compressed for itself.
 */
export const toolChunk = () => ({
  name: 'tool-chunk',
  outputOptions(this: { readonly environment?: { readonly name: string } }, options: object): object {
    if (this.environment?.name !== 'client') return options;
    const groups = [
      { name: (id: string): string | null => sharedName(id), priority: 1 },
      { name: (id: string, graph: Graph): string | null => toolOf(id, graph) },
    ];
    return { ...options, codeSplitting: { groups } };
  },
});
