import type { Term } from '../../../src/schemas/term.ts';

/** A term as the tests need it: what is not given says nothing. */
export const term = (id: string, ja: string, more: Partial<Term> = {}): Term => ({
  id,
  ja,
  yomi: 'よみ',
  en: id,
  aliases: { ja: [], en: [] },
  definition: { ja: `${ja}の説明です。`, en: `What ${id} is.` },
  ...more,
});
