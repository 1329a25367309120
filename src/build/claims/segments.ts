import type { HTMLElement, Node } from 'node-html-parser';

/** A stretch of prose that one citation vouches for: a sentence with the citations behind it, or a row of a table. */
export interface Segment {
  /** As read; figures printed from facts are replaced by {@link FACT}. */
  readonly text: string;
  /** Figures printed from facts. */
  readonly facts: readonly string[];
  readonly cited: boolean;
  /** Headings, titles and the summary name what the text below proves. */
  readonly heading: boolean;
}

/** Stands for a figure that is printed from a fact: it carries its own source. */
export const FACT = '￼';
const CITE = '￹';

const BLOCKS = 'p, li, h2, h3, dt, dd, tr, summary, caption';
/** Commands are no claims, nor is the day of a check; what stands in a drawing or in the definition of a term has its sources there. */
const UNREAD = 'pre, code, kbd, script, style, svg, template, [popover], .anchor, .sources, .faq-more';

const flat = (node: Node, facts: string[]): string => {
  if (node.nodeType === 3) return node.text;
  const element = node as HTMLElement;
  if (typeof element.matches === 'function') {
    if (element.matches(UNREAD)) return ' ';
    if (element.matches('a.cite')) return CITE;
    if (element.matches('a.fact')) {
      facts.push(element.text.replace(/\s/g, ''));
      return FACT;
    }
    // A block inside a block is read on its own.
    if (element.matches(`${BLOCKS}, table, ul, ol, figure`)) return ' ';
  }
  return element.childNodes.map((child) => flat(child, facts)).join('');
};

/** Ends of sentences with the citations behind them; a full stop in a number, a name or between brackets ends nothing. */
const SENTENCE = new RegExp(String.raw`(?:（[^（）]*）|[^。！？])*?(?:[。！？][）」]?|[.!?](?=[\s${CITE}⁠]|$)|$)[\s⁠${CITE}]*`, 'gu');

const sentencesOf = (text: string): string[] => [...text.matchAll(SENTENCE)].map(([sentence]) => sentence).filter((sentence) => sentence.trim() !== '');

/** The cells of a row are read together: one citation vouches for the row. */
const rowText = (row: HTMLElement, facts: string[]): string =>
  row
    .querySelectorAll('th, td')
    .map((cell) => cell.childNodes.map((node) => flat(node, facts)).join(''))
    .join(' | ');

/** Leads to a source, or to the page that lists the sources of what it shows. */
export const leadsToSources = (element: HTMLElement): boolean =>
  element.querySelectorAll('a[href]').some((link) => /^https:|\/(?:facts|accuracy)\//.test(link.getAttribute('href') ?? ''));

/** True where a block belongs to a figure or to a row of a table that is drawn from facts and shows their sources itself. */
const showsItsSources = (block: HTMLElement): boolean => {
  const figure = block.closest('figure');
  if (figure !== null) return leadsToSources(figure);
  const row = block.closest('tr')?.querySelector('.row-sources') ?? null;
  return row !== null && leadsToSources(row);
};

/** The prose of an element in stretches, in reading order. Figures that show their own sources are left out. */
export const segmentsOf = (root: HTMLElement): Segment[] =>
  root.querySelectorAll(BLOCKS).flatMap((block): Segment[] => {
    if (block.closest(UNREAD) || showsItsSources(block)) return [];
    const facts: string[] = [];
    const isRow = block.tagName === 'TR';
    const text = isRow ? rowText(block, facts) : block.childNodes.map((node) => flat(node, facts)).join('');
    const heading = /^H\d$/.test(block.tagName);
    let used = 0;
    return (isRow ? [text] : sentencesOf(text)).map((sentence) => {
      const count = sentence.split(FACT).length - 1;
      const own = facts.slice(used, used + count);
      used += count;
      return { text: sentence.replaceAll(CITE, '').replaceAll('⁠', '').replace(/\s+/g, ' ').trim(), facts: own, cited: sentence.includes(CITE), heading };
    });
  });
