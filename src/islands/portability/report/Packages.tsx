import type { PackageView, ReportView, UnknownView } from '../../../portability/words/view-types.ts';
import { say as fillIn, type Words } from '../../../portability/words/words.ts';
import type { Say } from '../text.ts';
import { PlacedDiff, Places } from './Diff.tsx';
import { Folded } from './Folded.tsx';
import { Inline } from './Inline.tsx';
import { Some } from './Some.tsx';
import { Sources } from './Sources.tsx';
import { Badge } from './Verdict.tsx';

interface Props {
  view: ReportView;
  words: Words;
  say: Say;
}

const Asked = ({ places, notes, words }: { places: readonly string[]; notes: readonly string[]; words: Words }) => (
  <>
    {places.length > 0 && (
      <p class="report-soft">
        {words.text('packages.asked')} <Places places={places} />
      </p>
    )}
    {notes.map((note) => (
      <p key={note} class="report-soft">
        {note}
      </p>
    ))}
  </>
);

const PackageCard = ({ of, words }: { of: PackageView; words: Words }) => (
  <li class={`report-card is-${of.verdict}`}>
    <header>
      <h5>{of.name}</h5>
      <Badge kind={of.status} mark={of.statusMark} word={of.statusWord} />
      <span class="report-way">{of.way}</span>
    </header>
    {of.state !== null && (
      <p>
        <strong>{of.state}</strong>
      </p>
    )}
    {[of.reason, of.replacement].map(
      (text) =>
        text !== null && (
          <p key={text}>
            <Inline text={text} />
          </p>
        ),
    )}
    {of.diffs.map((diff) => (
      <PlacedDiff key={`${diff.before} ${diff.after}`} diff={diff} words={words} />
    ))}
    {of.diffs.length > 0 ? <Asked places={[]} notes={of.notes} words={words} /> : <Asked places={of.places} notes={of.notes} words={words} />}
    <p class={of.isUnsure ? 'report-unsure' : 'report-soft'}>{of.confidence}</p>
    {of.sources.length > 0 ? (
      <Sources sources={of.sources} record={of.record} words={words} />
    ) : (
      <p class="report-links">
        <a href={of.record.href}>{of.record.text}</a>
      </p>
    )}
  </li>
);

const FineRow = ({ of }: { of: PackageView }) => (
  <li class="report-row">
    <a href={of.record.href}>{of.name}</a> <span>{of.statusWord}</span>
    {of.isUnsure && <span class="report-unsure">{of.confidence}</span>}
  </li>
);

const PlainRow = ({ of }: { of: UnknownView }) => (
  <li class="report-row">
    <span class="report-name">{of.name}</span> <Places places={of.places} />
    {of.notes.map((note) => (
      <span key={note} class="report-soft">
        {note}
      </span>
    ))}
  </li>
);

/** What is to be done about packages; then those nothing is known of; folded, those that need nothing. */
export const Packages = ({ view, words, say }: Props) => {
  const { packages, unknown, fine, skipped } = view;
  if (packages.length + unknown.length + fine.length + skipped.length === 0) return null;
  return (
    <section class="report-part" aria-labelledby="report-packages">
      <h3 id="report-packages">{words.text('packages')}</h3>
      {packages.map(({ title, verdict, packages: of }) => (
        <section key={verdict}>
          <h4>{title}</h4>
          <Some of={of} first={30} say={say}>
            {(one) => <PackageCard key={one.name} of={one} words={words} />}
          </Some>
        </section>
      ))}
      {unknown.length > 0 && (
        <section class="report-unknown">
          <h4>{fillIn(words, 'packages.unknown', { count: unknown.length })}</h4>
          <p class="report-soft">{words.text('packages.unknown.means')}</p>
          <Some of={unknown} first={20} say={say}>
            {(one) => <PlainRow key={one.name} of={one} />}
          </Some>
        </section>
      )}
      {fine.length > 0 && (
        <Folded summary={fillIn(words, 'packages.runs', { count: fine.length })}>
          {() => (
            <Some of={fine} first={100} say={say}>
              {(one) => <FineRow key={one.name} of={one} />}
            </Some>
          )}
        </Folded>
      )}
      {skipped.length > 0 && (
        <Folded summary={fillIn(words, 'packages.skipped', { count: skipped.length })}>
          {() => (
            <>
              <p class="report-soft">{words.text('packages.skipped.means')}</p>
              <Some of={skipped} first={100} say={say}>
                {(one) => <PlainRow key={one.name} of={one} />}
              </Some>
            </>
          )}
        </Folded>
      )}
      <p class="report-links">
        <a class="tool-link" href={words.links('/facts/packages/')}>
          {words.text('packages.all')}
        </a>
      </p>
    </section>
  );
};
