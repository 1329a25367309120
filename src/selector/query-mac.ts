import { eraOf } from '../advisor/budget.ts';
import type { Catalog } from './catalog.ts';
import { PRICE } from './limits.ts';
import { field, word, type Field } from './query-field.ts';
import { NONE, shown, wholeIn, type IgnoredReason } from './query-values.ts';
import { MOST_COMPARED } from './selection.ts';

/** Why a chip and a memory cannot be the Mac in hand, for each of them that was given; null where they can. */
const ownedFaults = (chip: string | undefined, mem: string | undefined, catalog: Catalog): Partial<Record<'chip' | 'mem', IgnoredReason>> | null => {
  const found = catalog.chips.find(({ id }) => id === chip);
  if (found === undefined) return { chip: 'unknown', mem: 'incomplete' };
  if (mem === undefined) return { chip: 'incomplete' };
  const memoryGB = wholeIn(mem, { min: 1, max: 4096 });
  if (typeof memoryGB !== 'number') return { chip: 'incomplete', mem: memoryGB };
  return found.memoryOptionsGB.includes(memoryGB) ? null : { chip: 'incomplete', mem: 'not-offered' };
};

/** The Mac in hand: two keys that say nothing without each other, so a fault in one leaves both unused. */
export const owned: Field = {
  read: (values, selection, catalog) => {
    const given = { chip: values('chip'), mem: values('mem') };
    const { chip, mem } = given;
    if (chip === undefined && mem === undefined) return { selection, ignored: [] };
    const faults = chip === NONE ? { mem: 'incomplete' as const } : ownedFaults(chip, mem, catalog);
    if (chip !== undefined && faults === null) return { selection: { ...selection, owned: { chip, memoryGB: Number(mem) } }, ignored: [] };
    const ignored = (['chip', 'mem'] as const).flatMap((key) => {
      const [value, reason] = [given[key], faults?.[key]];
      return value === undefined || reason === undefined ? [] : [{ key, value: shown(value), reason }];
    });
    return { selection: chip === NONE ? { ...selection, owned: null } : selection, ignored };
  },
  write: ({ owned: mac }) =>
    mac === null
      ? [['chip', NONE]]
      : [
          ['chip', mac.chip],
          ['mem', String(mac.memoryGB)],
        ],
};

export const currency = word('cur', 'currency', { jpy: 'JPY', usd: 'USD' });

/** A price is written with its currency, because pages in different languages start with different ones. */
export const budget: Field = {
  ...field(
    'budget',
    (text) => {
      if (text === NONE) return { maxPrice: null };
      const maxPrice = wholeIn(text, PRICE);
      return typeof maxPrice === 'number' ? { maxPrice } : maxPrice;
    },
    () => '',
  ),
  write: (selection) => (selection.maxPrice === null ? [['budget', NONE]] : [...currency.write(selection), ['budget', String(selection.maxPrice)]]),
};

/** The version that stands for its generation in a link; any of it is understood. */
export const macos = field(
  'macos',
  (text) => {
    const era = /^\d{2}$/.test(text) ? eraOf(Number(text)) : undefined;
    return era === undefined ? 'unknown' : { macos: era };
  },
  (selection) => (selection.macos === 'legacy' ? '15' : '26'),
);

/** More than these in one link are not looked at: three are shown, and nobody types ten. */
const MOST_READ = 10;

export const compare: Field = {
  read: (values, selection, catalog) => {
    const text = values('vs');
    if (text === undefined) return { selection, ignored: [] };
    if (text === NONE) return { selection: { ...selection, compare: [] }, ignored: [] };
    const ids = [...new Set(text.split(',', MOST_READ))].filter((id) => id !== '');
    const known = ids.filter((id) => catalog.configurations.includes(id));
    const kept = known.slice(0, MOST_COMPARED);
    const reasonFor = (id: string): IgnoredReason => (known.includes(id) ? 'out-of-range' : 'unknown');
    return {
      selection: kept.length === 0 ? selection : { ...selection, compare: kept },
      ignored: ids.filter((id) => !kept.includes(id)).map((id) => ({ key: 'vs', value: shown(id), reason: reasonFor(id) })),
    };
  },
  write: (selection) => [['vs', selection.compare.length === 0 ? NONE : selection.compare.join(',')]],
};
