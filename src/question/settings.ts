import type { AskedMachine } from './machine.ts';

/** A question as it was read: what it named and what was assumed, null for what it left out. */
export type Settings = Readonly<Record<string, string | number | boolean | null>>;

export const machineSettings = ({ mac, chip, memoryGB, macOS }: AskedMachine): Settings => ({
  ...(mac === null ? {} : { mac: mac.id }),
  chip: chip?.id ?? null,
  memoryGB,
  macOS,
});
