import { useState } from 'preact/hooks';
import type { Shared } from './shared.ts';

interface Props {
  /** What to copy, asked for when the button is pressed; it may still have to load */
  content: () => string | Promise<string>;
  /** What the content is made from: once that is another, it is no longer true that it was copied */
  of: string;
  label: string;
  at: Pick<Shared, 'say' | 'awake'>;
}

/** A browser lets a page write only while it answers a press. An item that is promised in time may arrive later. */
const write = (content: string | Promise<string>): Promise<void> =>
  typeof content === 'string'
    ? navigator.clipboard.writeText(content)
    : navigator.clipboard.write([new ClipboardItem({ 'text/plain': content.then((text) => new Blob([text], { type: 'text/plain' })) })]);

/** Copies a text, and says in words whether that worked. On the server it keeps its room and cannot be pressed. */
export const CopyButton = ({ content, of, label, at: { say, awake } }: Props) => {
  const [result, setResult] = useState<{ of: string; key: 'copied' | 'copy-failed' }>();
  const copy = async (): Promise<void> => {
    try {
      await write(content());
      setResult({ of, key: 'copied' });
    } catch {
      setResult({ of, key: 'copy-failed' });
    }
  };
  return (
    <span class="answer-copy needs-js">
      <button type="button" class="button" disabled={!awake} onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{result?.of === of && say(result.key)}</span>
    </span>
  );
};
