import type { Catalog } from './catalog.ts';
import {
  chipIn,
  coresInProse,
  countOf,
  hasMacEvidence,
  isAppleDevice,
  isForeign,
  isIntel,
  isVirtual,
  macIn,
  memoryInProse,
  memoryOf,
  memoryOfBytes,
  namesVirtualChip,
} from './paste-parts.ts';
import { bareBytes, labelledLines, proseOf, unifyPaste, type Line } from './paste-text.ts';
import { variantsOf } from './paste-variants.ts';

/**
 * - `empty`: nothing was pasted
 * - `nothing-found`: neither a chip nor memory nor a Mac
 * - `intel`, `virtual-machine`, `other-device`: read, but not a Mac with Apple silicon
 * - `chip-missing`, `memory-missing`: the rest was read
 * - `chip-unknown`: a chip of Apple that is not in the list
 * - `memory-not-offered`: the chip is not sold with this memory, so one of the two was misread
 * - `gpu-cores-not-offered`: the same for the cores of the GPU
 */
export type PasteProblem =
  | 'empty'
  | 'nothing-found'
  | 'intel'
  | 'virtual-machine'
  | 'other-device'
  | 'chip-missing'
  | 'chip-unknown'
  | 'memory-missing'
  | 'memory-not-offered'
  | 'gpu-cores-not-offered';

/** What a text says about a Mac. */
export interface MacReading {
  /** Ids of the variants of the chip it can mean, the likeliest first; empty unless it is a Mac with a chip of the list. */
  readonly chips: readonly string[];
  /** Whether the text does not say which of several variants it is. */
  readonly ambiguous: boolean;
  /** As Apple writes it, also when it is not in the list: M4 Pro. */
  readonly chipName: string | null;
  readonly memoryGB: number | null;
  readonly gpuCores: number | null;
  readonly cpuCores: number | null;
  /** Product line: MacBook Air. */
  readonly mac: string | null;
  readonly problems: readonly PasteProblem[];
}

type Found = Omit<MacReading, 'chips' | 'ambiguous' | 'problems'>;

const NOTHING: Found = { chipName: null, memoryGB: null, gpuCores: null, cpuCores: null, mac: null };

const rejected = (found: Found, problem: PasteProblem): MacReading => ({ ...found, chips: [], ambiguous: false, problems: [problem] });

/** Cores are called the same for CPU and GPU; only the kinds of cores in brackets, or the section they stand in, tell them apart. */
const withCores = (found: Found, value: string, inGraphics: boolean): Found => {
  const count = countOf(value);
  return inGraphics && !value.includes('(') ? { ...found, gpuCores: found.gpuCores ?? count } : { ...found, cpuCores: found.cpuCores ?? count };
};

interface Labelled extends Found {
  readonly intel: boolean;
  readonly virtual: boolean;
}

/** What the labelled lines say. Of several lines about one thing the first that can be read counts. */
const fromLines = (lines: readonly Line[]): Labelled => {
  let found = NOTHING;
  let [intel, virtual, inGraphics] = [false, false, false];
  for (const { label, value } of lines) {
    if (label === 'chip' || label === 'graphics') {
      found = { ...found, chipName: found.chipName ?? chipIn(value) };
      intel ||= label === 'chip' && isIntel(value);
      inGraphics = label === 'graphics';
    }
    if (label === 'chip' || label === 'model' || label === 'identifier') virtual ||= isVirtual(value);
    if (label === 'virtual') virtual ||= value.startsWith('1');
    if (label === 'model' || label === 'identifier') found = { ...found, mac: found.mac ?? macIn(value) };
    if (label === 'model') inGraphics = false;
    if (label === 'memory') found = { ...found, memoryGB: found.memoryGB ?? memoryOf(value) };
    if (label === 'memoryBytes') found = { ...found, memoryGB: found.memoryGB ?? memoryOfBytes(value) };
    if (label === 'cores') found = withCores(found, value, inGraphics);
    if (label === 'cpuCores') found = { ...found, cpuCores: found.cpuCores ?? countOf(value) };
    if (label === 'gpuCores') found = { ...found, gpuCores: found.gpuCores ?? countOf(value) };
  }
  return { ...found, intel, virtual };
};

const problemsOf = (found: Found, chips: Catalog['chips']): PasteProblem[] => {
  const { chipName, memoryGB, gpuCores } = found;
  const variants = chips.filter(({ name }) => name.toLowerCase() === chipName?.toLowerCase());
  const problems: PasteProblem[] = [];
  if (chipName === null) problems.push('chip-missing');
  else if (variants.length === 0) problems.push('chip-unknown');
  if (memoryGB === null) problems.push('memory-missing');
  else if (variants.length > 0 && !variants.some(({ memoryOptionsGB }) => memoryOptionsGB.includes(memoryGB))) problems.push('memory-not-offered');
  if (gpuCores !== null && variants.length > 0 && !variants.some((chip) => chip.gpuCores === gpuCores)) problems.push('gpu-cores-not-offered');
  return problems;
};

/**
 * Reads chip and memory of a Mac from what somebody pasted: the output of `system_profiler SPHardwareDataType` (and SPDisplaysDataType,
 * which has the cores of the GPU) in English or Japanese, as text, JSON or XML; `sysctl hw machdep.cpu.brand_string`, with or without
 * names; the text of “About this Mac”; or a few words such as “M4 Pro 24GB”. It never throws, and its time grows with the length of the text.
 */
export const readMac = (pasted: string, catalog: Pick<Catalog, 'chips' | 'configurations'>): MacReading => {
  const text = unifyPaste(pasted);
  if (text.trim() === '') return rejected(NOTHING, 'empty');
  const prose = proseOf(text);
  const { intel, virtual, ...labelled } = fromLines(labelledLines(text));

  const chipName = labelled.chipName ?? (intel ? null : chipIn(prose));
  const variants = catalog.chips.filter(({ name }) => name.toLowerCase() === chipName?.toLowerCase());
  const bytes = bareBytes(text);
  const found: Found = {
    chipName,
    memoryGB:
      labelled.memoryGB ??
      (bytes === null ? null : memoryOfBytes(bytes)) ??
      memoryInProse(
        prose,
        variants.flatMap(({ memoryOptionsGB }) => memoryOptionsGB),
      ),
    gpuCores: labelled.gpuCores ?? coresInProse(prose, 'GPU'),
    cpuCores: labelled.cpuCores ?? coresInProse(prose, 'CPU'),
    mac: labelled.mac ?? macIn(prose),
  };

  if (virtual || namesVirtualChip(prose)) return rejected(found, 'virtual-machine');
  if (intel || (chipName === null && isIntel(prose))) return rejected(found, 'intel');
  const isOther = (labelled.chipName === null && isAppleDevice(prose)) || (chipName === null && isForeign(prose));
  if (isOther && !hasMacEvidence(prose)) return rejected(found, 'other-device');
  if (chipName === null && found.memoryGB === null && found.mac === null) return rejected(NOTHING, 'nothing-found');

  const chips = chipName === null ? [] : variantsOf(chipName, found, catalog);
  return { ...found, chips, ambiguous: chips.length > 1, problems: problemsOf(found, catalog.chips) };
};
