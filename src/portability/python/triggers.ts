import type { Knowledge } from '../types.ts';

/** Always looked at: a choice of device is made with these, and an import tells what names mean. */
const ALWAYS = ['import', 'cuda', 'gpu', 'CUDA', 'GPU'];

const literals = (expression: string): string[] => expression.match(/[A-Za-z_]{2,}/g) ?? [];

/** The last part of a dotted name that is written out. */
const lastWord = (path: string): string => literals(path.replace(/\.\*$/, '').split('.').at(-1) ?? '').sort((a, b) => b.length - a.length)[0] ?? '';

const wordsOf = ({ matches }: Knowledge['patterns'][number]): string[] =>
  matches.flatMap((match) => {
    switch (match.kind) {
      case 'path':
      case 'call':
      case 'decorator':
        return match.paths.map(lastWord);
      case 'method':
        return match.names;
      case 'assign':
        return literals(match.names);
      case 'string':
        return literals(match.is);
      default:
        return [];
    }
  });

/**
 * A quick look at source text: false where no pattern, operator or import can be in it, so that it need not be parsed. It errs towards true:
 * every pattern must hold one of the words it is made of.
 */
export const triggerFor = ({ patterns, operators }: Knowledge): ((text: string) => boolean) => {
  const words = new Set(ALWAYS);
  for (const pattern of patterns) for (const word of wordsOf(pattern)) if (word !== '') words.add(word);
  for (const { name, python, modules = [] } of operators) for (const path of [name, ...python, ...modules]) words.add(lastWord(path));
  words.delete('');
  // A word that holds another one is found with it.
  const kept = [...words].filter((word) => ![...words].some((other) => other !== word && word.includes(other)));
  const expression = RegExp(kept.join('|'));
  return (text) => expression.test(text);
};
