import { gib, gibNeeded } from '../format.ts';
import type { MarkdownTexts } from '../../../selector/markdown.ts';
import { speedText } from './figures.ts';
import { machineName, subjectOf } from './names.ts';
import { priceText } from './PriceLine.tsx';
import type { Shared } from './shared.ts';
import { changeText } from './Suggestions.tsx';
import { unknownText } from './unknown.ts';
import { verdictSentences } from './verdict.ts';

/** The words a copied result is written in: those of the page. */
export const markdownTexts = (at: Shared): MarkdownTexts => {
  const { say } = at;
  return {
    title: () => say('markdown.title', { subject: subjectOf(at) }),
    verdict: (result) => {
      const { head, more } = verdictSentences(result, at);
      return `${head}${say('sentence-gap')}${more}`.trim();
    },
    heading: (heading) => say(`markdown.${heading}`),
    term: (key) => say(`term.${key}`),
    bytes: (bytes) => `${gibNeeded(bytes)}GiB`,
    machine: (machine) => machineName(machine, at),
    status: ({ fit, budget }) => say('markdown.status', { status: say(`status.${fit.status}`), limit: gib(budget.gpuLimitBytes) }),
    speed: (speed, unit) => speedText(speed, unit, say),
    price: (price) => priceText(price, at),
    suggestion: (suggestion) => say('markdown.suggestion', { change: changeText(suggestion, at), status: say(`status.${suggestion.status}`) }),
    unknown: (code) => unknownText(code, say),
    nothing: say('markdown.nothing'),
    source: (address) => say('markdown.source', { address }),
  };
};
