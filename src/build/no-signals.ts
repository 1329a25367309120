/**
 * Vite plugin: leaves `@preact/signals` out of the build. The Preact renderer loads it for an island whose properties are signals; none are,
 * and it would be a chunk that nobody ever asks for.
 */
export const withoutSignals = () => ({
  name: 'without-signals',
  apply: 'build' as const,
  enforce: 'pre' as const,
  resolveId: (id: string): string | undefined => (id === '@preact/signals' ? '\0without-signals' : undefined),
  load: (id: string): string | undefined => (id === '\0without-signals' ? 'export {};' : undefined),
});
