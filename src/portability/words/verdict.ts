import type { Reason, Report } from '../types.ts';
import { VERDICT_MARKS } from './marks.ts';
import type { VerdictView } from './view-types.ts';
import { say, type Words } from './words.ts';

/** Names in a sentence before it says only how many more there are. */
const MOST_NAMES = 8;

const joined = (names: readonly string[], words: Words): string => {
  const shown = names.slice(0, MOST_NAMES).join(say(words, 'list'));
  return names.length > MOST_NAMES ? `${shown}…` : shown;
};

const reasonText = (reason: Reason, words: Words): string => {
  switch (reason.kind) {
    case 'package': {
      const { state, effect, name, id } = reason;
      if (state !== 'as-recorded') return say(words, `reason.${state}`, { name });
      const way = words.packages.get(id)?.way ?? 'keep';
      return say(words, effect === 'changes' ? `reason.as-recorded.changes.${way === 'cloud' ? 'keep' : way}` : `reason.as-recorded.${effect}`, { name });
    }
    case 'code':
      return say(words, 'reason.code', { title: words.patterns.get(reason.pattern)?.title ?? reason.pattern, count: reason.count });
    case 'own-record':
      return say(words, 'reason.own-record', { name: reason.name });
    case 'few-places':
      return say(words, 'reason.few-places', { files: reason.files });
    case 'cpu-only':
      return say(words, 'reason.cpu-only', { names: joined(reason.names, words) });
    case 'unknown':
      return say(words, 'reason.unknown', { count: reason.count });
  }
};

/** Reasons named before the rest is counted; each stands again where it belongs. */
const MOST_REASONS = 8;

const reasonsOf = ({ reasons }: Report, words: Words): string[] => {
  // What is unknown is said among what the verdict does not cover.
  const said = reasons.filter(({ kind }) => kind !== 'unknown').map((reason) => reasonText(reason, words));
  return said.length <= MOST_REASONS + 1 ? said : [...said.slice(0, MOST_REASONS), say(words, 'reason.more', { count: said.length - MOST_REASONS })];
};

/** How many packages nothing is known of; those left out on a Mac do not count. */
export const unknownCount = ({ packages }: Report): number => packages.filter(({ id, state }) => id === null && state !== 'skipped').length;

/** The verdict in a sentence, why, and what it does not cover. */
export const verdictView = (report: Report, words: Words): VerdictView => {
  const verdict = report.verdict ?? 'none';
  const unknown = unknownCount(report);
  const problems = report.problems.length;
  const isSure = unknown === 0 && problems === 0;
  return {
    verdict,
    mark: VERDICT_MARKS[verdict],
    word: say(words, `verdict.${verdict}`),
    sentence: say(words, verdict === 'runs' && !isSure ? 'sentence.runs-known' : `sentence.${verdict}`),
    reasons: reasonsOf(report, words),
    caveats: [
      ...(unknown > 0 ? [say(words, 'caveat.unknown', { count: unknown })] : []),
      ...(problems > 0 ? [say(words, 'caveat.problems', { count: problems })] : []),
    ],
  };
};
