import { machines, configurations, type Configuration, type Machine } from '../advisor/recommend/configurations.ts';
import { withoutOlder } from '../advisor/recommend/newest.ts';
import { catalogOf, type Catalog } from './catalog.ts';
import type { MeasuredRow, SelectorChip, SelectorData, SelectorModel, SelectorQuantization } from './data.ts';

/** The data with what every answer looks up in it, made once. */
export interface Prepared {
  readonly data: SelectorData;
  readonly catalog: Catalog;
  readonly chips: ReadonlyMap<string, SelectorChip>;
  readonly models: ReadonlyMap<string, SelectorModel>;
  /** Language models to suggest. */
  readonly newest: readonly SelectorModel[];
  readonly quantizations: ReadonlyMap<string, SelectorQuantization>;
  readonly configurations: readonly Configuration[];
  readonly configurationById: ReadonlyMap<string, Configuration>;
  /** A chip with so much memory. Of a chip that is not listed the bandwidth is 0, and no speed is known. */
  readonly machine: (chip: string, memoryGB: number) => Machine;
  /** Published speeds of a model on a chip. */
  readonly measured: (chip: string, model: string) => readonly MeasuredRow[];
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> => new Map(records.map((record) => [record.id, record]));

export const prepare = (data: SelectorData): Prepared => {
  const sold = configurations(data.macs, data.chips, data.prices);
  const known = new Map(machines(data.chips).map((one) => [`${one.chip}/${one.memoryGB}`, one]));
  const runs = Map.groupBy(data.measured, ([, chip, model]) => `${chip} ${model}`);
  const chips = byId(data.chips);
  return {
    data,
    catalog: catalogOf(data),
    chips,
    models: byId(data.models),
    newest: withoutOlder(data.models),
    quantizations: byId(data.quantizations),
    configurations: sold,
    configurationById: byId(sold),
    machine: (chip, memoryGB) => known.get(`${chip}/${memoryGB}`) ?? { chip, memoryGB, bandwidthGBps: chips.get(chip)?.bandwidthGBps ?? 0 },
    measured: (chip, model) => runs.get(`${chip} ${model}`) ?? [],
  };
};
