import type { Mac } from '../../schemas/mac.ts';

const GB_PER_TB = 1024;
/** As texts write it: `32GB`, `1TB`. */
const size = (gb: number): string => (gb >= 1000 ? `${Math.round(gb / GB_PER_TB)}TB` : `${gb}GB`);

/** The sizes of memory and disk Macs are sold with. */
export const macSizes = (macs: readonly Pick<Mac, 'memoryOptionsGB' | 'storageOptionsGB'>[]): ReadonlySet<string> =>
  new Set(macs.flatMap(({ memoryOptionsGB, storageOptionsGB }) => [...memoryOptionsGB, ...(storageOptionsGB ?? [])].map(size)));
