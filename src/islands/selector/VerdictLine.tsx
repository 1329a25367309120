import type { Locale } from '../../i18n/locales.ts';
import type { SelectorData } from '../../selector/data.ts';
import type { SelectorResult } from '../../selector/result.ts';
import type { Selection } from '../../selector/selection.ts';
import { sayer } from './answer/say.ts';
import { StatusBadge } from './answer/StatusBadge.tsx';
import { verdictSentences, verdictStatus } from './answer/verdict.ts';
import type { ToolText } from './text.ts';

interface Props {
  result: SelectorResult;
  selection: Selection;
  data: SelectorData;
  locale: Locale;
  text: ToolText;
}

/** The answer in a line that stays in view below the form, where the answer itself does not fit beside it. It leads there. */
export const VerdictLine = ({ result, selection, data, locale, text }: Props) => {
  const say = sayer(text);
  const status = verdictStatus(result);
  return (
    <a class={`tool-line status-${status}`} href="#answer" data-pagefind-ignore>
      <StatusBadge status={status} say={say} />
      <span>{verdictSentences(result, { say, locale, data, selection }).head}</span>
    </a>
  );
};
