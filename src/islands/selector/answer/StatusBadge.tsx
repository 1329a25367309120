import type { FitStatus } from '../../../advisor/budget.ts';
import { FIT_MARKS } from '../../../advisor/marks.ts';
import type { Say } from './say.ts';

interface Props {
  /** `unknown` where a part of the need is not published */
  status: FitStatus | 'unknown';
  say: Say;
}

/** Mark, word and colour of a verdict, the same everywhere. */
export const StatusBadge = ({ status, say }: Props) => (
  <span class={`answer-badge status-${status}`}>
    <span aria-hidden="true">{status === 'unknown' ? '？' : FIT_MARKS[status]}</span> {say(`status.${status}`)}
  </span>
);
