import { budget, eraOf, judge, type Budget, type BudgetSettings, type Fit } from '../advisor/budget.ts';
import { memoryOptions } from '../advisor/memory-options.ts';
import { MARGIN_BYTES } from '../advisor/overhead.ts';
import type { MacosEra } from '../advisor/types.ts';
import type { Chip } from '../schemas/chip.ts';
import type { Mac } from '../schemas/mac.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import type { NoteCode } from './notes.ts';
import type { MachineFields } from './schema.ts';

const GB = 1e9;
const NEWEST_MACOS = 26;

/** The machine a question names, as far as it names one. */
export interface AskedMachine {
  readonly mac: Mac | null;
  readonly chip: Chip | null;
  readonly memoryGB: number | null;
  readonly macOS: number;
  readonly macos: MacosEra;
  readonly settings: BudgetSettings;
  /** What other applications hold, in 10^9 bytes, as asked. */
  readonly otherAppsGB: number;
  /** Null where Macs with this chip come with a fan and without one, or none is known. */
  readonly fanless: boolean | null;
}

/** The only one of a list, if it has but one. */
const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

const checkChip = (mac: Mac, chip: Chip | null): void => {
  if (chip !== null && !mac.chips.includes(chip.id)) throw new QuestionError('chip', `${mac.name.en} does not come with ${chip.id}`, mac.chips);
};

const checkMemory = (mac: Mac, chip: Chip | null, sizes: readonly number[], memoryGB: number | undefined): void => {
  if (memoryGB === undefined || sizes.includes(memoryGB)) return;
  const variant = chip === null ? '' : ` and ${chip.id}`;
  throw new QuestionError('memoryGB', `${mac.name.en} does not come with ${memoryGB}GB${variant}`, sizes.map(String));
};

const fanlessOf = (mac: Mac | null, chip: Chip | null, memoryGB: number | null, { configurations }: Context): boolean | null => {
  if (mac !== null) return !mac.fan;
  if (chip === null) return null;
  const sold = configurations.filter((one) => one.chip === chip.id && (memoryGB === null || one.memoryGB === memoryGB));
  return only([...new Set(sold.map(({ fan }) => !fan))]) ?? null;
};

/** @throws QuestionError for a macOS that never was, an id that is not known, and a chip or memory the named Mac does not come with */
export const machineOf = (fields: MachineFields, context: Context): AskedMachine => {
  const { find } = context;
  const macOS = fields.macOS ?? NEWEST_MACOS;
  const macos = eraOf(macOS);
  if (macos === undefined) throw new QuestionError('macOS', `there is no macOS ${macOS} for Apple silicon: 11 to 15, or 26 and later`);
  const mac = fields.mac === undefined ? null : find('macs', fields.mac, 'mac');
  const chipId = fields.chip ?? (mac === null ? undefined : only(mac.chips));
  const chip = chipId === undefined ? null : find('chips', chipId, 'chip');
  let memoryGB = fields.memoryGB ?? null;
  if (mac !== null) {
    checkChip(mac, chip);
    const sizes = chip === null ? mac.memoryOptionsGB : memoryOptions(mac, chip);
    checkMemory(mac, chip, sizes, fields.memoryGB);
    memoryGB ??= only(sizes) ?? null;
  }
  const { wiredLimitMiB, otherAppsGB = 0 } = fields;
  return {
    mac,
    chip,
    memoryGB,
    macOS,
    macos,
    settings: { ...(wiredLimitMiB === undefined ? {} : { wiredLimitMiB }), otherAppsBytes: otherAppsGB * GB },
    otherAppsGB,
    fanless: fanlessOf(mac, chip, memoryGB, context),
  };
};

export interface BudgetResult {
  readonly gpuLimitBytes: number;
  readonly usableBytes: number;
  /** What should stay free of it beside the need. */
  readonly marginBytes: number;
  /** Null where the need is not known. */
  readonly status: Fit['status'] | null;
  readonly reason: Fit['reason'] | 'need-unknown';
  /** What decides how much is usable. */
  readonly bound: Budget['bound'];
  /** True where the limit of this size was not read from a log of this macOS generation. */
  readonly estimated: boolean;
  /** The value of iogpu.wired_limit_mb that makes room, for the status that needs it. */
  readonly wiredLimitMiB?: number;
}

/**
 * What the machine gives a need, and how well that is enough; null where no memory was named.
 * @param totalBytes null where a part is not known: then nothing is judged
 */
export const budgetResult = (
  { memoryGB, macos, settings }: AskedMachine,
  totalBytes: number | null,
  weightsBytes: number,
  { facts }: Context,
): BudgetResult | null => {
  if (memoryGB === null) return null;
  const limits = budget(memoryGB, macos, facts.gpuLimits, settings);
  const { gpuLimitBytes, usableBytes, bound, estimated } = limits;
  const fit = totalBytes === null ? ({ status: null, reason: 'need-unknown' } as const) : judge({ totalBytes, weightsBytes }, limits);
  return { gpuLimitBytes, usableBytes, marginBytes: MARGIN_BYTES, ...fit, bound, estimated };
};

/** Remarks on the machine that change no number. */
export const machineNotes = ({ mac, chip, memoryGB, fanless }: AskedMachine, { configurations }: Context): NoteCode[] => {
  const notes: NoteCode[] = [];
  if (chip !== null && memoryGB !== null && !chip.memoryOptionsGB.includes(memoryGB)) notes.push('memory-not-sold-with-chip');
  // The list of Macs does not hold every Mac with a chip, so only a named Mac is certain to have no fan.
  if (mac !== null && fanless === true) notes.push('fanless-slows-down-under-load');
  else if (mac === null && chip !== null && configurations.some((one) => one.chip === chip.id && !one.fan)) notes.push('slows-down-under-load-in-fanless-macs');
  return notes;
};

/** Why there is no speed where no chip was named. */
export const noChip = ({ mac }: AskedMachine): string =>
  mac === null ? 'no chip was named' : `no chip was named; this Mac comes with ${mac.chips.join(', ')}`;
