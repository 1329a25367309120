import type { AskedMachine } from './machine.ts';

/** A question as it was read: what it named and what was assumed, null for what it left out. Asked again it gives the same answer. */
export type Settings = Readonly<Record<string, unknown>>;

export const machineSettings = ({ mac, chip, memoryGB, macOS, settings, otherAppsGB }: AskedMachine): Settings => ({
  ...(mac === null ? {} : { mac: mac.id }),
  chip: chip?.id ?? null,
  memoryGB,
  macOS,
  wiredLimitMiB: settings.wiredLimitMiB ?? 0,
  otherAppsGB,
});
