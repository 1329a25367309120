import type { ArgumentTest, ValueTest } from '../../schemas/code-pattern.ts';
import type { Knowledge } from '../types.ts';

/** A choice of device is made with these. */
const ALWAYS = ['cuda', 'CUDA', 'gpu', 'GPU'];

/** Words that stand in any program. */
const COMMON = new Set(['True', 'False', 'None', 'np', 'in', 'is', 'torch', 'auto', 'val']);

/** Of each alternative of an expression the longest word: whatever matches holds one of them. */
const literals = (expression: string): string[] =>
  expression.split('|').flatMap((alternative) => {
    const words = (alternative.match(/[A-Za-z_]{2,}/g) ?? []).sort((a, b) => b.length - a.length);
    return words[0] === undefined || COMMON.has(words[0]) ? [] : [words[0]];
  });

/** The longest word of the part of a dotted name that tells most: the last one, or all of what stands before `.*`. */
const lastWord = (path: string): string =>
  literals((path.endsWith('.*') ? path.replaceAll('.', '|') : (path.split('.').at(-1) ?? '')).replaceAll('*', ' ')).sort((a, b) => b.length - a.length)[0] ??
  '';

/** What a name has to be as a whole: `eig` is not in `weights`. */
const whole = (word: string): string => `\\b${word}\\b`;

const pathWord = (path: string): string => {
  const last = path.split('.').at(-1) ?? '';
  return last.includes('*') ? lastWord(path) : whole(last);
};

const valueWords = (test: ValueTest): string[] => (test.path === undefined ? literals(test.string ?? test.text ?? '') : [pathWord(test.path)]);

/** Words one of which must stand in the arguments; none where the tests say nothing of words. */
const argumentWords = (tests: readonly ArgumentTest[] | undefined): string[] =>
  (tests ?? []).map(({ is }) => (is === undefined ? [] : valueWords(is))).find((words) => words.length > 0) ?? [];

const orElse = (words: string[], other: () => string[]): string[] => (words.length > 0 ? words : other());

const wordsOf = ({ matches }: Knowledge['patterns'][number]): string[] =>
  matches.flatMap((match) => {
    switch (match.kind) {
      case 'path':
      case 'call':
      case 'decorator':
        return match.paths.map(pathWord);
      case 'method':
        return orElse(argumentWords(match.arguments), () => match.names.map(whole));
      case 'assign':
        return orElse(valueWords(match.is), () => literals(match.names));
      case 'string':
        return literals(match.is);
      case 'import':
        return match.modules.map(pathWord);
      default:
        return [];
    }
  });

const triggerOf = (words: readonly string[]): ((text: string) => boolean) => {
  const fragments = words.filter((word) => !word.startsWith('\\b'));
  // A word that holds a fragment is found with it.
  const kept = words.filter((word) => !fragments.some((other) => other !== word && word.includes(other)));
  const expression = RegExp(kept.join('|'));
  return (text) => expression.test(text);
};

/**
 * A quick look at source text: false where no pattern and no operator can be in it, so that it need not be parsed. It errs towards true: every
 * pattern needs one of the words it is made of. Imports are another matter.
 */
export const triggerFor = ({ patterns, operators }: Knowledge): ((text: string) => boolean) => {
  const words = new Set(ALWAYS);
  for (const pattern of patterns) for (const word of wordsOf(pattern)) if (word !== '') words.add(word);
  for (const { python, modules = [] } of operators) for (const path of [...python, ...modules]) words.add(whole(lastWord(path)));
  return triggerOf([...words].filter((word) => word !== '' && word !== whole('')));
};
