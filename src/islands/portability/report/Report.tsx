import { useMemo } from 'preact/hooks';
import type { InputFile, Report as Checked } from '../../../portability/types.ts';
import { reportMarkdown } from '../../../portability/words/markdown.ts';
import { verdictView } from '../../../portability/words/verdict.ts';
import { reportView } from '../../../portability/words/view.ts';
import type { Words } from '../../../portability/words/words.ts';
import { unpackWords } from '../report-words.ts';
import type { Say } from '../text.ts';
import { Code } from './Code.tsx';
import { Files, Guarded, Problems } from './Lists.tsx';
import { Packages } from './Packages.tsx';
import { Plan } from './Plan.tsx';
import { Share } from './Share.tsx';
import { Verdict } from './Verdict.tsx';

export { unpackWords, verdictView };

interface Props {
  report: Checked;
  /** What was checked. */
  files: readonly InputFile[];
  words: Words;
  say: Say;
  /** Address of the page without query and fragment. */
  path: string;
}

/** All the checker says: the verdict, what to do, then what it rests on. */
export const Report = ({ report, files, words, say, path }: Props) => {
  const view = useMemo(() => reportView(report, words), [report, words]);
  const parts = [
    { id: 'report-plan', title: words.text('plan'), isThere: view.plan.length > 0 },
    { id: 'report-packages', title: words.text('packages'), isThere: report.packages.length > 0 },
    { id: 'report-code', title: words.text('code'), isThere: view.code.length + view.guarded.length > 0 },
    { id: 'report-problems', title: words.text('problems').replace(/ ?[（(].*$/, ''), isThere: view.problems.length > 0 },
  ].filter(({ isThere }) => isThere);
  return (
    <section class="report" aria-labelledby="report" data-pagefind-ignore>
      <h2 id="report" tabIndex={-1}>
        {say('result')}
      </h2>
      <Verdict view={view.verdict} words={words} />
      <Share markdown={() => reportMarkdown(report, words)} files={files} say={say} path={path} />
      {parts.length > 1 && (
        <nav class="report-parts" aria-label={say('jump')}>
          <ul class="inline-list">
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="report-body">
        <Plan steps={view.plan} words={words} />
        <div class="report-evidence">
          <Packages view={view} words={words} say={say} />
          <Code
            groups={view.code}
            isEmpty={view.guarded.length === 0 && !report.files.some(({ kind }) => kind === 'python' || kind === 'notebook')}
            words={words}
            say={say}
          />
          <Guarded places={view.guarded} words={words} say={say} />
          <Problems places={view.problems} words={words} say={say} />
          <Files files={view.files} words={words} say={say} />
          <p class="report-soft">{view.footer}</p>
        </div>
      </div>
    </section>
  );
};
