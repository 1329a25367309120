/** The longest run of backticks in a text. */
const longestRun = (text: string): number => (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);

/** Source within a sentence, whatever it holds: a fence longer than any inside, and no line break. */
export const codeSpan = (text: string): string => {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
  const fence = '`'.repeat(longestRun(line) + 1);
  return /^`|`$|^ | $/.test(line) ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
};

/** A block of source, whatever it holds. */
export const codeBlock = (language: string, lines: readonly string[]): string[] => {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}${language}`, ...lines.flatMap((line) => line.split(/\r?\n|\r/)), fence];
};

/** Words that came from an input, so that they stay words. */
export const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|#~&]/g, '\\$&').replace(/[\r\n]+/g, ' ');

/** Lines of a change, in the form of `diff`. */
export const diffLines = (before: string, after: string): string[] => [
  ...before.split(/\r?\n|\r/).map((line) => `- ${line}`),
  ...(after === '' ? [] : after.split(/\r?\n|\r/).map((line) => `+ ${line}`)),
];
