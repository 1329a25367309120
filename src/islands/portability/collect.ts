import type { InputFile } from '../../portability/types.ts';
import { closedFolder, LIMITS, MB } from './limits.ts';
import { kindByName } from '../../portability/read/kind-by-name.ts';

/** A file somebody chose, or one of a folder they chose. */
export interface Candidate {
  readonly path: string;
  readonly file: File;
  /** Chosen by itself: it is read whatever its name. */
  readonly isChosen: boolean;
}

/** What somebody chose, with the names of folders in it that were not opened. */
export interface Chosen {
  readonly candidates: readonly Candidate[];
  readonly closed: readonly string[];
}

/** A file that was not read, and why. */
export interface Skipped {
  readonly path: string;
  readonly reason: 'too-large' | 'total' | 'count' | 'unreadable';
  /** In MB, one decimal. */
  readonly size: string;
}

export interface Collected {
  readonly files: readonly InputFile[];
  readonly skipped: readonly Skipped[];
  /** Files whose name no reader knows. */
  readonly passedOver: number;
  /** Names of the folders that were not opened. */
  readonly closed: readonly string[];
}

/** Files read at once: enough to keep a disk busy, few enough to stay responsive. */
const AT_ONCE = 16;

/** Paths within the folder that was chosen, where all come from one. */
export const withoutRoot = (candidates: readonly Candidate[]): Candidate[] => {
  const [first = ''] = candidates.map(({ path }) => path.split('/')[0] ?? '');
  const isOneFolder = candidates.length > 0 && candidates.every(({ path, isChosen }) => !isChosen && path.startsWith(`${first}/`));
  return isOneFolder ? candidates.map((one) => ({ ...one, path: one.path.slice(first.length + 1) })) : [...candidates];
};

const sizeOf = (bytes: number): string => (bytes / MB).toFixed(1);

/** Asking a file for its size may wait for the disk: after so many the page gets its turn. */
const SORTED_AT_ONCE = 100;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What is worth reading of what was chosen, by name and size alone. */
export const sortOut = async (candidates: readonly Candidate[], have: { readonly files: number; readonly bytes: number }) => {
  const wanted: Candidate[] = [];
  const skipped: Skipped[] = [];
  const closed = new Set<string>();
  let passedOver = 0;
  let { files, bytes } = have;
  for (const [place, candidate] of candidates.entries()) {
    if (place % SORTED_AT_ONCE === SORTED_AT_ONCE - 1) await pause();
    const { path, file, isChosen } = candidate;
    const folder = isChosen ? undefined : closedFolder(path);
    const size = folder === undefined && (isChosen || kindByName(path) !== null) ? file.size : null;
    const skip = (reason: Skipped['reason']): unknown => skipped.push({ path, reason, size: sizeOf(size ?? 0) });
    if (folder !== undefined) closed.add(folder);
    else if (size === null) passedOver += 1;
    else if (size > LIMITS.fileBytes) skip('too-large');
    else if (files >= LIMITS.files) skip('count');
    else if (bytes + size > LIMITS.totalBytes) skip('total');
    else {
      wanted.push(candidate);
      files += 1;
      bytes += size;
    }
  }
  return { wanted, skipped, passedOver, closed };
};

/**
 * Reads what was chosen as text, a few files at a time, in the order of their paths.
 * @param have what is in the list already: limits are those of all together
 * @param signal stops reading; what was read until then is thrown away by the caller
 */
export const collect = async (
  chosen: Chosen,
  have: { readonly files: number; readonly bytes: number },
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Collected> => {
  const { wanted, skipped, passedOver, closed } = await sortOut(withoutRoot(chosen.candidates), have);
  const files: InputFile[] = [];
  for (let start = 0; start < wanted.length && !signal.aborted; start += AT_ONCE) {
    onProgress(start, wanted.length);
    await Promise.all(
      wanted.slice(start, start + AT_ONCE).map(async ({ path, file }, place) => {
        try {
          files[start + place] = { path, text: await file.text() };
        } catch {
          skipped.push({ path, reason: 'unreadable', size: sizeOf(file.size) });
        }
      }),
    );
  }
  return { files: files.filter((file) => file !== undefined), skipped, passedOver, closed: [...new Set([...chosen.closed, ...closed])].sort() };
};
