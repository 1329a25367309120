import type { FileView, PlaceView } from '../../../portability/words/view-types.ts';
import { say as fillIn, type Words } from '../../../portability/words/words.ts';
import type { Say } from '../text.ts';
import { PlaceRow } from './Code.tsx';
import { Folded } from './Folded.tsx';
import { Some } from './Some.tsx';

interface Props {
  places: readonly PlaceView[];
  words: Words;
  say: Say;
}

/** CUDA code that a condition keeps a Mac from: folded, because there is nothing to do. */
export const Guarded = ({ places, words, say }: Props) =>
  places.length === 0 ? null : (
    <Folded summary={fillIn(words, 'guarded', { count: places.length })}>
      {() => (
        <>
          <p class="report-soft">{words.text('guarded.means')}</p>
          <Some of={places} first={20} say={say}>
            {(one, place) => <PlaceRow key={place} of={one} words={words} />}
          </Some>
        </>
      )}
    </Folded>
  );

/** What could not be read: the verdict does not cover it, so it is not folded. */
export const Problems = ({ places, words, say }: Props) =>
  places.length === 0 ? null : (
    <section class="report-part" aria-labelledby="report-problems">
      <h3 id="report-problems">{fillIn(words, 'problems', { count: places.length })}</h3>
      <p class="report-soft">{words.text('problems.means')}</p>
      <Some of={places} first={20} say={say}>
        {(one, place) => <PlaceRow key={place} of={one} words={words} />}
      </Some>
    </section>
  );

/** The files that were read, and as what. */
export const Files = ({ files, words, say }: { files: readonly FileView[]; words: Words; say: Say }) =>
  files.length === 0 ? null : (
    <Folded summary={fillIn(words, 'files', { count: files.length })}>
      {() => (
        <Some of={files} first={100} say={say}>
          {({ path, kind, lines, note }) => (
            <li key={path} class="report-row">
              <span class="report-name">{path}</span> <span class="report-soft">{[kind, lines, note].filter((part) => part !== null).join(' · ')}</span>
            </li>
          )}
        </Some>
      )}
    </Folded>
  );
