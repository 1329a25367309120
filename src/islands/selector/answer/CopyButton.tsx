import { useState } from 'preact/hooks';
import type { Shared } from './shared.ts';

interface Props {
  /** What to copy, asked for when the button is pressed */
  content: () => string;
  label: string;
  at: Pick<Shared, 'say' | 'awake'>;
}

/** Copies a text, and says in words whether that worked. On the server it keeps its room and cannot be pressed. */
export const CopyButton = ({ content, label, at: { say, awake } }: Props) => {
  const [result, setResult] = useState<{ content: string; key: 'copied' | 'copy-failed' }>();
  const copy = async (): Promise<void> => {
    const copied = content();
    try {
      await navigator.clipboard.writeText(copied);
      setResult({ content: copied, key: 'copied' });
    } catch {
      setResult({ content: copied, key: 'copy-failed' });
    }
  };
  return (
    <span class="answer-copy needs-js">
      <button type="button" class="button" disabled={!awake} onClick={() => void copy()}>
        {label}
      </button>
      {/* The message belongs to one content: with another one it disappears. */}
      <span role="status">{result !== undefined && result.content === content() && say(result.key)}</span>
    </span>
  );
};
