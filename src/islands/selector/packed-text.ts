import type { ToolText } from './text.ts';

/** Texts without their keys, which are a quarter of their bytes: each stands under a number made of its key. */
export interface PackedText {
  readonly seed: number;
  /** Bits of a number that count. */
  readonly mask: number;
  /** From one number to the next, the first from 0. */
  readonly steps: readonly number[];
  /** In the order of the numbers, a line each. */
  readonly lines: string;
}

/** The number of a key (FNV-1a). */
const numberOf = (key: string, { seed, mask }: Pick<PackedText, 'seed' | 'mask'>): number => {
  let number = seed;
  for (let place = 0; place < key.length; place += 1) number = Math.imul(number ^ key.charCodeAt(place), 0x01000193);
  return number & mask;
};

/** Seeds tried before numbers become a bit longer; 2,000 find one for all texts of the tool in 14 bits. */
const MOST_SEEDS = 2000;

/** The shortest numbers that tell all keys apart. */
const numbering = (keys: readonly string[]): Pick<PackedText, 'seed' | 'mask'> => {
  for (let mask = 1; mask < 2 ** 30; mask = mask * 2 + 1) {
    if (mask < keys.length) continue;
    for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
      if (new Set(keys.map((key) => numberOf(key, { seed, mask }))).size === keys.length) return { seed, mask };
    }
  }
  throw new Error('no numbers tell the keys apart');
};

/** @throws where a text has several lines: it would come back as several texts */
export const packText = (texts: Readonly<Record<string, string>>): PackedText => {
  const numbers = numbering(Object.keys(texts));
  const entries = Object.entries(texts)
    .map(([key, text]) => ({ number: numberOf(key, numbers), text }))
    .sort((a, b) => a.number - b.number);
  const broken = entries.find(({ text }) => text.includes('\n'));
  if (broken !== undefined) throw new Error(`a text of the tool has several lines: ${broken.text}`);
  return {
    ...numbers,
    steps: entries.map(({ number }, place) => number - (entries[place - 1]?.number ?? 0)),
    lines: entries.map(({ text }) => text).join('\n'),
  };
};

/** A key nobody packed may give the text of another: which keys there are is checked before (tests/unit/islands/selector). */
export const unpackText = (packed: PackedText): ToolText => {
  let number = 0;
  const lines = packed.lines.split('\n');
  const texts = new Map(packed.steps.map((step, place) => [(number += step), lines[place]]));
  return (key) => texts.get(numberOf(key, packed));
};
