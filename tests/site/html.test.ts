import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { site } from './site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Astro writes void elements and boolean attributes in its own spelling; both are valid HTML.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // Titles are measured by search engines in pixels, not in characters of which a Japanese one is worth two.
    'long-title': 'off',
    // The policy's meta tag is checked by tests/site/checks/policy.ts.
    'require-csp-nonce': 'off',
    // Wide tables scroll in a focusable region; the list of models is searched as people type, which no native element does.
    'prefer-native-element': ['error', { exclude: ['region', 'listbox'] }],
  },
});

const complaints = async (html: string): Promise<string[]> =>
  (await validator.validateString(html)).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );

describe('HTML', () => {
  it('is valid on every page', { timeout: 120_000 }, async () => {
    // The preset pages of the selector are one template: what is wrong with it is reported once.
    const problems = new Map<string, string>();
    for (const { path, html } of site().pages) {
      for (const complaint of await complaints(html)) {
        const kind = complaint.replace(/ \(\d+:\d+\)$/, '');
        if (!problems.has(kind)) problems.set(kind, `${path}: ${complaint}`);
      }
    }
    expect([...problems.values()]).toEqual([]);
  });
  it('would be noticed when it is not', async () => {
    expect(await complaints('<!doctype html><html lang="ja"><head><title>x</title></head><body><p><div></p><img src="x.png"></body></html>')).not.toEqual([]);
  });
});
