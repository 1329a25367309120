import { asLocale } from '../i18n/locales.ts';
import { t } from '../i18n/ui.ts';
import type { OgResult } from '../navigation/og-result.ts';
import type { OgEntry } from './og/write.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', '#38': '&', lt: '<', '#60': '<', gt: '>', '#62': '>', quot: '"', '#34': '"', '#39': "'" };
const unescape = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

const content = (html: string, property: string): string | undefined => {
  const match = new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html);
  return match?.[1] === undefined ? undefined : unescape(match[1]);
};

/**
 * What the share image of a page says, taken from the page itself: title, section, language, the address it promises its image at, and
 * the answer where the page gives one.
 * An untranslated copy gives nothing: it shares the image of its source.
 */
export const ogEntry = (html: string): OgEntry | undefined => {
  const image = /<meta property="og:image" content="[^"]*"[^>]*?data-path="([^"]+)"(?:[^>]*?data-section="([^"]*)")?(?:[^>]*?data-result="([^"]*)")?/.exec(
    html,
  );
  const title = content(html, 'og:title');
  if (image?.[1] === undefined || title === undefined) return undefined;
  const locale = asLocale(/<html lang="(\w+)"/.exec(html)?.[1]);
  const [, pagePath, section = '', result] = image;
  return {
    locale,
    pagePath,
    title,
    section: unescape(section),
    siteName: t(locale, 'site.name'),
    ...(result === undefined ? {} : { result: JSON.parse(unescape(result)) as OgResult }),
  };
};
