import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { changeSchema, type Change } from '../schemas/change.ts';

const FILE = 'content/changes.json';

/**
 * The list of changes as text, the newest first.
 * @throws with file, id, field and reason of every entry that is wrong
 */
export const parseChanges = (text: string, file = FILE): Change[] => {
  const records = z.array(z.unknown()).parse(JSON.parse(text));
  const problems: string[] = [];
  const seen = new Set<string>();
  const changes = records.flatMap((record, index): Change[] => {
    const result = changeSchema.safeParse(record);
    const id = (record as { id?: unknown } | null)?.id;
    const name = typeof id === 'string' ? id : `entry ${index + 1}`;
    if (!result.success) {
      problems.push(...result.error.issues.map(({ path, message }) => `${file}: ${name}: ${path.join('.')}: ${message}`));
      return [];
    }
    if (seen.has(name)) problems.push(`${file}: ${name}: id: stands twice`);
    seen.add(name);
    return [result.data];
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return changes.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
};

let read: Change[] | undefined;
/** All changes, the newest first; those of one day in the order of the file. Read once per build. */
export const changes = (): readonly Change[] => (read ??= parseChanges(readFileSync(join(process.cwd(), FILE), 'utf8')));
