const OPENER = /<<(-?)\s*(["']?)([A-Za-z_]\w*)\2/g;
const MOST_SEARCHED = 2000;

/** The words that end the here-documents a line opens, in order. */
export const heredocsIn = (line: string): readonly string[] =>
  line.length > MOST_SEARCHED || !line.includes('<<') ? [] : [...line.matchAll(OPENER)].map((match) => match[3] ?? '');

/** Finds the line that ends a here-document; null where none does. Asked from the first line of a text to its last. */
export type HeredocEnd = (word: string, from: number) => number | null;

/** Knows all lines that can end a here-document, so that openers without an end cost nothing. */
export const heredocEnds = (lines: readonly string[]): HeredocEnd => {
  const ends = new Map<string, { readonly at: number[]; next: number }>();
  lines.forEach((line, index) => {
    const word = line.length > 100 ? '' : line.trim();
    if (!/^[A-Za-z_]\w*$/.test(word)) return;
    const known = ends.get(word);
    if (known === undefined) ends.set(word, { at: [index], next: 0 });
    else known.at.push(index);
  });
  return (word, from) => {
    const known = ends.get(word);
    if (known === undefined) return null;
    while ((known.at[known.next] ?? Infinity) < from) known.next += 1;
    return known.at[known.next] ?? null;
  };
};
