import type { InputFile } from '../../portability/types.ts';
import { LIMITS, LONGEST_LINK } from './limits.ts';

/** What stands before the input in the fragment of a link. */
const START = '#in=';

/** Whether a browser can put input into links and take it out. */
export const canShare = (): boolean => typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';

const toBase64Url = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** All bytes of a stream. @throws where there are more than `most`: a small link can hold a large nothing */
const bytesOf = async (stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error('too large');
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/**
 * The fragment of a link that holds an input: its files as JSON, compressed (raw deflate) and written in base64url. A server never sees what
 * stands behind `#`.
 */
export const fragmentOf = async (files: readonly InputFile[]): Promise<string> => {
  // JSON keeps lone surrogates, which text on its own way to bytes would lose.
  const text = JSON.stringify(files.map(({ path, text: content }) => [path, content]));
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return START + toBase64Url(await bytesOf(stream, Number.POSITIVE_INFINITY));
};

const isEntry = (value: unknown): value is [string, string] => Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

/** Whether a fragment says that it holds an input. */
export const holdsInput = (fragment: string): boolean => fragment.startsWith(START);

/**
 * The files a fragment holds.
 * @throws where it was cut off, changed or made by something else
 */
export const filesOf = async (fragment: string): Promise<InputFile[]> => {
  const bytes = fromBase64Url(fragment.slice(START.length));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const entries: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(stream, LIMITS.totalBytes * 2)));
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > LIMITS.files || !entries.every(isEntry)) throw new Error('not an input');
  return entries.map(([path, text]) => ({ path, text }));
};

/**
 * A link to a page with an input in it, or null where it would be longer than what is passed on whole.
 * @param address of the page, without query and fragment
 */
export const linkTo = async (address: string, files: readonly InputFile[]): Promise<string | null> => {
  // Nothing that is much larger than the longest link can be compressed into it; why try.
  if (files.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_LINK * 200) return null;
  const link = address + (await fragmentOf(files));
  return link.length <= LONGEST_LINK ? link : null;
};
