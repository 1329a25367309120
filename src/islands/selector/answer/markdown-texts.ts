import { gib, partsInGiB } from '../format.ts';
import type { MarkdownTexts } from '../../../selector/markdown.ts';
import { speedText } from './figures.ts';
import { machineName, subjectOf } from './names.ts';
import { isInHand, priceLine } from './PriceLine.tsx';
import type { Shared } from './shared.ts';
import { changeText } from './Suggestions.tsx';
import { unknownText } from './unknown.ts';
import { verdictSentences } from './verdict.ts';

/** The words a copied result is written in: those of the page. */
export const markdownTexts = (at: Shared): MarkdownTexts => {
  const { say } = at;
  return {
    title: () => subjectOf(at),
    verdict: (result) => {
      const { head, more } = verdictSentences(result, at);
      return `${head}${say('sentence-gap')}${more}`.trim();
    },
    heading: (heading) => say(`markdown.${heading}`),
    term: (key) => say(`term.${key}`),
    sizes: (parts) => partsInGiB(parts).map((size) => `${size}GiB`),
    machine: (machine) => machineName(machine, at),
    status: ({ fit, budget }) => say('markdown.status', { status: say(`status.${fit.status}`), limit: gib(budget.gpuLimitBytes) }),
    speed: (speed, unit) => speedText(speed, unit, say),
    price: (machine) => (isInHand(machine) ? say('compare.owned') : priceLine(machine, at)),
    suggestion: (suggestion) => say('markdown.suggestion', { change: changeText(suggestion, at), status: say(`status.${suggestion.status}`) }),
    unknown: (code) => unknownText(code, say),
    nothing: say('markdown.nothing'),
    source: (address) => say('markdown.source', { address }),
  };
};
