import type { DiffView } from '../../../portability/words/view-types.ts';
import type { Words } from '../../../portability/words/words.ts';

const rows = (text: string): string[] => text.split(/\r?\n|\r/);

interface Props {
  before: string;
  after: string;
  words: Words;
}

/** A change: lines that go, lines that come. Signs, words for readers of the screen and colour say the same. */
export const Diff = ({ before, after, words }: Props) => (
  // Wide code scrolls, and what scrolls must be reachable by keyboard.
  <pre class="report-diff" tabIndex={0} role="group" aria-label={words.text(after === '' ? 'lines.remove' : 'lines.replace')}>
    <code>
      {rows(before).map((line) => (
        <del>
          {`- ${line}`}
          {'\n'}
        </del>
      ))}
      {after !== '' &&
        rows(after).map((line) => (
          <ins>
            {`+ ${line}`}
            {'\n'}
          </ins>
        ))}
    </code>
  </pre>
);

/** Where a change is to be made, and the change. */
export const PlacedDiff = ({ diff, words }: { diff: DiffView; words: Words }) => (
  <div class="report-change">
    <Places places={diff.places} />
    <Diff before={diff.before} after={diff.after} words={words} />
  </div>
);

/** Places named before the rest is counted: a package may be asked for in a hundred files. */
const SHOWN = 8;

/** Places in files, on one line. */
export const Places = ({ places }: { places: readonly string[] }) => (
  <span class="report-places">
    {places.slice(0, SHOWN).map((place) => (
      <code key={place}>{place}</code>
    ))}
    {places.length > SHOWN && <span>+{places.length - SHOWN}</span>}
  </span>
);
