import { budget, type Budget, type BudgetSettings } from '../advisor/budget.ts';
import { MiB } from '../advisor/bytes.ts';
import type { SelectorData } from './data.ts';
import type { Selection } from './selection.ts';

/** Memory in GB as a reader states it, in 10^9 bytes. */
export const GB = 1e9;

/** What Macs may give a task under the settings chosen. */
export interface Budgets {
  readonly owned: (memoryGB: number) => BudgetSettings;
  readonly shop: (memoryGB: number) => BudgetSettings;
  readonly of: (memoryGB: number, settings: BudgetSettings) => Budget;
}

/**
 * A raised limit is a number of one Mac, not a wish: beside a Mac in hand it is the limit of that one, and Macs of the shop have the default
 * of macOS. Without a Mac in hand it counts on every size on which it is above the default and can sensibly be set; a value for 64GB would
 * take memory from 512GB, where nobody would set it.
 */
export const budgetSettings = (selection: Selection, { gpuLimits }: Pick<SelectorData, 'gpuLimits'>): Budgets => {
  const { macos, wiredLimitMiB, otherAppsGB, owned } = selection;
  const plain: BudgetSettings = { otherAppsBytes: otherAppsGB * GB };
  const raised: BudgetSettings = { ...plain, wiredLimitMiB };
  const makesSense = (memoryGB: number): boolean => {
    const { gpuLimitBytes, raisedLimitBytes } = budget(memoryGB, macos, gpuLimits);
    return wiredLimitMiB * MiB > gpuLimitBytes && wiredLimitMiB * MiB <= raisedLimitBytes;
  };
  return {
    owned: () => raised,
    shop: (memoryGB) => (owned === null && wiredLimitMiB > 0 && makesSense(memoryGB) ? raised : plain),
    of: (memoryGB, settings) => budget(memoryGB, macos, gpuLimits, settings),
  };
};

/** The budget of every memory size, each computed once: of the Mac in hand and of Macs of the shop. */
export const budgetsFor = (selection: Selection, data: Pick<SelectorData, 'gpuLimits'>): Readonly<Record<'owned' | 'shop', (memoryGB: number) => Budget>> => {
  const settings = budgetSettings(selection, data);
  const once = (settingsOf: (memoryGB: number) => BudgetSettings): ((memoryGB: number) => Budget) => {
    const known = new Map<number, Budget>();
    return (memoryGB) => {
      const found = known.get(memoryGB) ?? settings.of(memoryGB, settingsOf(memoryGB));
      known.set(memoryGB, found);
      return found;
    };
  };
  return { owned: once(settings.owned), shop: once(settings.shop) };
};
