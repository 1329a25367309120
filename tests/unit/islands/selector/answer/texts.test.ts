import { describe, expect, test } from 'vitest';
import { budget, FIT_STATUSES, judge, type FitReason } from '../../../../../src/advisor/budget.ts';
import { MARGIN_BYTES, SYSTEM_BYTES } from '../../../../../src/advisor/overhead.ts';
import { prepared } from '../../../selector/prepared.ts';
import { EMBEDDING_TERM_KEYS } from '../../../../../src/advisor/embedding/memory.ts';
import { IMAGE_TERM_KEYS } from '../../../../../src/advisor/image/memory.ts';
import { TERM_KEYS } from '../../../../../src/advisor/memory.ts';
import type { ExclusionCode } from '../../../../../src/advisor/recommend/limits.ts';
import type { CandidateReason } from '../../../../../src/advisor/recommend/recommend.ts';
import { SPEECH_TERM_KEYS } from '../../../../../src/advisor/speech/memory.ts';
import { MODEL_CLASSES } from '../../../../../src/advisor/speed/parameters.ts';
import { TRAINING_TERM_KEYS } from '../../../../../src/advisor/training/memory.ts';
import { TRAINING_METHODS } from '../../../../../src/advisor/training/types.ts';
import type { UnknownReason } from '../../../../../src/advisor/unknown.ts';
import { LOCALES } from '../../../../../src/i18n/locales.ts';
import { textsUnder } from '../../../../../src/i18n/ui.ts';
import type { MarkdownHeading } from '../../../../../src/selector/markdown.ts';
import type { NeedNote, SpeedUnit, SuggestionKind, VerdictKind } from '../../../../../src/selector/result.ts';
import { CACHE_CHOICES, KIND_OF, TASKS } from '../../../../../src/selector/selection.ts';
import { textOf } from './render.ts';

/** All members of a union: the compiler names one that is missing. */
const all = <T extends string>(members: Readonly<Record<T, true>>): T[] => Object.keys(members) as T[];

const VERDICTS = all<VerdictKind>({
  'owned-comfortable': true,
  'owned-fits': true,
  'owned-tight': true,
  'owned-needs-setting': true,
  'owned-no': true,
  buy: true,
  none: true,
  rent: true,
  cloud: true,
  unknown: true,
});
const FIT_REASONS = all<FitReason>({
  'room-to-spare': true,
  'within-limit': true,
  'uses-margin': true,
  'within-raised-limit': true,
  'weights-exceed-memory': true,
  'exceeds-memory': true,
});
/** Said by badge, fit, price or speed; and the tool does not ask for a speed. */
type SaidElsewhere = 'only-just' | 'after-setting' | 'price-unknown' | 'speed-unknown' | 'may-be-slower';
const REASONS = all<Exclude<CandidateReason, SaidElsewhere>>({
  cheapest: true,
  'most-comfortable': true,
  'limit-estimated': true,
  'no-fan': true,
  discontinued: true,
});
const EXCLUSIONS = all<Exclude<ExclusionCode, 'too-slow' | 'speed-unknown'>>({
  'over-budget': true,
  'price-unknown': true,
  disk: true,
  'not-on-sale': true,
  'not-portable': true,
  'not-desk': true,
  'too-small': true,
});
const SUGGESTIONS = all<SuggestionKind>({
  'close-apps': true,
  'cache-type': true,
  quantization: true,
  'raise-limit': true,
  context: true,
  model: true,
  'bigger-mac': true,
  method: true,
  'smaller-image': true,
  batch: true,
  sequence: true,
  'relax-limits': true,
});
const UNITS = all<SpeedUnit>({
  'tokens-per-second': true,
  'images-per-minute': true,
  'times-real-time': true,
  'training-tokens-per-second': true,
  'text-tokens-per-second': true,
});
/** The tool never leaves these out, and asks for no other cache than both runtimes have. */
type NeverNoted = 'values-need-flash-attention' | 'cache-type-not-in-mlx' | 'weights-unknown' | 'cache-unknown' | 'bits-assumed';
const NOTES = all<Exclude<NeedNote, NeverNoted>>({
  'weights-file': true,
  'weights-params': true,
  'weights-bounded': true,
  'compute-logits': true,
  'compute-feed-forward': true,
  'compute-attention-mask': true,
  'compute-attention-scores': true,
  'compute-cache-copy': true,
  'compute-prompt-step': true,
  'activations-measured': true,
  'activations-same-architecture': true,
  'dimensions-assumed': true,
  'not-published-in-this-quantization': true,
});
/** What keeps the memory from being computed; a speed that is not known leaves an answer. */
const UNKNOWN = all<Exclude<UnknownReason, 'gpu-rate-unknown' | 'no-measurement'> | 'not-listed'>({
  'part-size-unknown': true,
  'beyond-model': true,
  'not-listed': true,
});
const HEADINGS = all<MarkdownHeading>({
  memory: true,
  part: true,
  size: true,
  total: true,
  machines: true,
  machine: true,
  fit: true,
  speed: true,
  price: true,
  suggestions: true,
  unknown: true,
});
/** What a suggestion can name: the usual one is no saving. */
const SMALLER_CACHES = CACHE_CHOICES.filter((choice) => choice !== 'f16');
const TERMS = { llm: TERM_KEYS, image: IMAGE_TERM_KEYS, speech: SPEECH_TERM_KEYS, embedding: EMBEDDING_TERM_KEYS, training: TRAINING_TERM_KEYS };

/** Parts of the memory that are always explained by how they were found. */
const EXPLAINED_BY_NOTES: readonly string[] = ['llm.weights', 'llm.kvCache', 'llm.compute', 'image.activations'];

const under = (prefix: string, codes: readonly string[]): string[] => codes.map((code) => `${prefix}.${code}`);

const KEYS: readonly string[] = [
  ...under('status', [...FIT_STATUSES, 'rent', 'limits', 'unknown']),
  ...under(
    'verdict',
    VERDICTS.filter((verdict) => verdict !== 'buy'),
  ),
  // A Mac for which it does not fit is no candidate.
  ...under(
    'verdict.buy',
    FIT_STATUSES.filter((status) => status !== 'no'),
  ),
  ...under('fit', FIT_REASONS),
  ...under('bound', ['system-memory', 'other-apps']),
  ...under('reason', REASONS),
  ...under('exclusion', EXCLUSIONS),
  ...under(
    'relax',
    EXCLUSIONS.filter((code) => code !== 'too-small'),
  ),
  ...under('change', SUGGESTIONS),
  ...under(
    'cost',
    SUGGESTIONS.filter((kind) => kind !== 'cache-type'),
  ),
  ...under('cost.cache-type', SMALLER_CACHES),
  ...UNITS.flatMap((unit) => [`speed.${unit}`, `said.${unit}`, `axis.${unit}`]),
  ...under('note', NOTES),
  ...under('unknown', UNKNOWN),
  ...under('markdown', HEADINGS),
  ...under('subject', TASKS),
  ...under('need', Object.values(KIND_OF)),
  ...under('worked.need.error', Object.values(KIND_OF)),
  ...under('method', TRAINING_METHODS),
  ...under('cache', SMALLER_CACHES),
  ...under('class', MODEL_CLASSES),
  ...under('kv', ['full', 'swa', 'chunk', 'mla']),
  ...Object.entries(TERMS).flatMap(([kind, keys]) => [
    ...under('term', keys),
    ...under(
      `help.${kind}`,
      keys.filter((key) => !EXPLAINED_BY_NOTES.includes(`${kind}.${key}`)),
    ),
  ]),
];

describe.each(LOCALES)('texts in %s', (locale) => {
  const text = textOf(locale);
  test.each(KEYS)('%s', (key) => expect(text(`answer.${key}`)).not.toBe(''));
});

test('both languages put the same values in', () => {
  const valuesOf = (sentence = ''): string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort();
  const [ja, en] = [textsUnder('ja', 'tool.'), textsUnder('en', 'tool.')];
  /** The verb stands in both forms in English; Japanese needs one of them. */
  const verbs = ['{can}', '{cannot}'];
  const differing = Object.keys(ja).filter(
    (key) =>
      key.startsWith('answer.') &&
      String(valuesOf(ja[key]).filter((one) => !verbs.includes(one))) !== String(valuesOf(en[key]).filter((one) => !verbs.includes(one))),
  );
  expect(differing).toEqual([]);
});

test('the shares and sizes the texts name are those of the advisor', () => {
  const limits = budget(32, 'current', prepared.data.gpuLimits);
  const statusAt = (part: number) => judge({ totalBytes: limits.usableBytes * part - MARGIN_BYTES, weightsBytes: 0 }, limits).status;
  expect([statusAt(0.699), statusAt(0.701), statusAt(0.999)]).toEqual(['comfortable', 'fits', 'fits']);
  expect(textOf('en')('answer.worked.limit.rule')).toContain('70%');
  expect(textOf('ja')('answer.worked.limit.rule')).toContain('7割');
  for (const locale of LOCALES) expect(textOf(locale)('answer.worked.limit.formula')).toContain(`${SYSTEM_BYTES / 2 ** 30}GiB`);
});
