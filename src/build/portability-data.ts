import { fileURLToPath } from 'node:url';
import type { Locale } from '../i18n/locales.ts';
import { packKnowledge } from '../islands/portability/packed-knowledge.ts';

/** What is imported, with what is wanted behind it; src/virtual-modules.d.ts states the types. */
const PREFIX = 'virtual:portability/';
const RESOLVED = `\0${PREFIX}`;
const UNPACK = fileURLToPath(new URL('../islands/portability/packed-knowledge.ts', import.meta.url));

/** A text as a literal in single quotes: JSON is full of double ones. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** A module whose default export is a function: nothing is parsed before it is wanted, and JSON is quicker to read than an object literal. */
const asModule = (value: unknown, unpack = ''): string =>
  `let data;\nexport default () => (data ??= ${unpack}(JSON.parse(${literal(JSON.stringify(value))})));\n`;

const facts = async () => (await import('../facts/registry.ts')).loadFacts();

const knowledge = async (): Promise<string> => {
  const { knowledgeOf } = await import('./portability-knowledge.ts');
  return `import { unpackKnowledge } from ${JSON.stringify(UNPACK)};\n${asModule(packKnowledge(knowledgeOf(await facts())), 'unpackKnowledge')}`;
};

const texts = async (locale: Locale, prefix: string): Promise<Readonly<Record<string, string>>> => (await import('../i18n/ui.ts')).textsUnder(locale, prefix);

/** The form names kinds of files as reports do. */
const formWords = async (locale: Locale): Promise<string> => {
  const kinds = Object.entries(await texts(locale, 'portability.kind.')).map(([kind, name]) => [`kind.${kind}`, name]);
  return asModule({ ...Object.fromEntries(kinds), ...(await texts(locale, 'portabilityForm.')) });
};

/** The facts are read when a module is first asked for: a configuration that names the plugin should not wait for them. */
const code = async (name: string): Promise<string> => {
  if (name === 'knowledge') return knowledge();
  const { LOCALES } = await import('../i18n/locales.ts');
  const locale = LOCALES.find((one) => one === name);
  if (locale === undefined) throw new Error(`${PREFIX}${name}: no such module`);
  return formWords(locale);
};

/**
 * Vite plugin: what the portability checker needs as modules. `virtual:portability/knowledge` is for the worker and holds no words;
 * `virtual:portability/ja` are the words of the form. Those of reports are data of their own (src/components/portability/report-data.ts).
 */
export const portabilityModules = () => {
  const made = new Map<string, Promise<string>>();
  return {
    name: 'portability-data',
    resolveId: (id: string): string | undefined => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load: (id: string): Promise<string> | undefined => {
      if (!id.startsWith(RESOLVED)) return undefined;
      const loading = made.get(id) ?? code(id.slice(RESOLVED.length));
      made.set(id, loading);
      return loading;
    },
  };
};
