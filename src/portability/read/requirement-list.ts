import type { Collector } from './collect.ts';
import type { OriginOf } from './origins.ts';
import { asFound, isLocalFolder, parseRequirement } from './requirement.ts';

/** A requirement with the line it stands on. */
export interface Written {
  readonly text: string;
  readonly line: number;
}

const NOWHERE: OriginOf = () => ({ url: null, index: null, isLocal: false });

/** How requirements of one list are read. */
export interface ListContext {
  readonly group: string | null;
  readonly origin?: OriginOf;
  /** Normalised name of the project itself: `project[extra]` among its own extras is no package. */
  readonly own?: string | null;
  /** False for what other tools ask for, or only constrains. */
  readonly direct?: boolean;
}

/** Reads a list of requirements after PEP 508. */
export const readList = (list: readonly Written[], collect: Collector, { group, origin = NOWHERE, own = null, direct = true }: ListContext): void => {
  for (const { text, line } of list) {
    const requirement = parseRequirement(text);
    if (requirement === null) {
      if (!isLocalFolder(text)) collect.problem('not-a-requirement', text, line);
      continue;
    }
    if (requirement.name === own) continue;
    const found = asFound(requirement, text, group);
    const { url, index, isLocal } = origin(requirement.name, found.group ?? null);
    if (!isLocal) collect.dependency({ ...found, url: requirement.url ?? url, index, direct }, line);
  }
};
