import { fileURLToPath } from 'node:url';

/** What is imported, alone or with a language behind it; src/virtual-modules.d.ts states the types. */
const MODULE = 'virtual:selector-data';
const RESOLVED = `\0${MODULE}`;
const UNPACK = fileURLToPath(new URL('../selector/pack.ts', import.meta.url));

/** A text as a literal in single quotes: JSON is full of double ones. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

const parsed = (value: unknown): string => `JSON.parse(${literal(JSON.stringify(value))})`;

const asModule = (expression: string): string => `let data;\nexport default () => (data ??= ${expression});\n`;

/** The facts are read when a module is first asked for: a configuration that names the plugin should not wait for them. */
const code = async (language: string): Promise<string> => {
  const { selectorData } = await import('../components/spec-selector/selector-data.ts');
  if (language === '') return asModule(parsed(selectorData()));
  const [{ pack }, { LOCALES }] = await Promise.all([import('../selector/pack.ts'), import('../i18n/locales.ts')]);
  const locale = LOCALES.find((one) => `/${one}` === language);
  if (locale === undefined) throw new Error(`${MODULE}${language}: no such language`);
  return `import { unpack } from ${JSON.stringify(UNPACK)};\n${asModule(`unpack(${parsed(pack(selectorData(), locale))})`)}`;
};

/**
 * Vite plugin: the facts of the spec selector as a module, in both languages for pages, packed and in one for the browser
 * (`virtual:selector-data/ja`). The default export is a function, so that nothing is parsed before the tool needs it; JSON text is faster to
 * read for a browser than an object literal of that size, and smaller.
 */
export const selectorDataModule = () => {
  const made = new Map<string, Promise<string>>();
  return {
    name: 'selector-data',
    resolveId: (id: string): string | undefined => (id === MODULE || id.startsWith(`${MODULE}/`) ? `\0${id}` : undefined),
    // Server and browser get the same module.
    load: (id: string): Promise<string> | undefined => {
      if (!id.startsWith(RESOLVED)) return undefined;
      const loading = made.get(id) ?? code(id.slice(RESOLVED.length));
      made.set(id, loading);
      return loading;
    },
  };
};
