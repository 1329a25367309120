import { describe, expect, it } from 'vitest';
import { toolText } from '../../../src/build/tool-text.ts';
import { LOCALES } from '../../../src/i18n/locales.ts';
import { textsUnder } from '../../../src/i18n/ui.ts';
import { laterWith } from '../../../src/islands/selector/later.ts';
import { packText, unpackText } from '../../../src/islands/selector/packed-text.ts';

describe('texts of what opens later', () => {
  it.each(LOCALES)('a part that opened later says every text of the tool, as packed: %s', async (locale) => {
    const texts = textsUnder(locale, 'tool.');
    const [atOnce, own] = [false, true].map((later) => unpackText(packText(toolText(texts, later))));
    if (atOnce === undefined || own === undefined) throw new Error('two packed texts');
    const { text } = await laterWith(atOnce, () => Promise.resolve({ default: own }))();
    for (const [key, value] of Object.entries(texts)) expect(text(key), key).toBe(value);
  });
});
