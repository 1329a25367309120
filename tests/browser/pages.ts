import { existsSync, readdirSync } from 'node:fs';

/** Addresses of all built pages. */
const allPages = (): string[] =>
  readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();

// Preset pages of the selector are one template over the same islands: three by model with different verdicts, and three by use, stand for all.
const PRESETS = /\/spec-selector\/(?!(?:qwen3-8b|gpt-oss-120b|llama-3\.3-70b|local-llm-16gb|image-generation|train-from-scratch)\/)[^/]+\//;

// Hundreds of rows each, in the same tables in both languages: the Japanese ones stand for both.
const ROWS = /^\/en\/accuracy\/[^/]+\//;

/** An article that is not translated is the Japanese one under a notice: one of them stands for all. */
const isUntranslatedCopy = (path: string): boolean => {
  const [, slug = ''] = /^\/en\/([^/]+)\/$/.exec(path) ?? [];
  return path !== KINDS.untranslated && existsSync(`content/articles/ja/${slug}.mdx`) && !existsSync(`content/articles/en/${slug}.mdx`);
};

/** Addresses of all pages that differ in more than their numbers. */
export const distinctPages = (): string[] => allPages().filter((path) => !PRESETS.test(path) && !ROWS.test(path) && !isUntranslatedCopy(path));

/** One page of each kind, for tests that need not see them all. */
export const KINDS = {
  home: '/',
  article: '/memory-limits/',
  english: '/en/verdict/',
  untranslated: '/en/cuda/',
  list: '/search/',
  section: '/sections/limits/',
  selector: '/spec-selector/',
  facts: '/facts/chips/',
  notFound: '/404.html',
} as const;
