import { knowledgeOf } from '../../../../src/build/portability-knowledge.ts';
import { loadFacts } from '../../../../src/facts/registry.ts';
import type { Locale } from '../../../../src/i18n/locales.ts';
import { textsUnder } from '../../../../src/i18n/ui.ts';
import { check } from '../../../../src/portability/check.ts';
import type { InputFile, Report } from '../../../../src/portability/types.ts';
import { localize } from '../../../../src/portability/words/localize.ts';
import type { Words } from '../../../../src/portability/words/words.ts';

/** The words of a language, as the site has them; a key nobody wrote is an error here. */
export const wordsOf = (locale: Locale): Words => {
  const texts = textsUnder(locale, 'portability.');
  return {
    ...localize(loadFacts(), locale),
    text: (key) => {
      const text = texts[key];
      if (text === undefined) throw new Error(`no text for ${key}`);
      return text;
    },
    links: (path) => `https://guide.example${path}`,
  };
};

/** What the checker says of files, with the facts of the site. */
export const checked = (...files: readonly InputFile[]): Report => check(files, knowledgeOf(loadFacts()));

/** One file without a name. */
export const pasted = (text: string): Report => checked({ path: '', text });
