import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../i18n/locales.ts';
import { termsSchema, type Term } from '../schemas/term.ts';

const FILE = 'content/glossary/terms.json';

let terms: readonly Term[] | undefined;

/**
 * All terms of the glossary, read and checked once per process.
 * @throws with one line per problem: file, place and reason
 */
export const readTerms = (): readonly Term[] => {
  if (terms) return terms;
  const result = termsSchema.safeParse(JSON.parse(readFileSync(join(process.cwd(), FILE), 'utf8')));
  if (!result.success) throw new Error(result.error.issues.map(({ path, message }) => `${FILE}: ${path.join('.')}: ${message}`).join('\n'));
  return (terms = result.data);
};

/** The names under which texts of a language speak of exactly this term, the first being its own. */
export const namesIn = (term: Term, locale: Locale): string[] => [...new Set([term[locale], ...(term.alsoCalled?.[locale] ?? [])])];

/** Every word a reader of the language may search the term with. Japanese readers type English names too. */
export const searchNames = (term: Term, locale: Locale): string[] => {
  const english = [...namesIn(term, 'en'), ...term.aliases.en];
  return [...new Set(locale === 'en' ? english : [term.ja, term.en, ...namesIn(term, 'ja'), ...term.aliases.ja, ...english, term.yomi])];
};
