import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  label: string;
  hint?: ComponentChildren;
  /** What is wrong with what was typed; undefined while nothing is. */
  error?: string | undefined;
  children: ComponentChildren;
}

/** Ids of the texts that describe a control, for its aria-describedby; undefined where there are none. */
export const describedBy = (id: string, { hint, error }: { hint?: boolean; error?: boolean }): string | undefined =>
  [hint === true && `${id}-hint`, error === true && `${id}-error`].filter((part) => part !== false).join(' ') || undefined;

/** A label above its control, a hint and an error below it. The place of the error is always there, so that it is read aloud when it fills. */
export const Field = ({ id, label, hint, error, children }: Props) => (
  <div class="ask-field">
    <label for={id}>{label}</label>
    {children}
    {hint !== undefined && (
      <small id={`${id}-hint`} class="ask-hint">
        {hint}
      </small>
    )}
    {error !== undefined && (
      <small id={`${id}-error`} class="ask-error" role="alert">
        {error}
      </small>
    )}
  </div>
);
