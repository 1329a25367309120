import type { Say } from './say.ts';
import { STATUS_MARKS, type AnswerStatus } from './status.ts';

interface Props {
  status: AnswerStatus;
  say: Say;
}

/** Mark, word and colour of a verdict, the same everywhere. */
export const StatusBadge = ({ status, say }: Props) => (
  <span class={`answer-badge status-${status}`}>
    <span aria-hidden="true">{STATUS_MARKS[status]}</span> {say(`status.${status}`)}
  </span>
);
