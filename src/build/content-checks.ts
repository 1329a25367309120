import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { figureFacts } from '../components/mdx/figures/facts.ts';
import { readTerms } from '../glossary/read.ts';
import { loadFacts } from '../facts/registry.ts';
import { LOCALES } from '../i18n/locales.ts';
import { loadDictionaries } from '../i18n/ui.ts';
import { checkArticle, checkPair, headingsOf, type ArticleSource } from './article-rules.ts';
import { checkFigures } from './figure-rules.ts';

const readSources = (folder: string): ArticleSource[] =>
  LOCALES.filter((locale) => existsSync(join(process.cwd(), folder, locale))).flatMap((locale) =>
    readdirSync(join(process.cwd(), folder, locale), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.mdx?$/.test(file))
      .map((file) => ({
        file: `${folder}/${locale}/${file}`,
        locale,
        slug: file.replace(/\.mdx?$/, ''),
        text: readFileSync(join(process.cwd(), folder, locale, file), 'utf8'),
      })),
  );

/** Reads every article as text. */
export const readArticles = (): ArticleSource[] => readSources('content/articles');

/** Answers obey the rules of articles; their headings are the questions, which stand in the frontmatter. */
const checkAnswer = (answer: ArticleSource, components: ReadonlySet<string>): string[] => [
  ...checkArticle(answer, components),
  ...headingsOf(answer.text).map(({ line }) => `${answer.file}:${line}: an answer has no headings`),
  ...(/^[a-z][a-z0-9-]*$/.test(answer.slug) ? [] : [`${answer.file}: the name is the question's id: use lower-case ascii letters, digits and hyphens`]),
];

/**
 * Checks all content that Astro's collections do not: facts, interface strings, and the words of articles.
 * @throws with one line per problem, each naming file, place and reason
 */
export const checkContent = (articles: ArticleSource[] = readArticles()): void => {
  loadFacts();
  readTerms();
  loadDictionaries();
  const components = new Set(['Fact', 'Cite', 'Summary', 'Callout', 'ToolLink', ...Object.keys(figureFacts)]);
  const problems = articles.flatMap((article) => [...checkArticle(article, components), ...checkFigures(article)]);
  problems.push(...readSources('content/faq').flatMap((answer) => checkAnswer(answer, components)));
  const english = new Map(articles.filter(({ locale }) => locale === 'en').map((article) => [article.slug, article]));
  for (const article of articles) {
    const translation = article.locale === 'ja' ? english.get(article.slug) : undefined;
    if (translation) problems.push(...checkPair(article, translation));
  }
  if (problems.length > 0) throw new Error(`content has ${problems.length} problem(s):\n${problems.join('\n')}`);
};

/** Stops the build before it starts when the content is wrong. */
export const contentChecks = (): AstroIntegration => ({
  name: 'content-checks',
  hooks: { 'astro:build:start': () => checkContent(), 'astro:server:setup': () => checkContent() },
});
