/** Generations of the GPU that speeds were measured on. */
export const GENERATIONS = ['M1', 'M2', 'M3', 'M4', 'M5'] as const;
export type Generation = (typeof GENERATIONS)[number];

/** A chip without measurements of its own is taken for the generation with the nearest GPU: A18 Pro for M4, M6 for M5. */
const NEAREST: Readonly<Record<string, Generation>> = { A18: 'M4', M6: 'M5' };

const isGeneration = (family: string): family is Generation => (GENERATIONS as readonly string[]).includes(family);

export interface ChipGeneration {
  readonly generation: Generation;
  /** False where the generation has no published measurement and a neighbour stands in for it. */
  readonly measured: boolean;
}

/** The generation whose measurements speak for a chip family; a family unknown here takes the newest, unmeasured. */
export const generationOf = (family: string): ChipGeneration =>
  isGeneration(family) ? { generation: family, measured: true } : { generation: NEAREST[family] ?? 'M5', measured: false };
