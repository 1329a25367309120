import type { APIRoute } from 'astro';
import { LOCALES } from '../i18n/locales.ts';
import { absoluteUrl, href } from '../i18n/links.ts';
import { t } from '../i18n/ui.ts';
import { articlePages } from '../navigation/pages.ts';
import { FACT_PAGES, REFERENCE_PAGES, TOOL_PAGES } from '../navigation/tools.ts';

/** llms.txt (llmstxt.org): the site's pages as a list of Markdown links, Japanese first. */
export const GET: APIRoute = async ({ site }) => {
  const parts = [`# ${t('ja', 'site.name')} / ${t('en', 'site.name')}`, `> ${t('ja', 'site.description')}\n> ${t('en', 'site.description')}`];
  for (const locale of LOCALES) {
    const pages = (await articlePages(locale)).filter((page) => page.entryLocale === locale);
    parts.push(
      `## ${t(locale, 'home.read')}`,
      pages.map(({ path, entry }) => `- [${entry.data.title}](${absoluteUrl(href(`${path}index.md`, locale), site)}): ${entry.data.description}`).join('\n'),
      `## ${t(locale, 'section.tools')} / ${t(locale, 'section.facts')}`,
      [...REFERENCE_PAGES, ...TOOL_PAGES, ...Object.values(FACT_PAGES)]
        .map((page) => `- [${t(locale, page.title)}](${absoluteUrl(href(page.path, locale), site)}): ${t(locale, page.description)}`)
        .join('\n'),
    );
  }
  return new Response(`${parts.join('\n\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
