import { parse, type HTMLElement } from 'node-html-parser';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Locale } from '../../../../../src/i18n/locales.ts';
import { textsUnder } from '../../../../../src/i18n/ui.ts';
import { Answer, type AnswerProps } from '../../../../../src/islands/selector/answer/Answer.tsx';
import type { ToolText } from '../../../../../src/islands/selector/text.ts';
import type { SelectorResult } from '../../../../../src/selector/result.ts';
import type { Selection } from '../../../../../src/selector/selection.ts';
import { ask, prepared } from '../../../selector/prepared.ts';

const cached = new Map<Locale, ToolText>();

/** The texts of a language. Asking for one that does not stand in content/ui fails the test. */
export const textOf = (locale: Locale): ToolText => {
  const known = cached.get(locale);
  if (known !== undefined) return known;
  const text = new Proxy(textsUnder(locale, 'tool.'), {
    get: (texts, key: string) => {
      if (!(key in texts)) throw new Error(`content/ui: tool.${key}: no such key`);
      return texts[key];
    },
  });
  cached.set(locale, text);
  return text;
};

/** The answer as the server writes it. */
export const render = (selection: Selection, locale: Locale = 'ja', result: SelectorResult = ask(selection), props: Partial<AnswerProps> = {}): HTMLElement =>
  parse(
    renderToString(
      h(Answer, {
        result,
        selection,
        prepared,
        locale,
        text: textOf(locale),
        apply: () => undefined,
        touched: false,
        address: '/spec-selector/?task=chat',
        ...props,
      }),
    ),
  );
