import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { articleSchema } from './schemas/article.ts';
import { faqSchema } from './schemas/faq.ts';

// Wiring only. Facts, glossary and interface strings are read by src/facts, src/search and src/i18n, not by collections:
// their errors must name file, id, field and reason, and plain Node (tests, scripts) must be able to read them.
const articles = defineCollection({
  loader: glob({ base: './content/articles', pattern: '{ja,en}/**/*.{md,mdx}', generateId: ({ entry }) => entry.replace(/\.mdx?$/, '') }),
  schema: articleSchema,
});

const faq = defineCollection({
  loader: glob({ base: './content/faq', pattern: '{ja,en}/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
  schema: faqSchema,
});

export const collections = { articles, faq };
