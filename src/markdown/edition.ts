import { comparedClaims } from '../facts/claim-series.ts';
import { findFact } from '../facts/find.ts';
import { formatFact } from '../facts/format.ts';
import { findTags, referencesIn, type MdxTag } from '../facts/mdx-tags.ts';
import type { NumberedSource } from '../facts/page-sources.ts';
import { factTitle } from '../facts/title.ts';
import type { Locale } from '../i18n/locales.ts';
import { t } from '../i18n/ui.ts';

interface Edition {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** Source of the article without its frontmatter */
  readonly body: string;
  readonly sources: readonly NumberedSource[];
  /** Full address of the page */
  readonly url: string;
  readonly verified: string | undefined;
  /** Turns a link of the site (`/cuda/`) into a full address */
  readonly resolve: (path: string) => string;
}

/** What a component tag becomes in plain Markdown. */
const plain = (tag: MdxTag, { locale, sources, url }: Edition): string => {
  const number = (reference: string) => sources.find((source) => source.reference === reference)?.number ?? 0;
  const { of = '', field = 'value', as, title, caption, labels = '', kind = 'note' } = tag.attributes;
  switch (tag.name) {
    case 'Fact':
      return formatFact(findFact(of), field, { locale, as });
    case 'Cite':
      return referencesIn(of)
        .map((reference) => `[${number(reference)}]`)
        .join('');
    case 'Summary':
      return `## ${t(locale, 'article.summary')}`;
    case 'Callout':
      return `**${title ?? t(locale, `callout.${kind}`)}**`;
    case 'Flow':
      return `**${title}**\n\n${caption}`;
    case 'ClaimBars': {
      const bars = comparedClaims(of, labels).map(({ label, claim }) => `- ${label}${locale === 'ja' ? '：' : ': '}${formatFact(claim, 'value', { locale })}`);
      return `**${title}**\n\n${bars.join('\n')}\n\n${caption} [${t(locale, 'markdown.figure')}](${url})`;
    }
    default:
      return `[${t(locale, 'markdown.figure')}](${url})`;
  }
};

/**
 * The Markdown edition of an article: what llms.txt points to and what "read as Markdown" opens. Facts are printed as values, citations as
 * numbers that match the list of sources at its end, figures as links to the page.
 */
export const markdownEdition = (edition: Edition): string => {
  const { locale, title, description, sources, url, verified, resolve } = edition;
  const body = edition.body.replace(/<ToolLink to="([^"]*)">([\s\S]*?)<\/ToolLink>/g, (_, to: string, label: string) => `[${label.trim()}](${to})`);
  let text = '';
  let from = 0;
  for (const tag of findTags(body)) {
    text += body.slice(from, tag.start) + plain(tag, edition);
    from = tag.end;
  }
  text += body.slice(from);
  text = text
    .replace(/<\/(?:Summary|Callout|Flow)>/g, '')
    .replace(/^(#{2,3} .*?)[ \t]*\{#[\w-]+\}[ \t]*$/gm, '$1')
    .replace(/\]\((\/[^)\s]*)\)/g, (_, path: string) => `](${resolve(path)})`)
    .replace(/\n{3,}/g, '\n\n');
  const list = sources.map(
    ({ number, record }) =>
      `${number}. ${factTitle(record, locale)}\n${record.sources.map((source) => `   - ${source.title} (${source.asOf}): ${source.url}`).join('\n')}`,
  );
  return (
    [
      `# ${title}`,
      description,
      `${t(locale, 'markdown.page')}: ${url}${verified ? `\n${t(locale, 'article.verified')}: ${verified}` : ''}`,
      text.trim(),
      ...(list.length > 0 ? [`## ${t(locale, 'article.sources')}`, list.join('\n')] : []),
    ].join('\n\n') + '\n'
  );
};
