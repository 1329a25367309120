import type { Concept } from './concepts.ts';
import { coverage } from './highlight.ts';
import type { SearchHeading } from './types.ts';

/** A heading with the text below it. The text before the first heading has no heading. */
export interface Passage {
  readonly heading: SearchHeading | undefined;
  readonly text: string;
}

/** What the full-text index gives of a page: its words in order, and where its elements with an id begin among them. */
export interface PageText {
  readonly raw_content: string;
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly text: string; readonly location: number }[];
}

const ZERO_WIDTH_SPACE = '\u200b';

/** Cuts the text of a page at its h2 and h3 headings. */
export const passages = ({ raw_content: content, anchors }: PageText): Passage[] => {
  const joined = content.includes(ZERO_WIDTH_SPACE);
  const words = joined ? content.split(ZERO_WIDTH_SPACE) : content.split(/\s+/);
  const headings = anchors
    .filter(({ element, id, text }) => /^h[23]$/.test(element) && id !== '' && text.trim() !== '')
    .sort((a, b) => a.location - b.location);
  const textBetween = (from: number, to: number, heading: string): string => {
    const text = words
      .slice(from, to)
      .join(joined ? '' : ' ')
      .trim();
    return (text.startsWith(heading) ? text.slice(heading.length).replace(/^[.\s]+/, '') : text).replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  };
  return [
    { heading: undefined, text: textBetween(0, headings[0]?.location ?? words.length, '') },
    ...headings.map(({ id, text, location }, i) => ({
      heading: { id, text: text.trim() },
      text: textBetween(location, headings[i + 1]?.location ?? words.length, text.trim()),
    })),
  ];
};

/** A match in a heading says more than one in the text below it. */
const HEADING_FACTOR = 2;

/** The passages under a heading that match the most of a query, best first, at most `count`. */
export const bestPassages = (all: readonly Passage[], concepts: readonly Concept[], count: number): Passage[] =>
  all
    .filter(({ heading }) => heading !== undefined)
    .map((passage) => ({ passage, weight: HEADING_FACTOR * coverage(passage.heading?.text ?? '', concepts) + coverage(passage.text, concepts) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map(({ passage }) => passage);

/** The same from headings alone, for pages whose text is not loaded. Headings that only match a weak word are left out. */
export const bestHeadings = (headings: readonly SearchHeading[], concepts: readonly Concept[], count: number): SearchHeading[] =>
  headings
    .map((heading) => ({ heading, weight: coverage(`${heading.text} ${heading.keywords ?? ''}`, concepts) }))
    .filter(({ weight }) => weight >= 0.5)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map(({ heading }) => heading);
