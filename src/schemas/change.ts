import { z } from 'astro/zod';
import { dateSchema, idSchema, localizedSchema } from './source.ts';

/** What a change is to a reader who was here before. A correction says what was wrong. */
export const CHANGE_KINDS = ['correction', 'new', 'update'] as const;

/** One entry of the list of changes. */
export const changeSchema = z.strictObject({
  id: idSchema.describe('Anchor on the page of changes: 2026-11-21-training-verdict'),
  date: dateSchema.describe('Day the change was published'),
  kind: z.enum(CHANGE_KINDS).describe('`correction`: something was wrong; `new`: a page or tool; `update`: the rest a reader should know of'),
  path: z
    .string()
    .regex(/^\/(?:[a-z0-9-]+\/)+$/, 'expected an address of the site without its language: /memory-limits/')
    .describe('Page it concerns'),
  text: localizedSchema.describe('What changed, in one or two sentences; of a correction also what stood there before'),
});
export type Change = z.infer<typeof changeSchema>;
