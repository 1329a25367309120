/** What is imported, with a language behind it; src/virtual-modules.d.ts states the type. */
const PREFIX = 'virtual:tool-text/';
const RESOLVED = `\0${PREFIX}`;

/**
 * Vite plugin: the words of the spec selector in one language as a module, so that they load with the tool and not with the page. The
 * dictionaries are read when a module is first asked for.
 */
export const toolTextModule = () => ({
  name: 'tool-text',
  resolveId: (id: string): string | undefined => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load: async (id: string): Promise<string | undefined> => {
    if (!id.startsWith(RESOLVED)) return undefined;
    const [{ textsUnder }, { LOCALES }] = await Promise.all([import('../i18n/ui.ts'), import('../i18n/locales.ts')]);
    const locale = LOCALES.find((one) => one === id.slice(RESOLVED.length));
    if (locale === undefined) throw new Error(`${id.slice(1)}: no such language`);
    return `export default ${JSON.stringify(textsUnder(locale, 'tool.'))};`;
  },
});
