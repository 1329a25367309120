import type { Report } from '../types.ts';
import { codeBlock, codeSpan, diffLines, escaped } from './markdown-parts.ts';
import type { CodeGroupView, DiffView, LinkView, PackageView, PlaceView, ReportView, StepView, UnknownView } from './view-types.ts';
import { reportView } from './view.ts';
import { say, type SourceWords, type Words } from './words.ts';

const link = ({ text, href }: LinkView): string => `[${escaped(text)}](${href})`;

const spans = (texts: readonly string[], words: Words): string => texts.map(codeSpan).join(say(words, 'list'));

const sources = (of: readonly SourceWords[], words: Words): string[] =>
  of.length === 0
    ? []
    : [`${say(words, 'sources')}${say(words, 'colon')}${of.map(({ title, url, asOf }) => `[${escaped(title)}](${url}) (${asOf})`).join(say(words, 'list'))}`];

const diff = ({ places, before, after }: DiffView, words: Words): string[] => [spans(places, words), '', ...codeBlock('diff', diffLines(before, after)), ''];

const step = ({ title, text, items, diffs, code, links }: StepView, place: number, words: Words): string[] => [
  `### ${place + 1}. ${title}`,
  '',
  text,
  '',
  ...(items.length > 0 ? [...items.map((item) => `- ${escaped(item)}`), ''] : []),
  ...diffs.flatMap((one) => diff(one, words)),
  ...(code === null ? [] : [...codeBlock(code.language, [code.text]), '']),
  ...(links.length > 0 ? [links.map(link).join(say(words, 'list')), ''] : []),
];

const packageLines = (of: PackageView, words: Words): string[] => [
  `#### ${escaped(of.name)}`,
  '',
  `${of.statusWord} / ${of.way}`,
  '',
  [of.state, of.reason, of.replacement].filter((part) => part !== null).join(say(words, 'gap')),
  '',
  ...of.diffs.flatMap((one) => diff(one, words)),
  ...(of.places.length > 0 ? [`- ${say(words, 'packages.asked')}${say(words, 'colon')}${spans(of.places, words)}`] : []),
  ...of.notes.map((note) => `- ${escaped(note)}`),
  `- ${of.confidence}`,
  ...sources(of.sources, words).map((line) => `- ${line}`),
  '',
];

const plainPackage = ({ name, places, notes }: UnknownView, words: Words): string =>
  `- ${[escaped(name), ...notes.map(escaped), ...(places.length > 0 ? [spans(places, words)] : [])].join(' – ')}`;

const plainPackages = (title: string, means: string, of: readonly UnknownView[], words: Words): string[] =>
  of.length === 0 ? [] : [`### ${title}`, '', means, '', ...of.map((one) => plainPackage(one, words)), ''];

const placeLines = ({ place, snippet, diff: change, note }: PlaceView): string[] => [
  `- ${codeSpan(place)}${note === null ? '' : ` – ${escaped(note)}`}${change === null && snippet !== '' ? `: ${codeSpan(snippet)}` : ''}`,
  ...(change === null ? [] : codeBlock('diff', diffLines(change.before, change.after)).map((line) => `  ${line}`)),
];

const codeGroup = (of: CodeGroupView, words: Words): string[] => [
  `### ${of.mark} ${of.title}`,
  '',
  `${of.word}${say(words, 'colon')}${of.why}`,
  '',
  ...(of.instead === '' ? [] : [`${say(words, 'code.instead')}${say(words, 'colon')}${of.instead}`, '']),
  ...(of.operators.length > 0 ? [of.operators.map(link).join(say(words, 'list')), ''] : []),
  ...of.places.flatMap(placeLines),
  '',
  ...(of.isUnsure ? [of.confidence, ''] : []),
  ...sources(of.sources, words),
  '',
];

const packagesPart = ({ packages, fine, unknown, skipped }: ReportView, words: Words): string[] => [
  ...packages.flatMap(({ title, packages: of }) => [`### ${title}`, '', ...of.flatMap((one) => packageLines(one, words))]),
  ...plainPackages(say(words, 'packages.unknown', { count: unknown.length }), say(words, 'packages.unknown.means'), unknown, words),
  ...(fine.length === 0
    ? []
    : [
        `### ${say(words, 'packages.runs', { count: fine.length })}`,
        '',
        ...fine.map(({ name, statusWord, isUnsure, confidence }) => `- ${escaped(name)} – ${statusWord}${isUnsure ? ` – ${confidence}` : ''}`),
        '',
      ]),
  ...plainPackages(say(words, 'packages.skipped', { count: skipped.length }), say(words, 'packages.skipped.means'), skipped, words),
];

const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`## ${title}`, '', ...lines]);

/** Blank lines at the end and one after another say nothing. */
const tidy = (lines: readonly string[]): string =>
  `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;

/** A report as Markdown, for an issue or a note. What came from the input is fenced or escaped. */
export const reportMarkdown = (report: Report, words: Words): string => {
  const view = reportView(report, words);
  const { verdict } = view;
  return tidy([
    `# ${view.title}${say(words, 'colon')}${verdict.word}`,
    '',
    `${verdict.mark} **${verdict.sentence}**`,
    '',
    ...verdict.reasons.map((reason) => `- ${escaped(reason)}`),
    '',
    ...verdict.caveats.flatMap((caveat) => [caveat, '']),
    ...part(
      say(words, 'plan'),
      view.plan.flatMap((one, place) => step(one, place, words)),
    ),
    ...part(say(words, 'packages'), packagesPart(view, words)),
    ...part(
      say(words, 'code'),
      view.code.flatMap((group) => codeGroup(group, words)),
    ),
    ...(view.guarded.length === 0
      ? []
      : [`### ${say(words, 'guarded', { count: view.guarded.length })}`, '', say(words, 'guarded.means'), '', ...view.guarded.flatMap(placeLines), '']),
    ...part(
      say(words, 'problems', { count: view.problems.length }),
      view.problems.length === 0 ? [] : [say(words, 'problems.means'), '', ...view.problems.flatMap(placeLines), ''],
    ),
    ...part(
      say(words, 'files', { count: view.files.length }),
      view.files.map(({ path, kind, lines, note }) => `- ${codeSpan(path)} – ${[kind, lines, note].filter((each) => each !== null).join(say(words, 'list'))}`),
    ),
    '',
    view.footer,
  ]);
};
