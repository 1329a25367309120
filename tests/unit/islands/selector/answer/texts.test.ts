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
const REASONS = all<CandidateReason>({
  cheapest: true,
  'most-comfortable': true,
  'only-just': true,
  'after-setting': true,
  'limit-estimated': true,
  'price-unknown': true,
  'speed-unknown': true,
  'may-be-slower': true,
  'no-fan': true,
  discontinued: true,
});
const EXCLUSIONS = all<ExclusionCode>({
  'over-budget': true,
  'price-unknown': true,
  'speed-unknown': true,
  disk: true,
  'not-on-sale': true,
  'not-portable': true,
  'not-desk': true,
  'too-slow': true,
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
const UNITS = all<SpeedUnit>({ 'tokens-per-second': true, 'images-per-minute': true, 'times-real-time': true, 'training-tokens-per-second': true });
const NOTES = all<NeedNote>({
  'weights-file': true,
  'weights-params': true,
  'weights-bounded': true,
  'compute-logits': true,
  'compute-feed-forward': true,
  'compute-attention-mask': true,
  'compute-attention-scores': true,
  'compute-prompt-step': true,
  'activations-measured': true,
  'activations-same-architecture': true,
  'values-need-flash-attention': true,
  'cache-type-not-in-mlx': true,
  'weights-unknown': true,
  'cache-unknown': true,
  'dimensions-assumed': true,
  'bits-assumed': true,
  'not-published-in-this-quantization': true,
});
const UNKNOWN = all<UnknownReason | 'not-listed'>({
  'part-size-unknown': true,
  'gpu-rate-unknown': true,
  'no-measurement': true,
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
const TERMS = { llm: TERM_KEYS, image: IMAGE_TERM_KEYS, speech: SPEECH_TERM_KEYS, embedding: EMBEDDING_TERM_KEYS, training: TRAINING_TERM_KEYS };

const under = (prefix: string, codes: readonly string[]): string[] => codes.map((code) => `${prefix}.${code}`);

const KEYS: readonly string[] = [
  ...under('status', [...FIT_STATUSES, 'rent', 'limits', 'unknown']),
  ...under(
    'verdict',
    VERDICTS.filter((verdict) => verdict !== 'buy'),
  ),
  ...under('verdict.buy', FIT_STATUSES),
  ...under('fit', FIT_REASONS),
  ...under('bound', ['system-memory', 'other-apps']),
  ...under('reason', REASONS),
  ...under('exclusion', EXCLUSIONS),
  ...under('relax', EXCLUSIONS),
  ...under('change', SUGGESTIONS),
  ...under(
    'cost',
    SUGGESTIONS.filter((kind) => kind !== 'cache-type'),
  ),
  ...under('cost.cache-type', CACHE_CHOICES),
  ...UNITS.flatMap((unit) => [`speed.${unit}`, `said.${unit}`, `axis.${unit}`]),
  ...under('note', NOTES),
  ...under('unknown', UNKNOWN),
  ...under('markdown', HEADINGS),
  ...under('subject', TASKS),
  ...under('need', Object.values(KIND_OF)),
  ...under('worked.need.error', Object.values(KIND_OF)),
  ...under('method', TRAINING_METHODS),
  ...under('cache', CACHE_CHOICES),
  ...under('class', MODEL_CLASSES),
  ...under('kv', ['full', 'swa', 'chunk', 'mla']),
  ...Object.entries(TERMS).flatMap(([kind, keys]) => [
    ...under('term', keys),
    ...under(
      `help.${kind}`,
      keys.filter((key) => key !== 'kvCache'),
    ),
  ]),
];

describe.each(LOCALES)('texts in %s', (locale) => {
  const text = textOf(locale);
  test.each(KEYS)('%s', (key) => expect(text[`answer.${key}`]).not.toBe(''));
});

test('both languages put the same values in', () => {
  const valuesOf = (sentence = ''): string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort();
  const [ja, en] = [textOf('ja'), textOf('en')];
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
  expect(textOf('en')['answer.worked.limit.rule']).toContain('70%');
  expect(textOf('ja')['answer.worked.limit.rule']).toContain('7割');
  for (const locale of LOCALES) expect(textOf(locale)['answer.worked.limit.formula']).toContain(`${SYSTEM_BYTES / 2 ** 30}GiB`);
});
