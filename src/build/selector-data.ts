import { fileURLToPath } from 'node:url';

/** What is imported; src/virtual-modules.d.ts states its type. */
const MODULE = 'virtual:selector-data';
const RESOLVED = `\0${MODULE}`;
const UNPACK = fileURLToPath(new URL('../selector/pack.ts', import.meta.url));

/** A text as a literal in single quotes: JSON is full of double ones. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** The facts are read when the module is first asked for: a configuration that names the plugin should not wait for them. */
const code = async (): Promise<string> => {
  const [{ selectorData }, { pack }] = await Promise.all([import('../components/spec-selector/selector-data.ts'), import('../selector/pack.ts')]);
  return `import { unpack } from ${JSON.stringify(UNPACK)};
let data;
export default () => (data ??= unpack(JSON.parse(${literal(JSON.stringify(pack(selectorData())))})));
`;
};

/**
 * Vite plugin: the facts of the spec selector as a module. Its default export is a function, so that nothing is parsed before the tool needs
 * it; JSON text is faster to read for a browser than an object literal of that size, and smaller. Imported with `import()`, it is a chunk of
 * its own.
 */
export const selectorDataModule = () => {
  let made: Promise<string> | undefined;
  return {
    name: 'selector-data',
    resolveId: (id: string): string | undefined => (id === MODULE ? RESOLVED : undefined),
    // Server and browser get the same module.
    load: (id: string): Promise<string> | undefined => (id === RESOLVED ? (made ??= code()) : undefined),
  };
};
