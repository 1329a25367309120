import type { Locale } from '../../i18n/locales.ts';
import type { Words } from '../../portability/words/words.ts';
import { unpackWords, type PackedWords } from './report-words.ts';

/** What loads with the first check, while the worker starts: how a report looks and what it says. */
export interface Later {
  readonly Report: (typeof import('./report/Report.tsx'))['Report'];
  readonly reportMarkdown: (typeof import('./report/Report.tsx'))['reportMarkdown'];
  readonly verdictView: (typeof import('./report/Report.tsx'))['verdictView'];
  readonly words: Words;
}

export type LoadLater = () => Promise<Later>;

/** Loads once; after a failure it is tried again. */
export const laterWith = (locale: Locale, load: () => Promise<{ readonly default: () => PackedWords }>): LoadLater => {
  let arriving: Promise<Later> | null = null;
  const start = async (): Promise<Later> => {
    const [{ Report, reportMarkdown, verdictView }, { default: packed }] = await Promise.all([import('./report/Report.tsx'), load()]);
    return { Report, reportMarkdown, verdictView, words: unpackWords(packed(), locale) };
  };
  return () =>
    (arriving ??= start().catch((error: unknown) => {
      arriving = null;
      throw error;
    }));
};
