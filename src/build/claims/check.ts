import type { HTMLElement } from 'node-html-parser';
import { figuresIn, type Figure } from './figures.ts';
import { FACT, leadsToSources, segmentsOf, type Segment } from './segments.ts';

/** A figure nothing on the page vouches for. */
export interface Unsourced {
  readonly figure: string;
  /** The sentence or row it stands in. */
  readonly sentence: string;
}

/** Sizes Macs are sold with name a Mac ("32GBのMac"), unless the sentence says how much something takes. */
const isSizeOfAMac = ({ text, at }: Figure, sentence: string, sizes: ReadonlySet<string>): boolean =>
  sizes.has(text) &&
  !/^.{0,14}(?:必要|要り|要る|要し|かか|消費|占め|使い|使う|使っ|増え|減)|^.{0,4}(?:needed|of memory is)/.test(sentence.slice(at + text.length));

/** `macOS 26以降` beside a fact says what the fact holds for. */
const qualifiesAFact = ({ kind }: Figure, { facts }: Segment): boolean => kind === 'version' && facts.length > 0;

const plain = (text: string): string => text.replace(/\s/g, '');

/**
 * Figures with a unit that neither come from a fact nor stand beside a citation. Headings, title and description may repeat what the page
 * proves elsewhere, and so may a sentence without a citation repeat what an earlier sentence of the page cites.
 * @param main the article; its drawings with sources are left out
 * @param titles text outside of it that readers see: title, description
 * @param sizes sizes of memory and disk Macs are sold with: `32GB`
 */
export const unsourcedFigures = (main: HTMLElement, titles: readonly string[], sizes: ReadonlySet<string>): Unsourced[] => {
  const segments = segmentsOf(main);
  const proven = new Set([
    ...segments.filter(({ cited }) => cited).flatMap(({ text }) => figuresIn(text).map((figure) => figure.text)),
    ...segments.flatMap(({ facts }) => facts),
    ...main
      .querySelectorAll('figure')
      .filter(leadsToSources)
      .flatMap((figure) => figuresIn(figure.textContent).map(({ text }) => text)),
  ]);
  const open: Segment[] = [...segments.filter(({ cited }) => !cited), ...titles.map((text) => ({ text, facts: [], cited: false, heading: true }))];
  return open.flatMap((segment) =>
    figuresIn(segment.text)
      .filter((figure) => !proven.has(figure.text) && !isSizeOfAMac(figure, plain(segment.text), sizes) && !qualifiesAFact(figure, segment))
      .map((figure) => ({ figure: figure.text, sentence: segment.text.replaceAll(FACT, '…') })),
  );
};
