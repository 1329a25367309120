import { useAnnouncement } from './announce.ts';
import type { SelectorResult } from '../../../selector/result.ts';
import type { Shared } from './shared.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { unknownText } from './unknown.ts';
import { isPartNote } from './notes.ts';
import { needSentence, verdictSentences, verdictStatus } from './verdict.ts';

interface Props {
  result: SelectorResult;
  at: Shared;
  /** Whether the reader changed anything: nothing is read aloud before */
  touched: boolean;
}

/** What the need was computed for, in one line. */
const Terms = ({ result: { need, unknown }, at: { say, selection } }: Pick<Props, 'result' | 'at'>) => {
  if (need === null) return <p class="answer-terms">{unknown.map((code) => unknownText(code, say)).join(say('sentence-gap'))}</p>;
  const cautions = need.notes.filter((note) => !isPartNote(note));
  return (
    <>
      <p class="answer-terms">{needSentence(need, { say, selection })}</p>
      {cautions.length > 0 && (
        <ul class="answer-terms">
          {cautions.map((note) => (
            <li key={note}>{say(`note.${note}`)}</li>
          ))}
        </ul>
      )}
    </>
  );
};

/** The answer in one sentence. It is read aloud once, after the reader paused. */
export const Verdict = ({ result, at, touched }: Props) => {
  const { head, more } = verdictSentences(result, at);
  const status = verdictStatus(result);
  const announced = useAnnouncement(`${at.say(`status.${status}`)}: ${head} ${more}`, touched);
  return (
    <>
      <div class={`answer-verdict status-${status}`} id="answer-verdict" tabindex={-1}>
        <StatusBadge status={status} say={at.say} />
        <p>
          <strong>{head}</strong> {more}
        </p>
        <Terms result={result} at={at} />
      </div>
      <p class="visually-hidden" aria-live="polite">
        {announced}
      </p>
    </>
  );
};
