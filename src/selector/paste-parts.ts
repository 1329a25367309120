/** The parts of a description of a Mac, read from single values or from prose. All texts are unified before (`unifyPaste`). */

const GiB = 2 ** 30;

/** Larger memory no Mac had, Intel included. */
const MOST_GB = 2048;

/** M1 to M99, and the A chips of Macs where Apple’s name stands before them; a bare A18 may be anything. */
const CHIP = /(^|[^\w.])(?:(Apple)[ \t]{0,3})?(M[1-9]\d?|A\d{2})(?:[ \t]{0,3}(Pro|Max|Ultra))?(?![\w.])/gi;

/** Intel’s Core m3, m5 and m7 were in the MacBook with 12 inches. */
const INTEL_M = /core[^\w]{0,4}$/i;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

/** The first chip of Apple in a text, as Apple writes it: M4 Pro. @returns null where there is none */
export const chipIn = (text: string): string | null => {
  for (const match of text.matchAll(CHIP)) {
    const [whole, before = '', apple, generation = '', tier] = match;
    if (/^a/i.test(generation) && apple === undefined) continue;
    if (INTEL_M.test(text.slice(Math.max(0, match.index - 8), match.index + before.length)) && whole !== '') continue;
    return tier === undefined ? generation.toUpperCase() : `${generation.toUpperCase()} ${capital(tier)}`;
  }
  return null;
};

const INTEL = /\bintel\b|\bcore[^\w]{0,4}(?:i[3579]|m[357]|2 duo)\b|\bxeon\b|genuineintel/i;
export const isIntel = (text: string): boolean => INTEL.test(text);

/** Virtual machines of Apple’s framework, VMware, Parallels and QEMU, as they name chip, model and identifier. */
const VIRTUAL = /\(virtual\)|virtualmac|virtual machine|vmware|parallels|qemu|仮想マシン/i;
export const isVirtual = (text: string): boolean => VIRTUAL.test(text);

/** The same in prose, where VMware and Parallels may be programs somebody uses. */
const VIRTUAL_CHIP = /\bm\d{1,2}[^\n]{0,8}\(virtual\)|virtualmac\d/i;
export const namesVirtualChip = (text: string): boolean => VIRTUAL_CHIP.test(text);

/** Other devices of Apple, some with the same chips. */
const APPLE_DEVICE = /\b(?:iphone|ipad|ipod|apple watch|apple tv|vision pro)\b/i;
export const isAppleDevice = (text: string): boolean => APPLE_DEVICE.test(text);

/** Computers of others. Beside a chip of Apple such a word says nothing: people compare. */
const FOREIGN = /\b(?:windows|ubuntu|linux|android|amd|ryzen|epyc|snapdragon|raspberry pi|geforce|rtx)\b/i;
export const isForeign = (text: string): boolean => FOREIGN.test(text);

/** By the name of the product line; identifiers up to 2022 hold it (MacBookAir10,1), later ones do not (Mac16,8). */
const MAC_NAMES: readonly (readonly [RegExp, string])[] = [
  [/macbook ?air|マックブック ?エアー?/i, 'MacBook Air'],
  [/macbook ?pro|マックブック ?プロ/i, 'MacBook Pro'],
  [/macbook ?neo/i, 'MacBook Neo'],
  [/macbook/i, 'MacBook'],
  [/mac ?mini|マック ?ミニ/i, 'Mac mini'],
  [/mac ?studio|マック ?スタジオ/i, 'Mac Studio'],
  [/imac ?pro/i, 'iMac Pro'],
  [/imac|アイマック/i, 'iMac'],
  [/mac ?pro\b/i, 'Mac Pro'],
];

/** The product line a text names, as Apple writes it: Mac mini. Of several the one that stands first in the list of lines. */
export const macIn = (text: string): string | null => MAC_NAMES.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Evidence of macOS in a text without a product line. */
const MAC_EVIDENCE = /\bmac\d{1,2},\d|\bmacos\b|machdep\.|hw\.memsize|system_profiler|このmacについて|about this mac/i;
export const hasMacEvidence = (text: string): boolean => macIn(text) !== null || MAC_EVIDENCE.test(text);

const sizeOf = (amount: string, unit: string): number | null => {
  const value = Number(amount) * (/^t/i.test(unit) ? 1024 : 1);
  return Number.isInteger(value) && value >= 1 && value <= MOST_GB ? value : null;
};

const MEMORY_VALUE = /^[^\d\n]{0,12}(\d{1,4}(?:\.\d{1,2})?)[ \t]{0,3}(GB|GiB|TB|TiB|ギガバイト|ギガ)/i;

/** GB of a value such as `24 GB` or `16 GB 2133 MHz LPDDR3`. */
export const memoryOf = (value: string): number | null => {
  const match = MEMORY_VALUE.exec(value);
  return match === null ? null : sizeOf(match[1] ?? '', match[2] ?? '');
};

/** GB of a number of bytes; memory comes in whole GiB. */
export const memoryOfBytes = (value: string): number | null => {
  const bytes = /^\d{10,13}/.exec(value)?.[0];
  return bytes === undefined || Number(bytes) % GiB !== 0 ? null : sizeOf(String(Number(bytes) / GiB), 'GB');
};

const MEMORY_IN_PROSE = /(\d{1,4})[ \t]{0,3}(GB|GiB|TB|ギガバイト|ギガ)(?![\w/])/gi;
const MEMORY_BEFORE = /(?:unified memory|memory|ユニファイドメモリー?|メモリー?|ram)[^\w\n]{0,6}$/i;
const MEMORY_AFTER = /^[^\w\n]{0,3}の?[ \t]{0,3}(?:unified|ユニファイド|memory|メモリ|ram\b|lpddr)/i;
const DISK_BEFORE = /(?:ssd|storage|ストレージ|disk|ディスク|hdd|容量)[^\w\n]{0,6}$/i;
const DISK_AFTER = /^[^\w\n]{0,3}の?[ \t]{0,3}(?:ssd|storage|ストレージ|hdd|nvme|flash|フラッシュ)/i;
const AFTER_A_SIZE = /(?:B|ギガ|バイト)[^\w\n]{0,3}の?[ \t]{0,3}$/i;

/** Whether a word stands before a number and is not the unit of the number before: in “512GB SSD 24GB” the SSD is not 24GB. */
const isSaidBefore = (word: RegExp, before: string): boolean => {
  const match = word.exec(before);
  return match !== null && !AFTER_A_SIZE.test(before.slice(0, match.index));
};

/** How surely a number of GB in prose is memory. Negative for what is called a disk and is no size of the chip. */
const memoryScore = (before: string, after: string, isOffered: boolean): number => {
  const says = isSaidBefore(MEMORY_BEFORE, before) || MEMORY_AFTER.test(after);
  const denies = isSaidBefore(DISK_BEFORE, before) || DISK_AFTER.test(after);
  return (says ? 4 : 0) - (denies ? 2 : 0) + (isOffered ? 2.5 : 0);
};

/**
 * GB of memory in prose: “M4 Pro, 24GB, SSD 512GB” is 24. What decides is, in this order, that it is called memory, that the chip is sold
 * with it, that it is not called a disk, and that it comes first.
 */
export const memoryInProse = (text: string, offered: readonly number[]): number | null => {
  let best: { size: number; score: number } | null = null;
  for (const match of text.matchAll(MEMORY_IN_PROSE)) {
    const size = sizeOf(match[1] ?? '', match[2] ?? '');
    if (size === null) continue;
    const end = match.index + match[0].length;
    const score = memoryScore(text.slice(Math.max(0, match.index - 24), match.index), text.slice(end, end + 24), offered.includes(size));
    if (score >= 0 && score > (best?.score ?? -1)) best = { size, score };
  }
  return best?.size ?? null;
};

/** Cores as shops and people write them: 20-core GPU, 20コアGPU, 20C-GPU, GPU 20コア. */
const coresPatterns = (part: string): readonly RegExp[] => [
  new RegExp(String.raw`(\d{1,2})[ \t]{0,2}[-‐]?[ \t]{0,2}(?:cores?|コアの?|核|c)[ \t-]{0,3}${part}`, 'i'),
  new RegExp(String.raw`${part}[^\d\n]{0,8}(\d{1,2})[ \t]{0,2}[-‐]?[ \t]{0,2}(?:cores?|コア|核)`, 'i'),
];
const CORES = { CPU: coresPatterns('CPU'), GPU: coresPatterns('GPU') };

export const coresInProse = (text: string, part: 'CPU' | 'GPU'): number | null => {
  for (const pattern of CORES[part]) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return Number(found);
  }
  return null;
};

/** The first number of a value: `14 (10 performance and 4 efficiency)`, `proc 14:10:4`. */
export const countOf = (value: string): number | null => {
  const found = /^(?:proc )?(\d{1,3})\b/.exec(value)?.[1];
  return found === undefined || Number(found) === 0 ? null : Number(found);
};
