import { budget, eraOf, judge, type Budget, type BudgetSettings, type Fit } from '../advisor/budget.ts';
import { MARGIN_BYTES } from '../advisor/overhead.ts';
import type { MacosEra } from '../advisor/types.ts';
import type { Chip } from '../schemas/chip.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import type { MachineFields } from './schema.ts';

const GB = 1e9;
const NEWEST_MACOS = 26;

/** The machine a question names, as far as it names one. */
export interface AskedMachine {
  readonly chip: Chip | null;
  readonly memoryGB: number | null;
  readonly macos: MacosEra;
  readonly settings: BudgetSettings;
}

export const machineOf = (fields: MachineFields, { find }: Context): AskedMachine => {
  const version = fields.macOS ?? NEWEST_MACOS;
  const macos = eraOf(version);
  if (macos === undefined) throw new QuestionError('macOS', `there is no macOS ${version} for Apple silicon: 11 to 15, or 26 and later`);
  const { wiredLimitMiB, otherAppsGB } = fields;
  return {
    chip: fields.chip === undefined ? null : find('chips', fields.chip, 'chip'),
    memoryGB: fields.memoryGB ?? null,
    macos,
    settings: { ...(wiredLimitMiB === undefined ? {} : { wiredLimitMiB }), ...(otherAppsGB === undefined ? {} : { otherAppsBytes: otherAppsGB * GB }) },
  };
};

export interface BudgetResult {
  readonly gpuLimitBytes: number;
  readonly usableBytes: number;
  /** What should stay free of it beside the need. */
  readonly marginBytes: number;
  readonly status: Fit['status'];
  readonly reason: Fit['reason'];
  /** What decides how much is usable. */
  readonly bound: Budget['bound'];
  /** True where the limit of this size was not read from a log of this macOS generation. */
  readonly estimated: boolean;
  /** The value of iogpu.wired_limit_mb that makes room, for the status that needs it. */
  readonly wiredLimitMiB?: number;
}

/** What the machine gives a need, and how well that is enough; null where no memory was named. */
export const budgetResult = (
  { memoryGB, macos, settings }: AskedMachine,
  totalBytes: number,
  weightsBytes: number,
  { facts }: Context,
): BudgetResult | null => {
  if (memoryGB === null) return null;
  const limits = budget(memoryGB, macos, facts.gpuLimits, settings);
  const { status, reason, wiredLimitMiB } = judge({ totalBytes, weightsBytes }, limits);
  const { gpuLimitBytes, usableBytes, bound, estimated } = limits;
  return { gpuLimitBytes, usableBytes, marginBytes: MARGIN_BYTES, status, reason, bound, estimated, ...(wiredLimitMiB === undefined ? {} : { wiredLimitMiB }) };
};

/** Remarks on the machine that change no number. */
export const machineNotes = ({ chip, memoryGB }: AskedMachine, { configurations }: Context): string[] => {
  if (chip === null) return [];
  const notes: string[] = [];
  if (memoryGB !== null && !chip.memoryOptionsGB.includes(memoryGB)) notes.push('memory-not-sold-with-chip');
  const sold = configurations.filter((one) => one.chip === chip.id);
  if (sold.length > 0 && sold.every(({ fan }) => !fan)) notes.push('fanless-slows-down-under-load');
  else if (sold.some(({ fan }) => !fan)) notes.push('slows-down-under-load-in-fanless-macs');
  return notes;
};
