import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../islands/selector/Selector.tsx', import.meta.url));

/** Modules made for the tool: what they import reads them. */
const MADE = /^\0virtual:(?:selector-data|tool-text)\//;

/** Folders that only the tool brings into a page. */
const OWN = /\/src\/(?:advisor|selector|islands\/selector)\//;

/** Preact runs nothing but the tool. */
const LIBRARY = /\/node_modules\/preact\//;

/** What other scripts need as well, each in a chunk of its own: a search must not bring the tool along, nor a page its bundler's helper. */
const SHARED = /\/(?:src\/(?:text|i18n)\/([\w-]+)\.ts|(preload-helper))/;

const sharedName = (id: string): string | null => {
  const [, own, helper] = SHARED.exec(id) ?? [];
  return own ?? helper ?? null;
};

interface Graph {
  getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null;
}

/** Whether a module is there as soon as the tool is: some chain of static imports leads to it from the tool. */
const isNeededAtOnce = (id: string, graph: Graph, seen = new Set<string>()): boolean => {
  if (id === ROOT || MADE.test(id)) return true;
  if (seen.has(id) || !OWN.test(id)) return false;
  seen.add(id);
  return graph.getModuleInfo(id)?.importers.some((importer) => isNeededAtOnce(importer, graph, seen)) ?? false;
};

/** The islands themselves, one per language, are what a page asks for; data and words stay with them. */
const ISLAND = /\/Selector(?:Ja|En)\.tsx$/;

/**
 * Vite plugin: everything the spec selector needs at once in one chunk. Left alone, what it shares with the parts that open later becomes a
 * handful of small chunks, each a request more and compressed for itself.
 */
export const toolChunk = () => ({
  name: 'tool-chunk',
  outputOptions(this: { readonly environment?: { readonly name: string } }, options: object): object {
    if (this.environment?.name !== 'client') return options;
    const belongs = (id: string, graph: Graph): boolean => LIBRARY.test(id) || (OWN.test(id) && !ISLAND.test(id) && isNeededAtOnce(id, graph));
    const groups = [
      { name: (id: string): string | null => sharedName(id), priority: 1 },
      { name: (id: string, graph: Graph): string | null => (belongs(id, graph) ? 'selector' : null) },
    ];
    return { ...options, codeSplitting: { groups } };
  },
});
