import type { InputFile } from '../../portability/types.ts';
import { isExampleId, type ExampleId } from './example-ids.ts';
import { canShare, filesOf, holdsInput } from './share-link.ts';
import type { Notice } from './state.ts';

/** What an address asks for: files to open, or something to say; null where it asks for nothing. */
export type Asked = { readonly files: readonly InputFile[]; readonly notices: readonly Notice[] } | { readonly problem: Notice } | null;

/** The files of an example. @throws where they could not be loaded */
export const exampleFiles = async (id: ExampleId): Promise<readonly InputFile[]> => (await import('./examples.ts')).EXAMPLES[id];

/** Reads the input a fragment holds (`#in=…`). */
export const askedByFragment = async (fragment: string): Promise<Asked> => {
  if (!holdsInput(fragment)) return null;
  if (!canShare()) return { problem: { key: 'notice.link-unsupported' } };
  try {
    const files = await filesOf(fragment);
    return { files, notices: [{ key: 'notice.restored', values: { count: files.length } }] };
  } catch {
    return { problem: { key: 'notice.link' } };
  }
};

/** Reads the example a query asks for (`?example=lora`). */
export const askedByQuery = async (query: string): Promise<Asked> => {
  const id = new URLSearchParams(query).get('example');
  if (id === null) return null;
  if (!isExampleId(id)) return { problem: { key: 'notice.example', values: { id: id.slice(0, 40) } } };
  try {
    return { files: await exampleFiles(id), notices: [] };
  } catch {
    return { problem: { key: 'notice.load-failed' } };
  }
};
