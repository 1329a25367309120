import { z } from 'astro/zod';
import { SECTIONS } from './article.ts';

/** Frontmatter of one answer in content/faq. The question's id, which is its anchor too, is the name of its file. */
export const faqSchema = z.strictObject({
  question: z.string().trim().min(5).max(60).describe('The question as a reader would ask it, ending in a question mark or in the words of an error message'),
  section: z.enum(SECTIONS).describe('The group in which the question stands; its name is in content/ui'),
  order: z.number().int().describe('Place within the group; equal numbers are ordered by id'),
  keywords: z.array(z.string().trim().min(1)).default([]).describe('Words readers ask with that neither question nor answer uses'),
  read: z.array(z.string()).max(3).default([]).describe('Slugs of articles that say more, the best one first'),
  verified: z.coerce.date().describe('Day on which somebody last checked that the answer holds'),
});
export type Faq = z.infer<typeof faqSchema>;
