import { z } from 'astro/zod';
import { idSchema, localizedSchema } from './source.ts';

const names = z.array(z.string().trim().min(1).max(60));

/** One term of the glossary. Its names also tell the search which words mean the same. */
export const termSchema = z.strictObject({
  id: idSchema.describe('ASCII id, also the anchor of the term on the glossary page'),
  ja: z.string().trim().min(1).max(40).describe('The term as the Japanese pages write it'),
  yomi: z
    .string()
    .regex(/^[\u3041-\u3096ー]+$/, 'expected hiragana only')
    .describe('Reading of the Japanese term in hiragana: it sorts the glossary and lets a query in kana find the term'),
  en: z.string().trim().min(1).max(60).describe('The term as the English pages write it'),
  alsoCalled: z
    .strictObject({
      ja: names.default([]).describe('Names in Japanese texts'),
      en: names.default([]).describe('Names in English texts'),
    })
    .optional()
    .describe('Exactly the same thing under another name or in another spelling: shown in the glossary, and explained in articles like the term itself'),
  aliases: z
    .strictObject({
      ja: names.describe('Words Japanese readers search with, including common misspellings'),
      en: names.describe('Words English readers search with, abbreviations included'),
    })
    .describe('Further words for the search alone: a query for one of them finds pages that use another. They need not mean exactly the same'),
  definition: localizedSchema.describe('One or two sentences that help a decision, without figures: figures belong to facts, which have sources'),
  article: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'expected the slug of an article')
    .optional()
    .describe('Slug of the article to read more in. That article explains the term itself, so it gets no definition there'),
  everyday: z.literal(true).optional().describe('Readers know the word: the glossary lists it, but texts give no definition'),
});
export type Term = z.infer<typeof termSchema>;

/** The whole glossary; ids must not repeat. */
export const termsSchema = z.array(termSchema).superRefine((terms, context) => {
  const seen = new Set<string>();
  terms.forEach(({ id }, index) => {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: `the id ${id} stands twice` });
    seen.add(id);
  });
});
