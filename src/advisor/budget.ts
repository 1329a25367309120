import { GiB, MiB } from './bytes.ts';
import { MACOS_BYTES, MARGIN_BYTES, OVERHEAD_BYTES, SYSTEM_BYTES } from './overhead.ts';
import type { GpuLimitFacts, MacosEra } from './types.ts';

/** From the best to the worst. */
export const FIT_STATUSES = ['comfortable', 'fits', 'tight', 'needs-setting', 'no'] as const;
export type FitStatus = (typeof FIT_STATUSES)[number];

/** Why: what the need is above or below of. */
export type FitReason = 'room-to-spare' | 'within-limit' | 'uses-margin' | 'within-raised-limit' | 'weights-exceed-memory' | 'exceeds-memory';

/**
 * The generation of a macOS version (major, or with its minor part: 15.7). 16 to 25 never existed: Apple went from 15 to 26.
 * @returns undefined for versions that never existed, and for those before 11, which know no Apple silicon
 */
export const eraOf = (version: number): MacosEra | undefined => {
  const major = Math.floor(version);
  if (major >= 11 && major <= 15) return 'legacy';
  return major >= 26 ? 'current' : undefined;
};

/** A need up to this part of the limit leaves room for other programs and longer conversations. Our choice; no source. */
const COMFORTABLE_PART = 0.7;

/** A raised limit keeps at least this much of the memory out of the GPU’s reach, and at least a tenth of it. Our choice; no source. */
const RAISED_FREE_BYTES = 8 * GiB;
const RAISED_PART = 0.9;

/**
 * What keeps a model from having more. `gpu-limit`: macOS’s default or the setting. `system-memory`: what macOS itself needs, on the
 * smallest Macs. `other-apps`: closing other applications would give the model more.
 */
export type BudgetBound = 'gpu-limit' | 'system-memory' | 'other-apps';

export interface BudgetSettings {
  /** Value of `iogpu.wired_limit_mb` in MiB, which replaces the default limit; 0 means the default, as in macOS. */
  readonly wiredLimitMiB?: number;
  /** Memory other applications hold and keep, beside macOS itself. Nothing by default. */
  readonly otherAppsBytes?: number;
}

export interface Budget {
  readonly memoryGB: number;
  /** What macOS lets the GPU use. */
  readonly gpuLimitBytes: number;
  /**
   * What a need and its margin may reach: the GPU limit, or less where macOS and the other applications would run short.
   * min(GPU limit − 1 GiB, memory − 4 GiB − other applications) of Llama for macOS, with the 1 GiB (overhead and margin) on the other side.
   */
  readonly usableBytes: number;
  /** Which of the two decides `usableBytes`. */
  readonly bound: BudgetBound;
  /** What other applications hold, as asked. */
  readonly otherAppsBytes: number;
  /**
   * How far the limit can sensibly be raised with `iogpu.wired_limit_mb`: 8 GiB, a tenth of the memory, and what macOS and the other
   * applications hold stay free, whichever is most.
   */
  readonly raisedLimitBytes: number;
  /** True where the limit of this size was not read from a log of this macOS generation. */
  readonly estimated: boolean;
}

const fractionOf = (fact: GpuLimitFacts, era: MacosEra): number | null => (era === 'legacy' ? fact.legacyFraction : fact.currentFraction);
const usableOf = (fact: GpuLimitFacts, era: MacosEra): number | null => (era === 'legacy' ? fact.legacyUsableMiB : fact.currentUsableMiB);

const observedLimits = new WeakMap<readonly GpuLimitFacts[], Map<MacosEra, readonly GpuLimitFacts[]>>();

/** The sizes with an observed value, from small to large; sorted once for every list of facts. */
const observedIn = (facts: readonly GpuLimitFacts[], era: MacosEra): readonly GpuLimitFacts[] => {
  const known = observedLimits.get(facts) ?? new Map<MacosEra, readonly GpuLimitFacts[]>();
  const sorted = known.get(era) ?? facts.filter((fact) => fractionOf(fact, era) !== null).sort((a, b) => a.memoryGB - b.memoryGB);
  observedLimits.set(facts, known.set(era, sorted));
  return sorted;
};

/**
 * The default GPU limit in bytes. A size without an observed value takes the fraction of the next smaller size that has one (of the
 * smallest size if there is none below): fractions only grow with the memory, so this errs on the safe side.
 * @returns null when no size of this generation is known
 */
const defaultLimit = (memoryGB: number, era: MacosEra, facts: readonly GpuLimitFacts[]): { bytes: number; estimated: boolean } | null => {
  const observed = observedIn(facts, era);
  const fact = observed.findLast((candidate) => candidate.memoryGB <= memoryGB) ?? observed[0];
  const fraction = fact && fractionOf(fact, era);
  if (!fact || fraction === null || fraction === undefined) return null;
  if (fact.memoryGB !== memoryGB) return { bytes: Math.floor(memoryGB * GiB * fraction), estimated: true };
  const usable = usableOf(fact, era);
  return {
    bytes: usable === null ? Math.floor(memoryGB * GiB * fraction) : usable * MiB,
    estimated: era === 'current' && !fact.currentObserved,
  };
};

/** What is left of the memory beside macOS and the other applications. Negative where they alone hold more than there is. */
const besideOthers = (memoryGB: number, otherAppsBytes: number, systemBytes = SYSTEM_BYTES): number => memoryGB * GiB - systemBytes - otherAppsBytes;

/**
 * What a Mac with `memoryGB` can give a model. More memory never gives less, and more in other applications never more.
 * @param facts the observed limits; without any, nothing is usable
 */
export const budget = (memoryGB: number, era: MacosEra, facts: readonly GpuLimitFacts[], settings: BudgetSettings = {}): Budget => {
  const { wiredLimitMiB = 0 } = settings;
  const otherAppsBytes = Math.max(0, settings.otherAppsBytes ?? 0);
  const memory = memoryGB * GiB;
  const found = defaultLimit(memoryGB, era, facts);
  const gpuLimitBytes = wiredLimitMiB > 0 ? Math.min(wiredLimitMiB * MiB, memory) : (found?.bytes ?? 0);
  // What may never be touched may overlap with what macOS keeps.
  const room = besideOthers(memoryGB, otherAppsBytes) + OVERHEAD_BYTES + MARGIN_BYTES;
  const held = otherAppsBytes > 0 ? 'other-apps' : 'system-memory';
  return {
    memoryGB,
    gpuLimitBytes,
    usableBytes: Math.max(0, Math.min(gpuLimitBytes, room)),
    bound: gpuLimitBytes <= room ? 'gpu-limit' : held,
    otherAppsBytes,
    raisedLimitBytes: Math.max(0, Math.min(memory - RAISED_FREE_BYTES, Math.floor(memory * RAISED_PART), besideOthers(memoryGB, otherAppsBytes))),
    estimated: wiredLimitMiB > 0 ? false : (found?.estimated ?? true),
  };
};

/**
 * Value of `iogpu.wired_limit_mb` that makes room for a need of `totalBytes` and its margin: the next whole GiB, as far as the limit can be raised.
 * @returns null when the limit cannot be raised that far, or need not be
 */
export const raisedLimitFor = (totalBytes: number, limits: Budget): number | null => {
  const wanted = totalBytes + MARGIN_BYTES;
  if (wanted > limits.raisedLimitBytes || wanted <= limits.gpuLimitBytes) return null;
  return Math.min(Math.ceil(wanted / GiB) * (GiB / MiB), Math.floor(limits.raisedLimitBytes / MiB));
};

export interface Fit {
  readonly status: FitStatus;
  readonly reason: FitReason;
  /** Value of `iogpu.wired_limit_mb` that makes room, for the status that needs it. */
  readonly wiredLimitMiB?: number;
}

export interface Need {
  /** All parts together, the overhead included. */
  readonly totalBytes: number;
  readonly weightsBytes: number;
}

/** Judges one need against one budget. A larger budget never gets a worse status. */
export const judge = (need: Need, limits: Budget): Fit => {
  const { totalBytes } = need;
  const wanted = totalBytes + MARGIN_BYTES;
  if (wanted <= limits.usableBytes * COMFORTABLE_PART) return { status: 'comfortable', reason: 'room-to-spare' };
  if (wanted <= limits.usableBytes) return { status: 'fits', reason: 'within-limit' };
  // A model that needs part of the margin, or of what macOS has to itself, may still run, but nothing else should.
  const allocated = totalBytes - OVERHEAD_BYTES;
  if (allocated <= Math.min(limits.gpuLimitBytes, besideOthers(limits.memoryGB, limits.otherAppsBytes, MACOS_BYTES))) {
    return { status: 'tight', reason: 'uses-margin' };
  }
  const wiredLimitMiB = raisedLimitFor(totalBytes, limits);
  if (wiredLimitMiB !== null) return { status: 'needs-setting', reason: 'within-raised-limit', wiredLimitMiB };
  const weightsFit = need.weightsBytes <= Math.max(limits.gpuLimitBytes, limits.raisedLimitBytes);
  return { status: 'no', reason: weightsFit ? 'exceeds-memory' : 'weights-exceed-memory' };
};
