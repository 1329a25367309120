import type { Locale } from '../../i18n/locales.ts';
import type { Words } from '../../portability/words/words.ts';
import type { PackedWords } from './report-words.ts';

type Parts = typeof import('./report/Report.tsx');

/** What loads with the first check, while the worker starts: how a report looks and what it says. */
export interface Later extends Pick<Parts, 'Report' | 'verdictView'> {
  readonly words: Words;
}

export type LoadLater = () => Promise<Later>;

const load = async (locale: Locale, address: string): Promise<Later> => {
  const [{ Report, verdictView, unpackWords }, words] = await Promise.all([import('./report/Report.tsx'), fetch(address)]);
  if (!words.ok) throw new Error(`${address}: ${words.status}`);
  return { Report, verdictView, words: unpackWords((await words.json()) as PackedWords, locale) };
};

/**
 * Loads once; after a failure it is tried again.
 * @param address of the words of reports
 */
export const laterFrom = (locale: Locale, address: string): LoadLater => {
  let arriving: Promise<Later> | null = null;
  return () =>
    (arriving ??= load(locale, address).catch((error: unknown) => {
      arriving = null;
      throw error;
    }));
};
