import { fileURLToPath } from 'node:url';
import { isLater } from '../islands/selector/later-keys.ts';
import { packText } from '../islands/selector/packed-text.ts';

/** What is imported, with a language behind it and perhaps a part; src/virtual-modules.d.ts states the types. */
const PREFIX = 'virtual:tool-text/';
const RESOLVED = `\0${PREFIX}`;
const UNPACK = fileURLToPath(new URL('../islands/selector/packed-text.ts', import.meta.url));

/** The texts the tool shows as soon as it wakes up, or those that load later, in one language, keyed without `tool.`. */
export const toolText = (texts: Readonly<Record<string, string>>, later: boolean): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => isLater(key) === later));

/**
 * Vite plugin: the words of the spec selector in one language as modules, so that they load with the tool and not with the page:
 * `virtual:tool-text/ja`, and `virtual:tool-text/ja/later` for the parts that open later. The dictionaries are read when a module is first
 * asked for.
 */
export const toolTextModule = () => ({
  name: 'tool-text',
  resolveId: (id: string): string | undefined => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load: async (id: string): Promise<string | undefined> => {
    if (!id.startsWith(RESOLVED)) return undefined;
    const [{ textsUnder }, { LOCALES }] = await Promise.all([import('../i18n/ui.ts'), import('../i18n/locales.ts')]);
    const [language, part] = id.slice(RESOLVED.length).split('/');
    const locale = LOCALES.find((one) => one === language);
    if (locale === undefined || (part !== undefined && part !== 'later')) throw new Error(`${id.slice(1)}: no such text`);
    const packed = packText(toolText(textsUnder(locale, 'tool.'), part === 'later'));
    return `import { unpackText } from ${JSON.stringify(UNPACK)};\nexport default unpackText(${JSON.stringify(packed)});`;
  },
});
