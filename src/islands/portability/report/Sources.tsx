import type { LinkView } from '../../../portability/words/view-types.ts';
import type { SourceWords, Words } from '../../../portability/words/words.ts';
import { Folded } from './Folded.tsx';

interface Props {
  sources: readonly SourceWords[];
  /** Where the record itself stands. */
  record?: LinkView;
  words: Words;
}

/** What a statement rests on, with the days the sources speak of. */
export const Sources = ({ sources, record, words }: Props) =>
  sources.length === 0 ? null : (
    <Folded summary={words.text('sources')} class="report-sources">
      {() => (
        <ul>
          {sources.map(({ url, title, asOf }) => (
            <li key={url}>
              <a href={url} rel="noopener">
                {title}
              </a>{' '}
              ({asOf})
            </li>
          ))}
          {record !== undefined && (
            <li>
              <a href={record.href}>{record.text}</a>
            </li>
          )}
        </ul>
      )}
    </Folded>
  );
