import type { Range } from '../advisor/range.ts';
import type { MachineView, Need, SelectorResult, SpeedUnit, Suggestion, UnknownCode } from './result.ts';
import type { Selection } from './selection.ts';

/** Headings of the copied result. */
export type MarkdownHeading = 'memory' | 'part' | 'size' | 'total' | 'machines' | 'machine' | 'fit' | 'speed' | 'price' | 'suggestions' | 'unknown';

/** The words for the codes of a result, in the language of the page. */
export interface MarkdownTexts {
  /** What was asked, in one line. */
  readonly title: (selection: Selection) => string;
  /** The answer in one sentence. */
  readonly verdict: (result: SelectorResult) => string;
  readonly heading: (heading: MarkdownHeading) => string;
  readonly term: (key: string) => string;
  /** Sizes in bytes, written so that they sum to their written total. */
  readonly sizes: (parts: readonly number[]) => readonly string[];
  readonly machine: (machine: MachineView) => string;
  readonly status: (machine: MachineView) => string;
  readonly speed: (speed: Range, unit: SpeedUnit) => string;
  readonly price: (machine: MachineView) => string;
  readonly suggestion: (suggestion: Suggestion) => string;
  readonly unknown: (code: UnknownCode) => string;
  /** What stands where nothing is known. */
  readonly nothing: string;
  /** The last line: where it comes from. */
  readonly source: (address: string) => string;
}

/** Machines of the table, at most. */
const MOST_MACHINES = 6;

const cell = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [row(head), row(head.map(() => '---')), ...rows.map(row)];

/** The machines the answer is about, each once: those side by side, else the one in hand and what to buy, else what came nearest. */
const shownMachines = ({ compared, owned, candidates, nearestMiss }: SelectorResult): readonly MachineView[] => {
  const listed = compared.length > 0 ? compared : [...(owned === null ? [] : [owned]), ...candidates];
  const all = listed.length > 0 || nearestMiss === null ? listed : [nearestMiss];
  return [...new Map(all.map((machine) => [machine.id, machine])).values()].slice(0, MOST_MACHINES);
};

/**
 * A result as lines of Markdown, to be pasted elsewhere: verdict, memory by part, machines, what would help, where it comes from.
 * @param address of the page with this selection
 */
export const markdown = (result: SelectorResult, selection: Selection, address: string, texts: MarkdownTexts): string[] => {
  const { need, unknown, suggestions } = result;
  const { heading, nothing } = texts;
  const machineCells = (machine: MachineView): string[] => {
    const { speed, unit } = machine;
    return [texts.machine(machine), texts.status(machine), speed === null || unit === null ? nothing : texts.speed(speed, unit), texts.price(machine)];
  };
  const list = (title: MarkdownHeading, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`### ${heading(title)}`, '', ...items.map((item) => `- ${item}`), ''];
  const memory = (found: Need): string[] => {
    const terms = found.terms.filter(({ bytes }) => bytes > 0);
    const sizes = texts.sizes(terms.map(({ bytes }) => bytes));
    const parts = terms.map(({ key }, place) => [texts.term(key), sizes[place] ?? '']);
    return table([heading('part'), heading('size')], [...parts, [heading('total'), ...texts.sizes([found.totalBytes])]]);
  };
  const machines = shownMachines(result);
  return [
    `## ${texts.title(selection)}`,
    '',
    texts.verdict(result),
    '',
    ...(need === null ? [] : [`### ${heading('memory')}`, '', ...memory(need), '']),
    ...(machines.length === 0
      ? []
      : [`### ${heading('machines')}`, '', ...table([heading('machine'), heading('fit'), heading('speed'), heading('price')], machines.map(machineCells)), '']),
    ...list('suggestions', suggestions.map(texts.suggestion)),
    ...list('unknown', unknown.map(texts.unknown)),
    texts.source(address),
  ];
};
