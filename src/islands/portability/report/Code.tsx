import type { CodeGroupView, PlaceView } from '../../../portability/words/view-types.ts';
import { say as fillIn, type Words } from '../../../portability/words/words.ts';
import type { Say } from '../text.ts';
import { Diff } from './Diff.tsx';
import { Inline } from './Inline.tsx';
import { Some } from './Some.tsx';
import { Sources } from './Sources.tsx';
import { Badge } from './Verdict.tsx';

interface Props {
  groups: readonly CodeGroupView[];
  /** Whether there was no code to look at. */
  isEmpty: boolean;
  words: Words;
  say: Say;
}

/** A place in code: file and line, then the line or its change. */
export const PlaceRow = ({ of, words }: { of: PlaceView; words: Words }) => (
  <li>
    <span class="report-places">
      <code>{of.place}</code>
      {of.note !== null && <span>{of.note}</span>}
    </span>
    {of.diff === null ? (
      of.snippet !== '' && (
        <pre class="report-snippet" tabIndex={0} role="group" aria-label={of.place}>
          <code>{of.snippet}</code>
        </pre>
      )
    ) : (
      <Diff before={of.diff.before} after={of.diff.after} words={words} />
    )}
  </li>
);

const Group = ({ of, words, say }: { of: CodeGroupView; words: Words; say: Say }) => (
  <li class={`report-card is-${of.severity}`}>
    <header>
      <h4>
        <Inline text={of.title} />
      </h4>
      <Badge kind={of.severity} mark={of.mark} word={of.word} />
      <span class="report-way">{fillIn(words, 'code.places', { count: of.places.length })}</span>
    </header>
    <p>
      <Inline text={of.why} />
    </p>
    {of.instead !== '' && (
      <p>
        <strong>{words.text('code.instead')}</strong>
        {words.text('colon')}
        <Inline text={of.instead} />
      </p>
    )}
    {of.operators.length > 0 && (
      <p class="report-links">
        {of.operators.map(({ text, href }) => (
          <a key={href} href={href}>
            <code>{text}</code>
          </a>
        ))}
      </p>
    )}
    <Some of={of.places} first={5} say={say}>
      {(one, place) => <PlaceRow key={place} of={one} words={words} />}
    </Some>
    {of.isUnsure && <p class="report-unsure">{of.confidence}</p>}
    <Sources sources={of.sources} words={words} />
  </li>
);

/** What the code does differently on a Mac, by cause. */
export const Code = ({ groups, isEmpty, words, say }: Props) =>
  groups.length === 0 && isEmpty ? null : (
    <section class="report-part" aria-labelledby="report-code">
      <h3 id="report-code">{words.text('code')}</h3>
      {groups.length === 0 && <p>{words.text('code.none')}</p>}
      <Some of={groups} first={60} say={say}>
        {(group) => <Group key={group.title} of={group} words={words} say={say} />}
      </Some>
    </section>
  );
