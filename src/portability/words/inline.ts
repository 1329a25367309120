/** A stretch of a text: words, or code that stood between backticks. */
export interface Stretch {
  readonly text: string;
  readonly isCode: boolean;
}

/** Splits a text of the facts at its backticks. One that is never closed stays a backtick. */
export const stretches = (text: string): Stretch[] =>
  text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? { text: part.slice(1, -1), isCode: true } : { text: part, isCode: false }));
