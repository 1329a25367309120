import { normalizeName } from './read/text.ts';
import type { Knowledge } from './types.ts';

export type PackageRecord = Knowledge['packages'][number];

export interface PackageIndex {
  /** The record of a name as it stands in a list of requirements. */
  readonly named: (name: string) => PackageRecord | null;
  /** The record of the package that brings a module, the most harmless where several do. */
  readonly importing: (path: string) => PackageRecord | null;
}

const RANK = { runs: 0, changes: 1, part: 2, nvidia: 3 } as const;

/** Looks packages up by name (exactly, by another name, or as one of a family) and by the modules they bring. */
export const packageIndex = (packages: Knowledge['packages']): PackageIndex => {
  const byName = new Map<string, PackageRecord>();
  for (const record of packages) for (const other of record.also ?? []) byName.set(normalizeName(other), record);
  for (const record of packages) byName.set(normalizeName(record.id), record);
  const families = packages.flatMap((record) => (record.match === undefined ? [] : [{ record, expression: RegExp(record.match, 'i') }]));
  const byModule = new Map<string, PackageRecord>();
  for (const record of packages) {
    for (const module of record.imports) {
      const known = byModule.get(module);
      if (known === undefined || RANK[record.effect] < RANK[known.effect]) byModule.set(module, record);
    }
  }
  const found = new Map<string, PackageRecord | null>();
  return {
    named: (name) => {
      const known = byName.get(name) ?? found.get(name);
      if (known !== undefined) return known;
      const record = name.length > 100 ? null : (families.find(({ expression }) => expression.test(name))?.record ?? null);
      if (found.size < 50_000) found.set(name, record);
      return record;
    },
    importing: (path) => {
      for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
        const record = byModule.get(path.slice(0, end));
        if (record !== undefined) return record;
      }
      return null;
    },
  };
};
