import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SitemapItem } from '@astrojs/sitemap';

const articleExists = (locale: string, slug: string): boolean =>
  ['mdx', 'md'].some((extension) => existsSync(join(process.cwd(), 'content/articles', locale, `${slug}.${extension}`)));

/** As src/navigation/faq.ts has it: the questions are translated when every one is. */
const questionsTranslated = (): boolean => {
  const directory = join(process.cwd(), 'content/faq');
  return readdirSync(join(directory, 'ja')).every((file) => existsSync(join(directory, 'en', file)));
};

/** True for the English address of a page that exists in Japanese only: the page shows a notice and points its canonical elsewhere. */
export const isUntranslatedUrl = (url: string, base: string): boolean => {
  const path = new URL(url).pathname.slice(base.replace(/\/$/, '').length);
  const slug = /^\/en\/([^/]+)\/$/.exec(path)?.[1];
  if (slug === 'faq') return !questionsTranslated();
  return slug !== undefined && articleExists('ja', slug) && !articleExists('en', slug);
};

/** Keeps the language links that lead to real translations and adds `x-default`, which the integration does not write. */
export const sitemapEntry = (item: SitemapItem, site: string, base: string): SitemapItem => {
  const links = (item.links ?? []).filter((link) => !isUntranslatedUrl(new URL(link.url, site).href, base));
  const original = links.find((link) => link.lang === 'ja');
  if (links.length < 2 || original === undefined) return { ...item, links: [] };
  return { ...item, links: [...links, { lang: 'x-default', url: original.url }] };
};
