/** Colours for nothing: every tag is a tag, and no node gets one. */
const NOTHING = `export const styleTags = () => () => null;
const tag = new Proxy(() => tag, { get: () => tag });
export const tags = tag;`;

/**
 * Vite plugin: leaves the highlighting out of the parser for Python. The grammar brings along which colour its words have in an editor; a
 * checker shows none, and its worker is lighter without.
 */
export const withoutHighlight = () => ({
  name: 'without-highlight',
  enforce: 'pre' as const,
  resolveId: (id: string): string | undefined => (id === '@lezer/highlight' ? '\0without-highlight' : undefined),
  load: (id: string): string | undefined => (id === '\0without-highlight' ? NOTHING : undefined),
});
