import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../../src/i18n/locales.ts';
import { textsUnder } from '../../../../src/i18n/ui.ts';
import { Checker } from '../../../../src/islands/portability/Checker.tsx';
import { EXAMPLES } from '../../../../src/islands/portability/examples.ts';
import { Report } from '../../../../src/islands/portability/report/Report.tsx';
import { unpackWords } from '../../../../src/islands/portability/report-words.ts';
import { reportData } from '../../../../src/components/portability/report-data.ts';
import type { Say } from '../../../../src/islands/portability/text.ts';
import { h } from 'preact';
import { checked, wordsOf } from '../../portability/words/known.ts';

const formTexts = (locale: Locale) => ({
  ...Object.fromEntries(Object.entries(textsUnder(locale, 'portability.kind.')).map(([kind, text]) => [`kind.${kind}`, text])),
  ...textsUnder(locale, 'portabilityForm.'),
});

/** Fails on a text nobody wrote. */
const strict =
  (locale: Locale): Say =>
  (key, values = {}) => {
    const text = formTexts(locale)[key];
    if (text === undefined) throw new Error(`no text for ${key}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };

const shown = (locale: Locale, files: (typeof EXAMPLES)[keyof typeof EXAMPLES], words = wordsOf(locale)): string =>
  render(h(Report, { report: checked(...files), files, words, say: strict(locale), path: '/portability/' }));

describe.each(LOCALES)('on the page, in %s', (locale) => {
  it.each(Object.entries(EXAMPLES))('the report on %s has all its texts', (_, files) => {
    const html = shown(locale, files);
    expect(html).toContain('report-verdict');
    expect(html.replace(/<pre[\s\S]*?<\/pre>/g, '')).not.toMatch(/undefined|\{count\}|\{name\}/);
  });
  it('the form asks in the words of its language', () => {
    const html = render(h(Checker, { locale, texts: formTexts(locale), path: '/portability/', words: '/words.json' }));
    for (const key of ['text', 'name', 'check', 'files', 'folder', 'examples', 'private']) expect(html).toContain(formTexts(locale)[key]);
    expect(html).not.toMatch(/>(?:notice|example|inputs)\.[\w.-]+</);
  });
  it('what the page loads says the same as all the facts, but for what needs no word', () => {
    const packed = unpackWords(JSON.parse(JSON.stringify(reportData(locale))), locale);
    const all = wordsOf(locale);
    expect([...packed.packages.keys()].sort()).toEqual([...all.packages.keys()].sort());
    for (const [id, words] of all.packages)
      expect(packed.packages.get(id)).toMatchObject({ name: words.name, status: words.status, confidence: words.confidence });
    const { requirements } = EXAMPLES;
    // Addresses of pages differ: here they are full ones.
    expect(shown(locale, requirements, { ...packed, links: all.links })).toBe(shown(locale, requirements));
  });
});

describe('a report', () => {
  it('shows source as text, never as markup', () => {
    const html = shown('en', [{ path: '<img src=x>.py', text: 'import torch\nx = torch.tensor("<b>").cuda()\n' }]);
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('<img');
  });
});
