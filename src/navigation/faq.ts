import { getCollection, type CollectionEntry } from 'astro:content';
import { lastVerified, numberSources, type NumberedSource } from '../facts/page-sources.ts';
import { formatDate } from '../i18n/dates.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { t } from '../i18n/ui.ts';
import { SECTIONS, type Section } from '../schemas/article.ts';

export const FAQ_PATH = '/faq/';

/** One question with its answer. */
export interface Question {
  /** Its anchor on the page */
  readonly id: string;
  readonly entry: CollectionEntry<'faq'>;
}

/** The questions as one edition of the site shows them; `entryLocale` differs from `locale` until every question is translated. */
export interface FaqEdition {
  readonly locale: Locale;
  readonly entryLocale: Locale;
  readonly locales: readonly Locale[];
  readonly groups: readonly { readonly section: Section; readonly questions: readonly Question[] }[];
  /** All answers as one Markdown text, under headings */
  readonly body: string;
  readonly sources: readonly NumberedSource[];
  /** The day the stalest answer or fact was verified */
  readonly verified: string | undefined;
}

/** Id of a group's heading. No question may be called so: a file name has no underscore. */
export const groupId = (section: Section): string => `group_${section}`;

const byOrder = (a: Question, b: Question): number => a.entry.data.order - b.entry.data.order || (a.id < b.id ? -1 : 1);

const groupsOf = (questions: readonly Question[]): FaqEdition['groups'] =>
  SECTIONS.map((section) => ({ section, questions: questions.filter(({ entry }) => entry.data.section === section).sort(byOrder) })).filter(
    ({ questions: group }) => group.length > 0,
  );

const bodyOf = (groups: FaqEdition['groups'], locale: Locale): string =>
  groups
    .flatMap(({ section, questions }) => [
      `## ${t(locale, `section.${section}`)}`,
      ...questions.flatMap(({ entry }) => [`### ${entry.data.question}`, (entry.body ?? '').trim()]),
    ])
    .join('\n\n');

/** The questions and answers of one language. English shows the Japanese ones until each has its translation: half a translation helps nobody find an answer. */
export const faqEdition = async (locale: Locale): Promise<FaqEdition> => {
  const all = await getCollection('faq');
  const of = (language: Locale): Question[] =>
    all.filter(({ id }) => id.startsWith(`${language}/`)).map((entry) => ({ id: entry.id.slice(language.length + 1), entry }));
  const original = of('ja');
  const locales = LOCALES.filter((language) => {
    const ids = new Set(of(language).map(({ id }) => id));
    return original.every(({ id }) => ids.has(id));
  });
  const entryLocale = locales.includes(locale) ? locale : 'ja';
  const groups = groupsOf(of(entryLocale));
  const body = bodyOf(groups, entryLocale);
  const sources = numberSources(body);
  const answered = groups.flatMap(({ questions }) => questions.map(({ entry }) => ({ verified: formatDate(entry.data.verified, 'iso') })));
  return { locale, entryLocale, locales, groups, body, sources, verified: lastVerified([...sources.map(({ record }) => record), ...answered]) };
};
