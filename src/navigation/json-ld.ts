import { absoluteUrl, assetHref, href } from '../i18n/links.ts';
import type { Locale } from '../i18n/locales.ts';
import { t } from '../i18n/ui.ts';
import { ogPath } from './og-path.ts';
import { formatDate } from '../i18n/dates.ts';
import type { ArticlePage } from './pages.ts';

interface ArticleInput {
  page: ArticlePage;
  url: string;
  verified: string | undefined;
  site: URL | undefined;
}

/** schema.org Article of a page, in the language its text is written in. */
export const articleJsonLd = ({ page, url, verified, site }: ArticleInput): object => {
  const { title, description, published, updated, keywords } = page.entry.data;
  const modified = [updated && formatDate(updated, 'iso'), published && formatDate(published, 'iso'), verified]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return {
    '@type': 'TechArticle',
    headline: title,
    description,
    inLanguage: page.entryLocale,
    mainEntityOfPage: url,
    image: absoluteUrl(assetHref(ogPath(page.entryLocale, page.path)), site),
    ...(published && { datePublished: formatDate(published, 'iso') }),
    ...(modified && { dateModified: modified }),
    ...(keywords.length > 0 && { keywords: keywords.join(', ') }),
    author: { '@type': 'Organization', name: t(page.entryLocale, 'site.name'), url: absoluteUrl(href('/', page.entryLocale), site) },
  };
};

/** schema.org BreadcrumbList from the home page to the page itself. */
export const breadcrumbJsonLd = (trail: readonly { path: string; title: string }[], locale: Locale, site: URL | undefined): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ path, title }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    item: absoluteUrl(href(path, locale), site),
  })),
});

/**
 * schema.org FAQPage.
 * @param answers plain text by id of the question
 */
export const faqJsonLd = (
  questions: readonly { readonly id: string; readonly question: string }[],
  answers: ReadonlyMap<string, string>,
  locale: Locale,
): object => ({
  '@type': 'FAQPage',
  inLanguage: locale,
  mainEntity: questions.map(({ id, question }) => {
    const text = answers.get(id);
    if (text === undefined) throw new Error(`faq: ${id}: the page has no answer to it`);
    return { '@type': 'Question', name: question, acceptedAnswer: { '@type': 'Answer', text } };
  }),
});
