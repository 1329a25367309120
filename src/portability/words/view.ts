import type { FileSummary, Problem, Report } from '../types.ts';
import { codeGroupView, placeView } from './code.ts';
import { packageViews } from './packages.ts';
import { fileName, placeText } from './place.ts';
import { stepView } from './plan.ts';
import { verdictView } from './verdict.ts';
import type { FileView, PlaceView, ReportView } from './view-types.ts';
import { say, type Words } from './words.ts';

const problemView = ({ place, code, detail }: Problem, words: Words): PlaceView => ({
  place: placeText(place, words),
  snippet: detail,
  diff: null,
  note: say(words, `problem.${code}`),
});

const fileView = ({ path, kind, role, lines }: FileSummary, words: Words): FileView => ({
  path: fileName(path, words),
  kind: say(words, `kind.${kind ?? 'none'}`),
  lines: say(words, 'file.lines', { count: lines }),
  note: role === 'main' ? null : say(words, `role.${role}`),
});

/** A report in the words of one language. Pure: the same report and words give the same view. */
export const reportView = (report: Report, words: Words): ReportView => {
  const { groups, fine, unknown, skipped } = packageViews(report, words);
  return {
    title: say(words, 'title'),
    verdict: verdictView(report, words),
    plan: report.plan.map((step) => stepView(step, report, words)),
    packages: groups,
    unknown,
    fine,
    skipped,
    code: report.code.map((group) => codeGroupView(group, words)),
    guarded: report.guarded.map((finding) => placeView(finding, words)),
    problems: report.problems.map((problem) => problemView(problem, words)),
    files: report.files.map((file) => fileView(file, words)),
    footer: say(words, 'footer', { torch: words.torch, date: words.checked }),
  };
};
