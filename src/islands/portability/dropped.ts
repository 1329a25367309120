import type { Candidate, Chosen } from './collect.ts';
import { CLOSED_FOLDERS } from './limits.ts';

/** Entries of a folder looked at before a drop is cut off: a disk full of images must not keep the page busy for minutes. */
const MOST_ENTRIES = 50_000;

const entriesOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve) => {
    // What cannot be listed counts as empty: the rest of the drop is worth reading.
    reader.readEntries(resolve, () => resolve([]));
  });

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => {
    entry.file(resolve, () => resolve(null));
  });

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const walk = async (roots: readonly FileSystemEntry[], signal: AbortSignal): Promise<Chosen> => {
  const found: Candidate[] = [];
  const closed: string[] = [];
  const open = [...roots];
  for (let looked = 0; open.length > 0 && looked < MOST_ENTRIES && !signal.aborted; looked += 1) {
    const entry = open.pop();
    if (entry === undefined) break;
    if (!isFolder(entry)) {
      const file = await fileOf(entry as FileSystemFileEntry);
      if (file !== null) found.push({ path: entry.fullPath.slice(1), file, isChosen: roots.includes(entry) });
      continue;
    }
    if (CLOSED_FOLDERS.has(entry.name) && !roots.includes(entry)) {
      closed.push(entry.name);
      continue;
    }
    const reader = entry.createReader();
    // A browser hands out a folder in portions, the last of which is empty.
    for (let portion = await entriesOf(reader); portion.length > 0; portion = await entriesOf(reader)) open.push(...portion);
  }
  return { candidates: found.sort((a, b) => (a.path < b.path ? -1 : 1)), closed };
};

/** Files of a file field; those of a folder carry their paths. */
export const fromFiles = (files: Iterable<File>): Chosen => ({
  candidates: Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file, isChosen: file.webkitRelativePath === '' })),
  closed: [],
});

/**
 * Files and folders that were dropped or pasted. A browser shows them only while it handles the event, so they are taken at once and walked
 * afterwards.
 */
export const fromTransfer = (transfer: DataTransfer, signal: AbortSignal): Promise<Chosen> => {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry?.() ?? []) : []));
  return entries.length > 0 ? walk(entries, signal) : Promise.resolve(fromFiles(transfer.files));
};
