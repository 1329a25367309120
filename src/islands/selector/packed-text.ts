import type { ToolText } from './text.ts';

/**
 * Texts without their keys, which are a quarter of their bytes: a key is hashed to the place of its text. The hash is perfect for the keys
 * that were packed (“hash, displace, and compress”, Belazzougui, Botelho and Dietzfelbinger 2009): keys fall into groups, and each group has
 * a seed with which its keys get places nobody else has.
 */
export interface PackedText {
  /** By group. */
  readonly seeds: readonly number[];
  /** By place, a line each. */
  readonly lines: string;
}

/** FNV-1a, its high bits mixed into the low ones, which alone would keep the parity of a key from seed to seed. */
const hash = (key: string, seed: number): number => {
  let number = seed;
  for (let place = 0; place < key.length; place += 1) number = Math.imul(number ^ key.charCodeAt(place), 0x01000193);
  return (number ^ (number >>> 15)) >>> 0;
};

/** Keys of a group on average: with more, seeds are fewer and longer. */
const GROUP = 4;

/** More than any group of the tool needs. */
const MOST_SEEDS = 100_000;

/** The place of each key, and the seeds that say so. */
const places = (keys: readonly string[]): { readonly seeds: number[]; readonly keyAt: string[] } => {
  const seeds = Array.from({ length: Math.ceil(keys.length / GROUP) }, () => 0);
  const keyAt: string[] = [];
  const groups = Map.groupBy(keys, (key) => hash(key, 0) % seeds.length);
  // The largest first, while there is room.
  for (const [group, members] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
    const found = (seed: number): boolean => {
      const taken = new Set(members.map((key) => hash(key, seed) % keys.length));
      return taken.size === members.length && taken.values().every((place) => keyAt[place] === undefined);
    };
    let seed = 1;
    while (!found(seed)) if ((seed += 1) > MOST_SEEDS) throw new Error('no seeds tell the keys apart');
    seeds[group] = seed;
    for (const key of members) keyAt[hash(key, seed) % keys.length] = key;
  }
  return { seeds, keyAt };
};

/** @throws where a text has several lines: it would come back as several texts */
export const packText = (texts: Readonly<Record<string, string>>): PackedText => {
  const broken = Object.values(texts).find((text) => text.includes('\n'));
  if (broken !== undefined) throw new Error(`a text of the tool has several lines: ${broken}`);
  const { seeds, keyAt } = places(Object.keys(texts));
  return { seeds, lines: keyAt.map((key) => texts[key]).join('\n') };
};

/** A key nobody packed gives the text of another: which keys there are is checked before (tests/unit/islands/selector). */
export const unpackText = ({ seeds, lines }: PackedText): ToolText => {
  const texts = seeds.length > 0 ? lines.split('\n') : [];
  return (key) => texts[hash(key, seeds[hash(key, 0) % seeds.length] ?? 0) % texts.length];
};
