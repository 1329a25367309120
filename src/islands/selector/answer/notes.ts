/** Beginnings of the notes that explain one part of the memory, by its key. The others are for the reader to know before trusting the numbers. */
export const NOTES_OF: Readonly<Record<string, string>> = { weights: 'weights-', compute: 'compute-', activations: 'activations-' };

export const isPartNote = (note: string): boolean => Object.values(NOTES_OF).some((prefix) => note.startsWith(prefix));
