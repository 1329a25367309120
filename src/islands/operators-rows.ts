import type { Entry } from '../operators/match.ts';
import { unify } from '../text/fold.ts';

/** A row of the table of operators, as it is searched. */
export interface Row extends Entry {
  readonly id: string;
  readonly way: string;
  readonly element: HTMLTableRowElement;
}

/** Rows of operators; those that only name an area have no id. */
export const readRows = (table: HTMLTableElement): readonly Row[] =>
  Array.from(table.querySelectorAll<HTMLTableRowElement>('tr[id]'), (element) => {
    const [head, ...cells] = element.cells;
    return {
      id: element.id,
      way: element.dataset['way'] ?? '',
      element,
      names: unify(`${element.id} ${head?.textContent ?? ''}`),
      text: unify(cells.map(({ textContent }) => textContent).join(' ')),
    };
  });

/** Shows these rows and hides the others, with areas of which nothing is left, and the whole table when nothing is. */
export const showRows = (table: HTMLTableElement, rows: readonly Row[], isShown: (row: Row) => boolean): void => {
  for (const row of rows) row.element.hidden = !isShown(row);
  const areas = [...table.tBodies];
  for (const area of areas) area.hidden = !area.querySelector('tr[id]:not([hidden])');
  table.hidden = areas.every(({ hidden }) => hidden);
};
