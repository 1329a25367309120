import { fileURLToPath } from 'node:url';
import { grouped } from '../islands/selector/flat.ts';

/** What is imported, with a language behind it and perhaps a part; src/virtual-modules.d.ts states the types. */
const PREFIX = 'virtual:tool-text/';
const RESOLVED = `\0${PREFIX}`;
const FLAT = fileURLToPath(new URL('../islands/selector/flat.ts', import.meta.url));

/** Parts of the tool that load when first opened, by the beginnings of the keys that only they ask for. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  own: ['ask.own'],
  paste: ['ask.paste.', 'ask.copy'],
  worked: [
    'answer.worked.',
    'answer.help.',
    'answer.kv.',
    'answer.class.',
    'answer.sources',
    'answer.note.weights-',
    'answer.note.compute-',
    'answer.note.activations-',
  ],
};

/** Keys that look like those of a part, and are shown before it is opened: what was worked out is said by the summary. */
const AT_ONCE = /^answer\.worked\.(?:title|lead|need|limit|decode|prefill|speed|disk|price)$/;

/** The part a text belongs to; empty for what the tool shows as soon as it wakes up. */
export const partOf = (key: string): string =>
  (AT_ONCE.test(key) ? undefined : Object.keys(LATER).find((part) => LATER[part]?.some((start) => key.startsWith(start)))) ?? '';

/** The texts of one part of the tool in one language, keyed without `tool.`. */
export const toolText = (texts: Readonly<Record<string, string>>, part = ''): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => partOf(key) === part));

/**
 * Vite plugin: the words of the spec selector in one language as modules, so that they load with the tool and not with the page:
 * `virtual:tool-text/ja`, and `virtual:tool-text/ja/worked` for a part that opens later. The dictionaries are read when a module is first
 * asked for.
 */
export const toolTextModule = () => ({
  name: 'tool-text',
  resolveId: (id: string): string | undefined => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load: async (id: string): Promise<string | undefined> => {
    if (!id.startsWith(RESOLVED)) return undefined;
    const [{ textsUnder }, { LOCALES }] = await Promise.all([import('../i18n/ui.ts'), import('../i18n/locales.ts')]);
    const [language, part = ''] = id.slice(RESOLVED.length).split('/');
    const locale = LOCALES.find((one) => one === language);
    if (locale === undefined || (part !== '' && !(part in LATER))) throw new Error(`${id.slice(1)}: no such text`);
    const groups = grouped(toolText(textsUnder(locale, 'tool.'), part));
    return `import { flat } from ${JSON.stringify(FLAT)};\nexport default flat(${JSON.stringify(groups)});`;
  },
});
