import type { Report } from '../types.ts';
import { diffLines } from './markdown-parts.ts';
import type { CodeGroupView, DiffView, PackageView, PlaceView, StepView, UnknownView } from './view-types.ts';
import { reportView } from './view.ts';
import { say, type Words } from './words.ts';

const indented = (lines: readonly string[]): string[] => lines.flatMap((line) => line.split(/\r?\n|\r/)).map((line) => (line === '' ? '' : `  ${line}`));

const heading = (title: string): string[] => [
  '',
  title,
  '-'.repeat(
    Math.min(
      76,
      [...title].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0),
    ),
  ),
];

const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [...heading(title), ...lines]);

const diff = ({ places, before, after }: DiffView): string[] => [...places, ...indented(diffLines(before, after))];

const step = ({ title, text, items, diffs, code, links }: StepView, place: number): string[] => [
  `${place + 1}. ${title}`,
  ...indented([
    text,
    ...items.map((item) => `- ${item}`),
    ...diffs.flatMap(diff),
    ...(code === null ? [] : indented([code.text])),
    ...links.map(({ text: name, href }) => `${name} ${href}`),
  ]),
];

const packageLines = (of: PackageView, words: Words): string[] => [
  `${of.mark} ${of.name}${say(words, 'colon')}${of.statusWord} / ${of.way}`,
  ...indented([
    ...[of.state, of.reason, of.replacement].filter((line) => line !== null),
    ...of.diffs.flatMap(diff),
    ...(of.places.length > 0 ? [`${say(words, 'packages.asked')}${say(words, 'colon')}${of.places.join(say(words, 'list'))}`] : []),
    ...of.notes,
    of.confidence,
    of.record.href,
  ]),
];

const plainPackage = ({ name, places, notes }: UnknownView): string => `- ${[name, ...notes, ...places].join('  ')}`;

const placeLines = ({ place, snippet, diff: change, note }: PlaceView): string[] => [
  `${place}${note === null ? '' : `  ${note}`}`,
  ...indented(change === null ? (snippet === '' ? [] : [snippet]) : diffLines(change.before, change.after)),
];

const codeGroup = (of: CodeGroupView, words: Words): string[] => [
  `${of.mark} ${of.title} (${of.word}, ${say(words, 'code.places', { count: of.places.length })})`,
  ...indented([
    of.why,
    ...(of.instead === '' ? [] : [`${say(words, 'code.instead')}${say(words, 'colon')}${of.instead}`]),
    ...of.operators.map(({ text, href }) => `${text} ${href}`),
    ...(of.isUnsure ? [of.confidence] : []),
    ...of.places.flatMap(placeLines),
  ]),
];

/** A report as plain text, for a terminal. */
export const reportText = (report: Report, words: Words): string => {
  const view = reportView(report, words);
  const { verdict } = view;
  const lines = [
    `${verdict.mark} ${verdict.word}${say(words, 'colon')}${verdict.sentence}`,
    ...indented([...verdict.reasons.map((reason) => `- ${reason}`), ...verdict.caveats]),
    ...part(say(words, 'plan'), view.plan.flatMap(step)),
    ...view.packages.flatMap(({ title, packages }) =>
      part(
        `${say(words, 'packages')}${say(words, 'colon')}${title}`,
        packages.flatMap((one) => packageLines(one, words)),
      ),
    ),
    ...part(
      say(words, 'packages.unknown', { count: view.unknown.length }),
      view.unknown.length === 0 ? [] : [say(words, 'packages.unknown.means'), ...view.unknown.map(plainPackage)],
    ),
    ...part(
      say(words, 'packages.runs', { count: view.fine.length }),
      view.fine.map(({ name, statusWord, isUnsure, confidence }) => `- ${name}  ${statusWord}${isUnsure ? `  ${confidence}` : ''}`),
    ),
    ...part(say(words, 'packages.skipped', { count: view.skipped.length }), view.skipped.map(plainPackage)),
    ...part(
      say(words, 'code'),
      view.code.flatMap((group) => codeGroup(group, words)),
    ),
    ...part(say(words, 'guarded', { count: view.guarded.length }), view.guarded.flatMap(placeLines)),
    ...part(say(words, 'problems', { count: view.problems.length }), view.problems.flatMap(placeLines)),
    '',
    view.footer,
  ];
  return `${lines.join('\n')}\n`;
};
