import type { ArgumentTest, PatternMatch, ValueTest } from '../../schemas/code-pattern.ts';
import type { Knowledge } from '../types.ts';

/** Something a text has to hold: a whole name, or letters that may stand within one. */
interface Needed {
  readonly text: string;
  readonly isName: boolean;
}

/** What a text has to hold for something to be found in it: of each list at least one. */
type Needs = readonly (readonly Needed[])[];

const name = (text: string): Needed => ({ text, isName: true });
const letters = (text: string): Needed => ({ text, isName: false });

/** Groups without a word, and groups that may be left out: `(?:\s|$)`, `(?::\d+)?`. They say nothing of what a text must hold. */
const IDLE_GROUP = /\((?:\?[:=!])?(?:[^()a-z_]|\\[a-z]|[a-z_](?![a-z_]))*\)|\((?:\?:)?[^()]*\)[?*]/gi;

/** What stands for other letters than itself: escapes, sets, and letters that may be missing. */
const OPEN = /\\[a-z]|\[[^\]]*\]|[A-Za-z_][?*]/gi;

/** What a text must hold for an expression to match: all words of its one form, or of each alternative the longest; nothing where one has none. */
const wordsOf = (expression: string): Needs => {
  const forms = expression
    .replace(IDLE_GROUP, ' ')
    .split('|')
    .map((form) => (form.replace(OPEN, ' ').match(/[A-Za-z_]{2,}/g) ?? []).sort((x, y) => y.length - x.length));
  const [only = [], ...others] = forms;
  if (others.length === 0) return only.map((word) => [letters(word)]);
  const longest = forms.map(([word]) => word);
  return longest.every((word) => word !== undefined) ? [longest.map(letters)] : [];
};

/** A dotted name stands in a text with all its parts, some of them perhaps in an import. */
const pathNeeds = (path: string): Needs =>
  path
    .split('.')
    .filter((part) => part !== '*')
    .flatMap((part) => (part.includes('*') ? wordsOf(part.replaceAll('*', '.*')) : [[name(part)]]));

const valueNeeds = (test: ValueTest): Needs => (test.path === undefined ? wordsOf(test.string ?? test.text ?? '') : pathNeeds(test.path));

const argumentNeeds = (tests: readonly ArgumentTest[] | undefined): Needs =>
  (tests ?? []).flatMap(({ keyword, position, is }) => [
    ...(keyword !== undefined && position === undefined ? [[name(keyword)]] : []),
    ...(is === undefined ? [] : valueNeeds(is)),
  ]);

const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

const CUDA: Needs = [[letters('cuda'), letters('CUDA'), letters('gpu'), letters('GPU'), letters('nvidia')]];

/** What each way to find a pattern needs; one entry per way. */
const matchNeeds = (match: PatternMatch): readonly Needs[] => {
  switch (match.kind) {
    case 'path':
    case 'decorator':
      return match.paths.map(pathNeeds);
    case 'call':
      return match.paths.map((path) => [...pathNeeds(path), ...argumentNeeds(match.arguments)]);
    case 'method':
      return [[match.names.map(name), ...argumentNeeds(match.arguments)]];
    case 'assign':
      return [[...wordsOf(match.names), ...valueNeeds(match.is)]];
    case 'string':
      return [wordsOf(match.is)];
    case 'import':
      return match.modules.map(pathNeeds);
    case 'device-choice':
    case 'requires-cuda':
      return [CUDA];
    default:
      return [];
  }
};

/**
 * Whether anything may be found in a text.
 * @param aliases names from imports that stand elsewhere, with the parts of what they mean
 */
export type Trigger = (text: string, aliases?: ReadonlyMap<string, readonly string[]>) => boolean;

/** Stands for an import of PyTorch anywhere in the file; no name in Python looks like it. */
const WITH_TORCH = '#torch';

const methodNeeds = (path: string): Needs => [
  [name(WITH_TORCH), name('torch')],
  [name(lastPart(path)), name(`${lastPart(path)}_`)],
];

const NAMES = /[A-Za-z_]\w*/g;

/**
 * A quick look at source text: false where no pattern and no operator can be in it, and nothing about MPS, so that it need not be parsed. It errs
 * towards true. Imports are another matter.
 */
export const triggerFor = ({ patterns, operators }: Knowledge): Trigger => {
  const ways: Needs[] = [
    [[name('mps')]],
    ...patterns.flatMap(({ matches }) => matches.flatMap(matchNeeds)),
    ...operators.flatMap(({ python, modules = [] }) => [...python, ...modules].flatMap((path): Needs[] => [pathNeeds(path), methodNeeds(path)])),
  ].map((needs) => needs.filter((list) => list.length > 0));
  return (text, aliases) => {
    const names = new Set(text.match(NAMES) ?? []);
    for (const [local, parts] of aliases ?? []) {
      if (names.has(local)) for (const part of parts) names.add(part);
      // Methods of tensors are named without it.
      if (parts[0] === 'torch') names.add(WITH_TORCH);
    }
    const found = new Map<string, boolean>();
    const holds = ({ text: wanted, isName }: Needed): boolean => {
      if (isName) return names.has(wanted);
      const known = found.get(wanted) ?? (names.has(wanted) || text.includes(wanted));
      found.set(wanted, known);
      return known;
    };
    return ways.some((needs) => needs.every((list) => list.some(holds)));
  };
};
