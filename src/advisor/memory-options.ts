import type { Chip } from '../schemas/chip.ts';
import type { Mac } from '../schemas/mac.ts';

/**
 * Memory sizes in GB a Mac is sold with in one chip variant. A chip's own list covers all Macs that use it, and a Mac's list all its
 * chips, so the answer is what both share, unless the Mac states a list of its own for the chip.
 */
export const memoryOptions = (mac: Pick<Mac, 'memoryOptionsGB' | 'memoryByChipGB'>, chip: Pick<Chip, 'id' | 'memoryOptionsGB'>): readonly number[] =>
  mac.memoryByChipGB?.[chip.id] ?? chip.memoryOptionsGB.filter((size) => mac.memoryOptionsGB.includes(size));
