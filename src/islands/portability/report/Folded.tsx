import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  summary: ComponentChildren;
  class?: string;
  children: () => ComponentChildren;
}

/** What is folded away is made when it is opened: a report on two thousand files must not be two thousand rows nobody sees. */
export const Folded = ({ summary, class: className, children }: Props) => {
  const [wasOpen, setOpen] = useState(false);
  return (
    <details class={className} onToggle={(event) => event.currentTarget.open && setOpen(true)}>
      <summary>{summary}</summary>
      {wasOpen && children()}
    </details>
  );
};
