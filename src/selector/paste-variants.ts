import type { Catalog } from './catalog.ts';

type PastedChip = Catalog['chips'][number];

/** What a text says that tells variants of one chip apart. */
export interface Evidence {
  readonly memoryGB: number | null;
  readonly gpuCores: number | null;
  readonly cpuCores: number | null;
  /** Product line as Apple writes it. */
  readonly mac: string | null;
}

/** CPUs a variant was also sold with, beside the one in the facts: the 14-inch MacBook Pro of 2021 and the small iMac of 2024. */
const OTHER_CPU_CORES: Readonly<Record<string, readonly number[]>> = { 'm1-pro-14': [10], 'm4-8': [8] };

/** Those that meet a condition, or all where none does: a text may say what the facts do not know. */
const preferring = (chips: readonly PastedChip[], holds: (chip: PastedChip) => boolean): readonly PastedChip[] => {
  const kept = chips.filter(holds);
  return kept.length === 0 ? chips : kept;
};

/** Mac mini → mac-mini, as ids of Macs begin. */
const prefixOf = (mac: string): string => `${mac.toLowerCase().replaceAll(' ', '-')}-`;

/**
 * The variants of a chip a text can mean, the likeliest first: those with its GPU cores, memory and CPU cores that its product line is sold
 * with. Those sold in more Macs come first, then the smaller ones, which are the ones that cost less.
 */
export const variantsOf = (name: string, evidence: Evidence, { chips, configurations }: Pick<Catalog, 'chips' | 'configurations'>): readonly string[] => {
  const { memoryGB, gpuCores, cpuCores, mac } = evidence;
  // In how many product lines a variant is sold, with this memory where it is known.
  const soldIn = ({ id }: PastedChip): number => {
    const lines = configurations
      .map((one) => one.split('/'))
      .filter(([line = '', chip, size]) => chip === id && (memoryGB === null || size === String(memoryGB)) && (mac === null || line.startsWith(prefixOf(mac))));
    return new Set(lines.map(([line]) => line)).size;
  };
  let found: readonly PastedChip[] = chips.filter((chip) => chip.name.toLowerCase() === name.toLowerCase());
  found = preferring(found, (chip) => chip.gpuCores === gpuCores);
  found = preferring(found, ({ memoryOptionsGB }) => memoryGB !== null && memoryOptionsGB.includes(memoryGB));
  found = preferring(found, (chip) => chip.cpuCores === cpuCores || (cpuCores !== null && (OTHER_CPU_CORES[chip.id]?.includes(cpuCores) ?? false)));
  if (mac !== null) found = preferring(found, (chip) => soldIn(chip) > 0);
  return [...found].sort((a, b) => soldIn(b) - soldIn(a) || a.gpuCores - b.gpuCores).map(({ id }) => id);
};
