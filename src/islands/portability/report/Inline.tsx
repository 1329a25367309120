import { stretches } from '../../../portability/words/inline.ts';

/** A text of the facts; what stands between backticks is code. */
export const Inline = ({ text }: { text: string }) => <>{stretches(text).map(({ text: part, isCode }) => (isCode ? <code>{part}</code> : part))}</>;
