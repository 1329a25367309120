import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLater, type Later, type LoadLater } from './later.ts';
import { say, type ToolText } from './text.ts';

interface Props {
  load: LoadLater;
  text: ToolText;
  /** Whether it is to be seen; loaded is what once was. */
  wanted?: boolean;
  children: (later: Later) => ComponentChildren;
}

/** A part of the tool that loads when it is first shown. Until then, and where it could not be had, a line says so. */
export const LaterPart = ({ load, text, wanted = true, children }: Props) => {
  const { parts, failed } = useLater(load, wanted);
  return parts === null ? <p role="status">{wanted && say(text, failed ? 'later.failed' : 'later.loading')}</p> : <>{children(parts)}</>;
};

/** The same, folded away below a line. */
export const LaterDetails = ({ summary, class: className, ...props }: Omit<Props, 'wanted'> & { summary: string; class: string }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      <LaterPart wanted={isOpen} {...props} />
    </details>
  );
};
