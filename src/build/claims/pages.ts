import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** A page whose prose is checked. */
export interface CheckedPage {
  readonly path: string;
  readonly main: HTMLElement;
  /** Title and description. */
  readonly titles: readonly string[];
}

const checkedPage = (path: string, html: string): CheckedPage[] => {
  const root = parse(html, { blockTextElements: { script: true, style: true } });
  // Pages shown in the other language for want of a translation are checked at their own address.
  const main = root.querySelector('article.prose, .prose.faq');
  if (main === null || root.querySelector('.notice a[href]')) return [];
  const description = root.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
  return [{ path, main, titles: [root.querySelector('h1')?.text ?? '', description] }];
};

/**
 * The pages of a built site whose words people wrote. What tools and tables print is computed or drawn from facts and shows its sources itself.
 * @throws when nothing is built there
 */
export const checkedPages = (directory: string): CheckedPage[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .sort()
    .flatMap((file) => checkedPage(`/${relative(directory, join(directory, file)).replace(/index\.html$/, '')}`, readFileSync(join(directory, file), 'utf8')));
