import { useState } from 'preact/hooks';
import { say, type ToolText } from '../text.ts';

interface Props {
  command: string;
  text: ToolText;
}

/** A command to run in Terminal, with a button that copies it and says in words whether that worked. */
export const CopyCommand = ({ command, text }: Props) => {
  const [result, setResult] = useState<'done' | 'failed'>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(command);
      setResult('done');
    } catch {
      setResult('failed');
    }
  };
  return (
    <div class="ask-command">
      <code>{command}</code>
      <button type="button" class="button" onClick={() => void copy()}>
        {say(text, 'ask.copy')}
      </button>
      <span role="status">{result !== undefined && say(text, `ask.copy.${result}`)}</span>
    </div>
  );
};
