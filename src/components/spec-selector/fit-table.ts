import { judge, type FitStatus } from '../../advisor/budget.ts';
import type { Range } from '../../advisor/range.ts';
import { budgetsFor } from '../../selector/budgets.ts';
import { hasModel } from '../../selector/catalog.ts';
import { estimateFor } from '../../selector/need.ts';
import type { Prepared } from '../../selector/prepare.ts';
import type { SpeedUnit } from '../../selector/result.ts';
import { KIND_OF, type OwnedMac, type Selection } from '../../selector/selection.ts';
import { withModel } from '../../selector/transition.ts';

export interface FitRow {
  readonly id: string;
  readonly quant: string;
  /** With the room to keep free. */
  readonly needBytes: number;
  /** One for each size. */
  readonly cells: readonly FitStatus[];
  /** On the Mac in hand, where there is one and it holds the model. */
  readonly speed: Range | null;
  readonly unit: SpeedUnit | null;
}

export interface FitTable {
  readonly sizesGB: readonly number[];
  /** From small to large. */
  readonly rows: readonly FitRow[];
}

/** Memory sizes of the Macs on sale, from small to large. */
const sizesOnSale = ({ configurations }: Prepared): number[] =>
  [...new Set(configurations.filter(({ onSale }) => onSale).map(({ memoryGB }) => memoryGB))].sort((a, b) => a - b);

const speedIn = (owned: OwnedMac | null, status: FitStatus | undefined, found: ReturnType<typeof estimateFor>, { machine }: Prepared): Range | null =>
  owned === null || status === 'no' || !found.known ? null : found.speedOn(machine(owned.chip, owned.memoryGB)).speed;

/**
 * What fits at all: these models in the settings of the selection, against the memory of the Mac in hand or of all Macs on sale. The list of
 * the selector’s own grid goes by what was measured most; this one is chosen by an editor. A model of which a part is not published is left out.
 * @throws when the task has no such model
 */
export const fitTable = (models: readonly string[], selection: Selection, prepared: Prepared): FitTable => {
  const { owned } = selection;
  const sizesGB = owned === null ? sizesOnSale(prepared) : [owned.memoryGB];
  const budgets = budgetsFor(selection, prepared.data);
  const columns = sizesGB.map((size) => budgets[owned === null ? 'shop' : 'owned'](size));
  const rows = models.flatMap((id): FitRow[] => {
    if (!hasModel(KIND_OF[selection.task], id, prepared.catalog)) throw new Error(`table of what fits: ${id} is no model for ${selection.task}`);
    const asked = withModel(selection, id, prepared.catalog);
    const found = estimateFor(asked, prepared);
    if (!found.known) return [];
    const cells = columns.map((limits) => judge(found.bare, limits).status);
    return [{ id, quant: asked.quant, needBytes: found.need.totalBytes, cells, speed: speedIn(owned, cells[0], found, prepared), unit: found.unit }];
  });
  return { sizesGB, rows: rows.sort((a, b) => a.needBytes - b.needBytes) };
};
