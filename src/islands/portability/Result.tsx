import { useMemo } from 'preact/hooks';
import type { Later } from './later.ts';
import type { Result as Checked } from './state.ts';
import type { Say } from './text.ts';

interface Props {
  result: Checked | null;
  isStale: boolean;
  later: Later | null;
  say: Say;
  /** Address of the page without query and fragment. */
  path: string;
}

/** What came of the check. It is said aloud once per check; the region is there from the beginning, so that it is heard. */
export const Result = ({ result, isStale, later, say, path }: Props) => {
  const shown = useMemo(() => {
    if (result === null || later === null) return null;
    const { Report, verdictView, words } = later;
    const { word, sentence } = verdictView(result.report, words);
    return {
      sentence: say('announce', { word, sentence }),
      // The same element for the same result: Preact passes over it while the form changes.
      report: <Report key={result.run} report={result.report} files={result.files} words={words} say={say} path={path} />,
    };
  }, [result, later]);
  return (
    <>
      <p class="visually-hidden" role="status">
        {shown?.sentence}
      </p>
      {isStale && shown !== null && <p class="notice">{say('stale')}</p>}
      {shown?.report}
    </>
  );
};
