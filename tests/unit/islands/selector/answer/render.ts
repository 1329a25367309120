import { parse, type HTMLElement } from 'node-html-parser';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Locale } from '../../../../../src/i18n/locales.ts';
import { toolText } from '../../../../../src/build/tool-text.ts';
import { textsUnder } from '../../../../../src/i18n/ui.ts';
import { Answer, type AnswerProps } from '../../../../../src/islands/selector/answer/Answer.tsx';
import { Compare } from '../../../../../src/islands/selector/answer/Compare.tsx';
import { GridView } from '../../../../../src/islands/selector/answer/GridView.tsx';
import { sayer } from '../../../../../src/islands/selector/answer/say.ts';
import type { Shared } from '../../../../../src/islands/selector/answer/shared.ts';
import { mainMachine } from '../../../../../src/islands/selector/answer/verdict.ts';
import { WORKED, WorkedPart } from '../../../../../src/islands/selector/answer/WorkedPart.tsx';
import { textFrom, type ToolText } from '../../../../../src/islands/selector/text.ts';
import type { SelectorResult } from '../../../../../src/selector/result.ts';
import type { Selection } from '../../../../../src/selector/selection.ts';
import { ask, prepared } from '../../../selector/prepared.ts';

/** Fails the test that asks for a text which does not stand in content/ui, or does not belong to the part. */
const strict =
  (texts: Readonly<Record<string, string>>): ToolText =>
  (key) => {
    const text = textFrom(texts)(key);
    if (text === undefined) throw new Error(`content/ui: tool.${key}: no such key`);
    return text;
  };

/** All texts of a language. */
export const textOf = (locale: Locale): ToolText => strict(textsUnder(locale, 'tool.'));

/** What a page loads at once. */
const atOnce = (locale: Locale): ToolText => strict(toolText(textsUnder(locale, 'tool.'), false));

const later = (): Promise<never> => Promise.reject(new Error('the server loads nothing later'));

/** The answer as the server writes it. */
export const render = (selection: Selection, locale: Locale = 'ja', result: SelectorResult = ask(selection), props: Partial<AnswerProps> = {}): HTMLElement =>
  parse(
    renderToString(
      h(Answer, {
        result,
        selection,
        prepared,
        locale,
        text: atOnce(locale),
        later,
        apply: () => undefined,
        touched: false,
        address: '/spec-selector/?task=chat',
        ...props,
      }),
    ),
  );

/** What else a reader can open: the numbers worked out, what fits at all, machines side by side. */
export const renderLater = (selection: Selection, locale: Locale = 'ja', result: SelectorResult = ask(selection)): HTMLElement => {
  const text = textOf(locale);
  const at: Shared = { say: sayer(text), text, later, locale, data: prepared.data, prepared, selection, apply: () => undefined, awake: true };
  const [machine, need] = [mainMachine(result), result.need];
  const worked = machine === null || need === null ? [] : WORKED.map((of) => h(WorkedPart, { of, machine, need, at }));
  const compared = result.compared.length === 0 ? [] : [h(Compare, { machines: result.compared, at })];
  return parse(`<h2></h2>${[...worked, h(GridView, { at }), ...compared].map((part) => renderToString(part as VNode)).join('')}`);
};
