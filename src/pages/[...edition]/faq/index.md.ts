import type { APIRoute } from 'astro';
import type { Locale } from '../../../i18n/locales.ts';
import { absoluteUrl, href } from '../../../i18n/links.ts';
import { t } from '../../../i18n/ui.ts';
import { markdownEdition } from '../../../markdown/edition.ts';
import { editionPaths } from '../../../navigation/edition.ts';
import { FAQ_PATH, faqEdition } from '../../../navigation/faq.ts';

/** Only languages that have the answers: an untranslated page points to the original's Markdown. */
export const getStaticPaths = async () => {
  const { locales } = await faqEdition('ja');
  return editionPaths().filter(({ props }) => locales.includes(props.locale));
};

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale }, site }) => {
  const { body, sources, verified } = await faqEdition(locale);
  return new Response(
    markdownEdition({
      locale,
      title: t(locale, 'faq.title'),
      description: t(locale, 'faq.description'),
      body,
      sources,
      verified,
      url: absoluteUrl(href(FAQ_PATH, locale), site),
      resolve: (path) => absoluteUrl(href(path, locale), site),
    }),
    { headers: { 'content-type': 'text/markdown; charset=utf-8' } },
  );
};
