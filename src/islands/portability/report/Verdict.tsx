import type { VerdictView } from '../../../portability/words/view-types.ts';
import type { Words } from '../../../portability/words/words.ts';
import { Inline } from './Inline.tsx';

/** Mark, word and colour of a verdict, the same everywhere in a report. */
export const Badge = ({ kind, mark, word }: { kind: string; mark: string; word: string }) => (
  <span class={`report-badge is-${kind}`}>
    <span aria-hidden="true">{mark}</span> {word}
  </span>
);

/** The verdict in one sentence, why, and what it does not cover. */
export const Verdict = ({ view, words }: { view: VerdictView; words: Words }) => (
  <div class={`report-verdict is-${view.verdict}`}>
    <Badge kind={view.verdict} mark={view.mark} word={view.word} />
    <p>
      <strong>{view.sentence}</strong>
    </p>
    {view.reasons.length > 0 && (
      <ul aria-label={words.text('reasons')}>
        {view.reasons.map((reason) => (
          <li key={reason}>
            <Inline text={reason} />
          </li>
        ))}
      </ul>
    )}
    {view.caveats.map((caveat) => (
      <p key={caveat} class="report-soft">
        {caveat}
      </p>
    ))}
  </div>
);
