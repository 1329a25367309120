import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import type { Locale } from '../../i18n/locales.ts';
import { absoluteUrl, href } from '../../i18n/links.ts';
import { t } from '../../i18n/ui.ts';
import { editionPaths } from '../../navigation/edition.ts';
import { changes } from '../../navigation/changes.ts';
import { articlePages } from '../../navigation/pages.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale }, site }) => {
  const dated = (await articlePages(locale)).flatMap((page) => {
    const date = page.entry.data.updated ?? page.entry.data.published;
    return page.entryLocale === locale && date ? [{ page, date }] : [];
  });
  return rss({
    title: t(locale, 'site.name'),
    description: t(locale, 'feed.description'),
    site: absoluteUrl(href('/', locale), site),
    customData: `<language>${locale}</language>`,
    items: [
      ...changes().map(({ id, date, kind, text }) => ({
        title: `${t(locale, `changes.kind.${kind}`)}: ${text[locale]}`,
        link: absoluteUrl(href(`/changes/#c-${id}`, locale), site),
        pubDate: new Date(date),
      })),
      ...dated.map(({ page, date }) => ({
        title: page.entry.data.title,
        description: page.entry.data.description,
        link: absoluteUrl(href(page.path, locale), site),
        pubDate: date,
      })),
    ].sort((a, b) => b.pubDate.getTime() - a.pubDate.getTime()),
  });
};
