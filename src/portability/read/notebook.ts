import { readCell, type WrittenFile } from './cell.ts';
import type { Collector } from './collect.ts';
import { parseJsonFile } from './json-file.ts';
import { itemsOf, member, textOf, type JsonNode } from './json.ts';

/** The text of a cell: one string, or a list of lines that carry their breaks. Before format 4 it was called `input`. */
const sourceOf = (cell: JsonNode): string => {
  const source = member(cell, 'source') ?? member(cell, 'input');
  const whole =
    textOf(source) ??
    itemsOf(source)
      .map((line) => textOf(line) ?? '')
      .join('');
  return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
};

const isPython = (notebook: JsonNode): boolean => {
  const metadata = member(notebook, 'metadata');
  const kernel = member(metadata, 'kernelspec');
  const language = textOf(member(kernel, 'language')) ?? textOf(member(member(metadata, 'language_info'), 'name'));
  return language === null || /python/i.test(language);
};

const cellsOf = (notebook: JsonNode): readonly JsonNode[] => {
  const cells = itemsOf(member(notebook, 'cells'));
  return cells.length > 0 ? cells : itemsOf(member(notebook, 'worksheets')).flatMap((sheet) => itemsOf(member(sheet, 'cells')));
};

/**
 * Reads a notebook of Jupyter: Python, and what its cells install. Cells are counted from 1 over all of them, lines within each. `readWritten` reads a
 * file a cell writes with `%%writefile`. Format: https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export const readNotebook = (text: string, collect: Collector, readWritten: (file: WrittenFile, collect: Collector) => void): void => {
  const notebook = parseJsonFile(text, collect);
  if (notebook === null || !isPython(notebook)) return;
  cellsOf(notebook).forEach((cell, index) => {
    if (textOf(member(cell, 'cell_type')) !== 'code') return;
    const inside = collect.within(1, index + 1);
    const written = readCell(sourceOf(cell), inside);
    if (written !== null) readWritten(written, collect.within(written.line, index + 1));
  });
};
